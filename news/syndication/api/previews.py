"""/api/v1/preview/: a draft, for the front end on which an editor previews it (docs/previews.md).

Whoever has the token may read, with or without a key: the editor's browser takes it to the front end,
and it opens one draft for half an hour. Nothing of this is kept by anybody, and nothing is published.
"""

import datetime
from typing import Annotated, Any

from django.core.signing import BadSignature, SignatureExpired
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from news.previews import HeadlessPreviewMixin, is_on
from news.syndication.objects.contract import AnyObject, ProblemObject
from news.syndication.objects.drafts import Previewed, draft_object
from news.syndication.objects.encoding import encoded
from news.syndication.publications.kinds import TYPES
from search.parameters import OneOf, Parameters

from .answers import finished
from .problems import Sentence, problem

LASTS = datetime.timedelta(minutes=30)

SWITCHED_OFF = Sentence(
    "Trang này không mở xem trước trên cổng khác.", "Previews for other front ends are off here."
)
NO_SUCH_DRAFT = Sentence(
    "Mã xem trước không đúng. Hãy mở lại Xem trước trong trang quản trị.",
    "The preview token is not one of ours. Open the preview in the admin again.",
)
TOO_LATE = Sentence(
    "Mã xem trước đã hết hạn. Hãy mở lại Xem trước trong trang quản trị.",
    "The preview token has expired. Open the preview in the admin again.",
)

router = Router(tags=["Xem trước"])


class Gone(Exception):
    """The token was ours."""


class Unknown(Exception):
    """The token never was."""


def _page_types() -> dict[str, Any]:
    return {each.model._meta.label_lower: each.model for each in TYPES.values()}


class PreviewParameters(Parameters):
    content_type: Annotated[str, OneOf(_page_types)] = Field(
        ..., max_length=100, description="Loại trang, như có trong địa chỉ xem trước."
    )
    token: str = Field(
        ..., max_length=255, description="Mã trong địa chỉ xem trước; dùng được 30 phút."
    )


@router.get(
    "/",
    response={200: AnyObject, 404: ProblemObject, 410: ProblemObject},
    summary="Bản nháp mà biên tập viên đang xem trước trên cổng",
)
def get_preview(request: HttpRequest, parameters: Query[PreviewParameters]) -> HttpResponse:
    response = _answer(parameters)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _answer(parameters: PreviewParameters) -> HttpResponse:
    if not is_on():
        return problem(404, SWITCHED_OFF)
    try:
        draft = _draft(parameters.content_type, parameters.token)
    except Unknown:
        return problem(404, NO_SUCH_DRAFT)
    except Gone:
        return problem(410, TOO_LATE)
    return finished(encoded(draft_object(draft)))


def _draft(content_type: str, token: str) -> Previewed:
    from wagtail_headless_preview.models import PagePreview  # not installed everywhere

    try:
        HeadlessPreviewMixin.get_preview_signer().unsign(token, max_age=LASTS)
    except SignatureExpired as error:
        raise Gone from error
    except BadSignature as error:
        raise Unknown from error
    kept = PagePreview.objects.filter(token=token).first()
    if kept is None:
        raise Gone
    draft = kept.as_page()
    if draft is None or draft._meta.label_lower != content_type:
        raise Unknown
    return draft
