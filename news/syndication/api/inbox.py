"""/api/v1/inbox/articles/: where portals leave texts for our editors."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.decorators import decorate_view
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from typing_extensions import TypedDict
from wagtail.models import Page

from news.importing.dates import read_moment
from news.syndication.models import OfferedArticle, Scope
from news.syndication.objects.contract import ProblemObject
from news.syndication.portals import offers
from search.addresses import is_web_address
from search.parameters import refuse_parameters, refused

from .access import KeyFor
from .answers import answer
from .problems import A_SECTION, FIELD, Refusal, Sentence, problem, wrong

LONGEST_BODY = 1024 * 1024  # bytes
MOST_TAGS = 50_000  # so many a machine reads in a second or two, and no text needs

TOO_LONG = Sentence("Nội dung gửi không được quá 1 MB.", "The body must not exceed 1 MB.")
NOT_JSON = Sentence("Chỉ nhận Content-Type: application/json.", "Send it as application/json.")
NO_WORDS = Sentence(
    "không có chữ nào còn lại khi bỏ mã lệnh, khung nhúng và phần ẩn",
    "has no words left without its scripts, embedded frames and hidden parts",
)
NOWHERE = Sentence(
    "Trang này chưa có chỗ nhận tin bài; xin báo quản trị viên.",
    "The site has no place for articles yet; please tell its administrators.",
)
NOT_TAKEN = Sentence(
    "Bài mang mã này đã gửi trước đây với nội dung khác, và biên tập viên đã xử lý; bản mới không "
    "được nhận. Xin liên hệ Ban biên tập.",
    "A text with this id came in before with other words, and the editors have dealt with it: the "
    "new version was not taken. Please get in touch with them.",
)

router = Router(tags=["Gửi tin bài"])


# --- What is sent ----------------------------------------------------------------------------------


def _no_control_characters(text: str) -> str:
    if any(letter < " " and letter not in "\t\n\r" for letter in text):
        raise refused("có ký tự điều khiển", "has control characters")
    return text


def _one_line(text: str) -> str:
    text = " ".join(_no_control_characters(text).split())
    if not text:
        raise refused("không được để trống", "must not be empty")
    return text


def _some_words(text: str) -> str:
    if not _no_control_characters(text).strip():
        raise refused("không được để trống", "must not be empty")
    if text.count("<") > MOST_TAGS:
        raise refused(f"không được quá {MOST_TAGS} thẻ HTML", f"must have at most {MOST_TAGS} tags")
    return text


def _moment(text: str) -> str:
    try:
        known = read_moment(text)
    except ValueError:
        known = None
    if text and known is None:
        raise refused(
            "phải là thời gian có thật, viết như 2024-02-29T14:30:00+07:00",
            "must be a time that exists, written as 2024-02-29T14:30:00+07:00",
        )
    return text


def _web_address(text: str) -> str:
    if text and (any(c.isspace() for c in text) or not is_web_address(text)):
        raise refused("phải là địa chỉ https:// đầy đủ", "must be a whole address, https://…")
    return text


def _nothing_is_empty(value: Any) -> Any:
    return "" if value is None else value


Text = Annotated[str, BeforeValidator(_nothing_is_empty), AfterValidator(_no_control_characters)]
Line = Annotated[str, AfterValidator(_one_line)]
# Its length first: behind a validator pydantic no longer knows that what is long is a string.
Address = Annotated[
    str,
    Field(max_length=500),
    BeforeValidator(_nothing_is_empty),
    AfterValidator(_no_control_characters),
    AfterValidator(_web_address),
]


class OfferedPhoto(Schema):
    """Một ảnh, giữ là liên kết trong bài; máy chủ không tải ảnh về."""

    model_config = ConfigDict(extra="forbid", strict=True)

    url: Annotated[str, AfterValidator(_no_control_characters), AfterValidator(_web_address)] = (
        Field(min_length=1, max_length=2000, description="Địa chỉ đầy đủ của ảnh.")
    )
    caption: Text = Field("", max_length=1000, description="Chú thích.")


class OfferedArticleObject(Schema):
    """Một tin bài cổng gửi đến: như một dòng của tệp nhập hàng loạt."""

    model_config = ConfigDict(extra="forbid", strict=True)

    external_id: Line = Field(
        min_length=1,
        max_length=200,
        description="Mã của bài ở cổng; gửi lại cùng mã không tạo bài mới.",
    )
    title: Line = Field(min_length=1, max_length=1000, description="Tiêu đề.")
    body: Annotated[str, AfterValidator(_some_words)] = Field(
        min_length=1,
        description="Nội dung: HTML, nhiều nhất 50.000 thẻ, hoặc chữ thường, mỗi đoạn một dòng.",
    )
    lead: Text = Field("", max_length=5000, description="Sapo.")
    published_at: Annotated[Text, AfterValidator(_moment)] = Field(
        "", max_length=40, description="Lúc đăng ở cổng, ISO 8601."
    )
    section: Text = Field(
        "", max_length=255, description="Đường dẫn của chuyên mục; bỏ trống: nơi dành cho cổng."
    )
    byline: Text = Field("", max_length=500, description="Tác giả – đơn vị.")
    source_name: Text = Field("", max_length=150, description="Nguồn; bỏ trống: tên của cổng.")
    source_url: Address = Field("", description="Địa chỉ của bài ở nguồn.")
    photos: list[OfferedPhoto] = Field([], max_length=100, description="Ảnh kèm theo.")


class OfferStateObject(TypedDict):
    """Bài đã gửi đang ở đâu."""

    id: Annotated[str, Field(description="id của bài trong API khi bài được đăng.")]
    external_id: str
    status: Annotated[
        offers.State,
        Field(description="draft: chờ biên tập; in_review: đang duyệt; deleted: không dùng."),
    ]
    warnings: Annotated[
        list[str], Field(description="Điều không chuyển được vào bản nháp, nói ở lần nhận.")
    ]


class OfferConflictObject(ProblemObject):
    """Mã đã có, nội dung khác, bài đã qua tay biên tập viên."""

    id: str
    external_id: str
    offer_status: offers.State


# --- The operation ---------------------------------------------------------------------------------


def json_of_our_size(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Before anything of the body is read."""

    @wraps(operation)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.content_type != "application/json":
            return problem(415, NOT_JSON)
        if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_BODY:
            return problem(413, TOO_LONG)
        return operation(request, *args, **kwargs)

    return checked


