"""/api/v1/views/: a page that was opened says so, and is told how often that was."""

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Path, Router
from typing_extensions import TypedDict

from news.pageviews.counting import NotPublic, desk
from news.syndication.objects.contract import ProblemObject
from search.parameters import refuse_parameters

from .answers import answer
from .problems import Refusal, Sentence

ELSEWHERE = Sentence(
    "Chỉ trang của chính website này báo được lượt xem.",
    "Only pages of this website itself may report that they were opened.",
)
NO_SUCH_ARTICLE = Sentence(
    "Không có tin bài nào đang công khai với id này.", "No public article has this id."
)
NOT_WRITTEN = Sentence(
    "Chưa ghi được lượt xem này; lượt này không được tính.",
    "This view could not be written down and does not count.",
)
TOO_LONG = Sentence("Yêu cầu này không kèm nội dung.", "Send no body with this request.")
LONGEST_BODY = 1024  # bytes: what is sent by habit, such as {}

ARTICLE_ID = Path(..., description="UUID của bài.")

router = Router(tags=["Lượt xem"])


class ViewsObject(TypedDict):
    """Số lượt xem lúc này."""

    views: int


@router.post(
    "/{any_uuid:id}/",
    url_name="count_view",
    response={200: ViewsObject, 404: ProblemObject, 413: ProblemObject, 503: ProblemObject},
    summary="Một người vừa mở bài: tính lượt xem, trả về tổng mới",
    description=(
        "Do trang bài tự gọi khi đã hiện một giây. Mỗi người đọc một bài được tính một lần trong 30 "
        "phút; máy đọc, trang tải trước và biên tập viên đang đăng nhập không được tính."
    ),
)
def count_view(
    request: HttpRequest,
    id: uuid.UUID = ARTICLE_ID,  # noqa: A002 - the contract's name
) -> HttpResponse:
    refuse_parameters(request.GET)
    if not _is_from_here(request):
        raise Refusal(403, ELSEWHERE)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_BODY:
        raise Refusal(413, TOO_LONG)
    counts = "HTTP_SEC_PURPOSE" not in request.META and not request.user.is_authenticated
    try:
        views = desk().count(request.META, id) if counts else desk().views(id)
    except NotPublic:
        raise Refusal(404, NO_SUCH_ARTICLE) from None
    except OSError:
        raise Refusal(503, NOT_WRITTEN) from None
    response = answer({"views": views})
    response["Cache-Control"] = "no-store"
    return response


def _is_from_here(request: HttpRequest) -> bool:
    """A browser says where a request comes from, and scripts cannot make it lie.

    Older ones only name the origin, which a proxy that ends TLS may have made look like another's.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    own = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Origin", own) in {own, *settings.CSRF_TRUSTED_ORIGINS}
