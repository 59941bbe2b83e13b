"""/api/v1/changes/ and /api/v1/snapshot/: how a portal comes to have what we have, and keeps it.

A portal takes the snapshot once, then asks for changes since the word the snapshot gave. Each object
is told with its newest state only; what it is told twice it knows by the version.
"""

import json
import uuid
from typing import Any, cast

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import Field

from news.syndication.models import Edition, Publication
from news.syndication.objects.contract import (
    ChangeListObject,
    ChangeObject,
    ProblemObject,
    SnapshotObject,
)
from news.syndication.objects.shapes import moment
from news.syndication.publications.reading import content_of, with_content
from search.parameters import Number, Parameters

from .access import area_of, gives
from .answers import answer, by_edition, finished
from .paging import next_page
from .problems import Refusal, Sentence
from .tokens import Place, StartAgain

START_AGAIN = Sentence(
    "Không thể tiếp tục từ chỗ này: dữ liệu đã được khôi phục, hoặc mã không do API này cấp."
    " Hãy lấy lại từ đầu ở /api/v1/snapshot/.",
    "Cannot go on from here: the data was restored, or this API never gave out that word."
    " Start again at /api/v1/snapshot/.",
)

NO_ROW_ABOVE = 2**63 - 1

router = Router(tags=["Đồng bộ"])


class ChangesParameters(Parameters):
    since: str | None = Field(
        None, max_length=300, description="next của lần trước, hoặc since của snapshot."
    )
    limit: Number = Field(100, ge=1, le=500, description="Số thay đổi mỗi lần.")


class SnapshotParameters(Parameters):
    cursor: str | None = Field(None, max_length=300, description="Lấy từ next của trang trước.")
    limit: Number = Field(100, ge=1, le=200, description="Số bài mỗi trang.")


@router.get(
    "/changes/",
    response={200: ChangeListObject, 410: ProblemObject},
    summary="Những gì đã đăng, sửa, đổi địa chỉ, gỡ, theo thứ tự",
)
def list_changes(request: HttpRequest, parameters: Query[ChangesParameters]) -> HttpResponse:
    edition, area = Edition.now(), area_of(request)
    epoch = area.epoch(edition.epoch)
    try:
        place = _place(parameters.since, "since", epoch, edition.number)
    except StartAgain:
        raise Refusal(410, START_AGAIN) from None

    def make() -> HttpResponse:
        later = Q(edition=place.edition, pk__gt=place.number) | Q(edition__gt=place.edition)
        rows = Publication.objects.filter(later, edition__gte=place.edition)
        found = list(rows.order_by("edition", "pk")[: parameters.limit + 1])
        shown = found[: parameters.limit]
        inside = area.inside(shown)
        gives(request, len(shown), since=place.edition)
        end = Place(epoch, shown[-1].edition, shown[-1].pk) if shown else place
        return answer(
            {
                "items": [_change(row, row.pk in inside) for row in shown],
                "next": end.word("since"),
                "has_more": len(found) > parameters.limit,
                "epoch": str(epoch),
            }
        )

    return by_edition(request, edition, make, area)


@router.get(
    "/snapshot/",
    response={200: SnapshotObject, 410: ProblemObject},
    summary="Mọi thứ đang công khai, để bắt đầu; since: từ đó theo dõi thay đổi",
)
def take_snapshot(request: HttpRequest, parameters: Query[SnapshotParameters]) -> HttpResponse:
    edition, area = Edition.now(), area_of(request)
    epoch = area.epoch(edition.epoch)
    try:
        place = _place(parameters.cursor, "snapshot", epoch, edition.number)
    except StartAgain:
        raise Refusal(410, START_AGAIN) from None
    # What changes while the pages are taken is told by the changes since before the first page.
    since = place.since if parameters.cursor else edition.number
    rows = Publication.objects.told(timezone.now()).filter(pk__gt=place.number)
    found = list(with_content(area.narrow(rows)).order_by("pk")[: parameters.limit + 1])
    shown = found[: parameters.limit]
    more = len(found) > parameters.limit
    gives(request, len(shown))
    following = Place(epoch, 0, shown[-1].pk, since).word("snapshot") if more else None
    # The last row of that edition, whichever it is: nothing of it is left to be told.
    since_word = Place(epoch, since, NO_ROW_ABOVE).word("since")
    return finished(
        b'{"items":[%b],"next":%b,"since":%b,"epoch":%b}'
        % (
            b",".join(content_of(row) for row in shown),
            _json(next_page(request, following)),
            _json(since_word),
            _json(str(epoch)),
        )
    )


def _place(word: str | None, purpose: str, epoch: uuid.UUID, newest: int) -> Place:
    """Who is further than we are took it from a database that an older one has replaced since."""
    if not word:
        return Place(epoch, 0, 0)
    place = Place.of(word, purpose, epoch)
    if max(place.edition, place.since) > newest:
        raise StartAgain
    return place


def _change(row: Publication, is_inside: bool) -> ChangeObject:
    visible, reason = row.standing(timezone.now(), is_inside=is_inside)
    return {
        "id": str(row.key),
        "type": cast(Any, row.kind),
        "locale": row.locale,
        "version": row.version,
        "visible": visible,
        "reason": cast(Any, reason.value),
        "url": row.url,
        "replaced_by": row.replaced_by or None,
        "at": moment(row.changed_at),
    }


def _json(value: str | None) -> bytes:
    return json.dumps(value).encode()