@router.post(
    "/articles/",
    auth=KeyFor(Scope.OFFER_ARTICLES),
    response={
        200: OfferStateObject,
        201: OfferStateObject,
        409: OfferConflictObject,
        413: ProblemObject,
        415: ProblemObject,
        503: ProblemObject,
    },
    summary="Gửi một tin bài để biên tập viên xem",
    description=(
        "Bài thành bản nháp và vào quy trình duyệt, không tự đăng. Gửi lại đúng như cũ: 200, không "
        "đổi gì. Gửi lại với nội dung khác: bản nháp được cập nhật (200) khi chưa ai sửa, nếu không "
        "thì 409."
    ),
)
@decorate_view(json_of_our_size)
def offer_article(request: HttpRequest, article: OfferedArticleObject) -> HttpResponse:
    refuse_parameters(request.GET)
    portal = request.auth  # type: ignore[attr-defined] # set by KeyFor
    try:
        taken = offers.take(portal, offers.Offer(**article.model_dump()))
    except offers.NoSuchSection:
        raise wrong("section", A_SECTION, thing=FIELD) from None
    except offers.NothingToRead:
        raise wrong("body", NO_WORDS, thing=FIELD) from None
    except offers.Unreadable as why:
        unreadable = Sentence(f"không đọc được: {why}", "cannot be read as an article")
        raise wrong("body", unreadable, thing=FIELD) from None
    except offers.NowhereToPut:
        raise Refusal(503, NOWHERE) from None
    except offers.NotTaken as conflict:
        state = _state(conflict.offer)
        raise Refusal(
            409,
            NOT_TAKEN,
            id=state["id"],
            external_id=state["external_id"],
            offer_status=state["status"],
        ) from None
    response = answer(_state(taken.offer, list(taken.warnings)))
    response.status_code = 201 if taken.is_new else 200
    return response


def _state(offer: OfferedArticle, warnings: list[str] | None = None) -> OfferStateObject:
    return {
        "id": str(offer.key),
        "external_id": offer.external_id,
        "status": offers.state_of(Page.objects.filter(pk=offer.article_id).first()),
        "warnings": warnings or [],
    }
