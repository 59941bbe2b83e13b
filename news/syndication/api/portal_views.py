"""/api/v1/portal-views/: portals say how often our articles were read with them."""

import datetime
import uuid
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema
from ninja.decorators import decorate_view
from pydantic import AfterValidator, ConfigDict, Field
from typing_extensions import TypedDict

from news.pageviews.portals import take_report
from news.syndication.models import Publication, Scope
from news.syndication.objects.contract import ProblemObject
from search.parameters import Day, refuse_parameters, refused

from .access import KeyFor
from .answers import answer
from .inbox import json_of_our_size

MOST_AT_ONCE = 1000
MOST_IN_A_DAY = 1_000_000
DAYS_BACK = 366

router = Router(tags=["Lượt xem"])


def _of_late(day: datetime.date) -> datetime.date:
    today = timezone.localdate()
    if not today - datetime.timedelta(days=DAYS_BACK) <= day <= today:
        raise refused(
            f"phải là một ngày trong {DAYS_BACK} ngày qua, không ở tương lai",
            f"must be one of the last {DAYS_BACK} days, and not in the future",
        )
    return day


class ArticleViews(Schema):
    """Một bài và số lượt xem."""

    model_config = ConfigDict(extra="forbid")

    id: uuid.UUID = Field(description="id của bài.")
    views: Annotated[int, Field(strict=True, ge=0, le=MOST_IN_A_DAY)] = Field(
        description="Cả ngày hôm ấy, không phải phần tăng thêm."
    )


def _each_once(rows: list[ArticleViews]) -> list[ArticleViews]:
    if len({row.id for row in rows}) < len(rows):
        raise refused("ghi một bài hai lần", "names an article twice")
    return rows


class PortalViewsReport(Schema):
    """Lượt xem tin của Sở ở cổng, trong một ngày theo giờ Việt Nam."""

    model_config = ConfigDict(extra="forbid")

    day: Annotated[Day, AfterValidator(_of_late)] = Field(description="Ngày: 2026-11-28.")
    articles: Annotated[list[ArticleViews], AfterValidator(_each_once)] = Field(
        min_length=1, max_length=MOST_AT_ONCE
    )


class TakenViewsObject(TypedDict):
    """Điều đã nhận."""

    day: str
    accepted: Annotated[int, Field(description="Số bài đã ghi.")]
    unknown: Annotated[list[str], Field(description="id không phải của tin bài nào, bỏ qua.")]


@router.post(
    "/",
    auth=KeyFor(Scope.REPORT_VIEWS),
    response={200: TakenViewsObject, 413: ProblemObject, 415: ProblemObject},
    summary="Báo lượt xem ở cổng, theo bài và ngày",
    description=(
        "Gửi tổng số của cả ngày; gửi lại cùng ngày thì số mới thay số cũ, nên gửi lặp không tính "
        "hai lần. Cộng vào tổng lượt xem của bài, và được thống kê riêng."
    ),
)
@decorate_view(json_of_our_size)
def report_views(request: HttpRequest, report: PortalViewsReport) -> HttpResponse:
    refuse_parameters(request.GET)
    portal = request.auth  # type: ignore[attr-defined] # set by KeyFor
    views = {row.id: row.views for row in report.articles}
    # Taken down since or not: it was read while it was there.
    known = set(
        Publication.objects.filter(key__in=views, kind="article").values_list("key", flat=True)
    )
    take_report(portal.pk, report.day, {key: views[key] for key in known})
    return answer(
        {
            "day": report.day.isoformat(),
            "accepted": len(known),
            "unknown": [str(key) for key in views if key not in known],
        }
    )
