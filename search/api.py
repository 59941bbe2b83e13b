"""GET /search/: what the search page finds, for programs. Mounted by the room that has an API."""

from collections.abc import Collection, Container, Mapping
from typing import Annotated, Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import translation
from ninja import Query, Router
from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

# Pydantic reads the standard library's TypedDict only from Python 3.12 on.
from typing_extensions import TypedDict
from wagtail.coreutils import get_content_languages

from .addresses import address_of
from .facets import facet_named, facets
from .finding import FacetChoices, Question, Result, find_pages
from .given_again import let_be_given_again, nothing_waits
from .kinds import kind_of, page_kinds
from .parameters import ContentLanguage, FreeText, Number, OneOf, Parameters, Year, wrong_value
from .suggestions import suggestions
from .templatetags.search_tags import language_of, letters_of, name_in
from .templatetags.telling_tags import hint, why_in_letters

# What a value has to be, after the parameter's name. The search page forgives others, and finds nothing.
HAS_TO_BE = {
    "section": ("đường dẫn của một chuyên mục", "the slug of a section"),
    "province": ("khóa của một tỉnh, thành phố", "the key of a province"),
    "award": ("mã của một danh hiệu, hình thức khen thưởng", "the code of an award title"),
    "organisation": ("đường dẫn của một cơ quan", "the slug of an organisation"),
    "person": ("đường dẫn của một nhân sự", "the slug of a person"),
}
ANY_KNOWN = ("một giá trị đang có", "a known value")

router = Router(tags=["Tìm kiếm"])


class SearchItem(TypedDict):
    id: Annotated[str, Field(description="UUID của trang, chung cho mọi ngôn ngữ.")]
    external_id: Annotated[str | None, Field(description="Mã ở hệ thống cũ, khi có.")]
    title: str
    url: str
    type: Annotated[str, Field(description="Loại trang: article, section, consultation …")]
    locale: Annotated[str, Field(description="Ngôn ngữ của trang: vi hoặc en.")]
    snippet_html: Annotated[str, Field(description="Đoạn có chữ tìm thấy, nằm trong <mark>.")]


class FacetItem(TypedDict):
    value: Annotated[str, Field(description="Giá trị để lọc.")]
    name: Annotated[str, Field(description="Tên để hiện, bằng ngôn ngữ của `locale` khi có.")]
    count: int


class AlsoItem(TypedDict):
    text: str
    reason: Annotated[str, Field(description="Vì sao tìm thêm.")]


class SearchAnswer(TypedDict):
    items: list[SearchItem]
    total: Annotated[int, Field(description="Số kết quả trong tất cả các trang.")]
    facets: Annotated[
        dict[str, list[FacetItem]],
        Field(description="Số kết quả theo loại trang, năm, chuyên mục, tỉnh …"),
    ]
    understood_as: Annotated[
        str,
        Field(
            description="Những chữ đã dùng để tìm; là tháng hoặc năm rộng hơn,"
            " ví dụ “tháng 5/2024”, khi không trang nào có ngày cần tìm, hay lịch không có ngày ấy."
        ),
    ]
    did_you_mean: Annotated[
        str | None, Field(description="Chữ có lẽ muốn gõ, khi đã tìm theo chữ ấy thay chữ gõ nhầm.")
    ]
    hint: Annotated[
        str | None,
        Field(
            description="Điều người tìm nên biết về chữ đã gõ,"
            " ví dụ “Lịch không có ngày 30/2/2024; đang tìm tháng 2/2024.”"
        ),
    ]
    also: Annotated[
        list[AlsoItem], Field(description="Tên khác cũng được tìm, ví dụ tên tỉnh trước sáp nhập.")
    ]
    partial: Annotated[
        bool,
        Field(
            description="true: không trang nào có đủ các chữ với các dấu ấy; đây là những trang gần nhất."
        ),
    ]
    degraded: Annotated[bool, Field(description="true: máy tìm kiếm đang gặp sự cố.")]


class SearchParameters(Parameters):
    """Those of our own facets, written out, and whatever others have registered by the time it is asked for."""

    q: FreeText = Field(description="Chữ cần tìm; chỉ đọc 300 ký tự, 32 chữ đầu.")
    limit: Number = Field(20, ge=1, le=100, description="Số kết quả mỗi trang.")
    offset: Number = Field(0, ge=0, le=10_000, description="Bỏ qua bấy nhiêu kết quả đầu.")
    type: Annotated[str, OneOf(lambda: sorted(page_kinds()))] | None = Field(
        None, description="Chỉ một loại trang, ví dụ article."
    )
    section: str | None = Field(
        None, max_length=80, description="Đường dẫn của chuyên mục; xem facets."
    )
    province: str | None = Field(None, max_length=80, description="Khóa của tỉnh; xem facets.")
    year: Year | None = Field(None, description="Năm của bài.")
    award: str | None = Field(
        None, max_length=80, description="Mã của danh hiệu, hình thức khen thưởng; xem facets."
    )
    organisation: str | None = Field(
        None, max_length=80, description="Đường dẫn của cơ quan; xem facets."
    )
    person: str | None = Field(
        None, max_length=80, description="Đường dẫn của nhân sự; xem facets."
    )
    exact: bool = Field(
        False,
        description="true: tìm đúng chữ đã gõ, không sửa chữ và không thêm cách viết, tên gọi khác.",
    )
    order: Literal["relevance", "newest"] = Field(
        "relevance", description="relevance: hợp nhất trước; newest: mới nhất trước."
    )
    locale: ContentLanguage | None = Field(
        None,
        description="Chỉ một ngôn ngữ: vi hoặc en; mặc định: cả hai. `hint`, `reason` và tên trong"
        " `facets` bằng ngôn ngữ ấy, khi có; mặc định: tiếng Việt.",
    )

    @classmethod
    def names(cls) -> Container[str]:
        return {*cls.model_fields, *(facet.name for facet in facets())}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = handler.resolve_ref_schema(handler(core_schema))
        for facet in facets():
            about = {"type": "string", "description": f"{facet.label}; xem facets."}
            schema["properties"].setdefault(facet.name, about)
        return schema

    def chosen(self, given: QueryDict) -> dict[str, str]:
        """The values by which the answer is narrowed, by the names of their facets."""
        values = given.dict() | self.dict()
        names = (facet.name for facet in facets())
        return {name: str(values[name]) for name in names if values.get(name) is not None}


class SuggestItem(TypedDict):
    text: str
    type: Annotated[str, Field(description="Loại trang, hoặc person, organisation, cluster.")]
    url: str
    id: Annotated[str | None, Field(description="UUID, khi là một trang.")]
    external_id: Annotated[str | None, Field(description="Mã ở hệ thống cũ, khi có.")]
    locale: Annotated[str, Field(description="Ngôn ngữ của `text`: vi hoặc en.")]


class SuggestAnswer(TypedDict):
    items: list[SuggestItem]


class SuggestParameters(Parameters):
    q: FreeText = Field(description="Chữ đang gõ; từ hai chữ cái trở lên.")
    locale: ContentLanguage | None = Field(
        None,
        description="Dẫn đến trang bằng ngôn ngữ này: vi hoặc en, khi có; mặc định: đến trang tìm thấy.",
    )


@router.get(
    "/",
    response=SearchAnswer,
    summary="Tìm trong các trang công khai",
    description="Từ đồng nghĩa biên tập viên đặt có tác dụng ở đây như trên trang tìm kiếm."
    " Kết quả ưu tiên chỉ đứng riêng trên trang ấy; ở đây mọi trang xếp theo `order`.",
)
def search(
    request: HttpRequest, response: HttpResponse, parameters: Query[SearchParameters]
) -> SearchAnswer:
    is_true_for_a_while = nothing_waits()
    chosen = parameters.chosen(request.GET)
    _refuse_unknown(chosen, [parameters.locale] if parameters.locale else get_content_languages())
    question = Question(
        typed=parameters.q,
        chosen=chosen,
        locale=parameters.locale or "",
        newest_first=parameters.order == "newest",
        as_typed=parameters.exact,
    )
    # Of the address alone: it is given again to others, who may prefer another language.
    with translation.override(parameters.locale or settings.LANGUAGE_CODE):
        found = find_pages(question, limit=parameters.limit, offset=parameters.offset)
        told = hint(found.said) or None
        also: list[AlsoItem] = [
            {"text": each.other, "reason": why_in_letters(each)} for each in found.also
        ]
        offered = {choices.facet.name: _offered(choices) for choices in found.facets}
    if is_true_for_a_while and not found.degraded:
        let_be_given_again(response)
    return {
        "items": [_item(result) for result in found.results],
        "total": found.total,
        "facets": offered,
        "understood_as": found.instead or found.understood_as,
        "did_you_mean": found.did_you_mean,
        "hint": told,
        "also": also,
        "partial": found.is_partial,
        "degraded": found.degraded,
    }


@router.get("/suggest/", response=SuggestAnswer, summary="Gợi ý khi đang gõ")
def suggest(
    request: HttpRequest, response: HttpResponse, parameters: Query[SuggestParameters]
) -> SuggestAnswer:
    if nothing_waits():
        let_be_given_again(response)
    return {
        "items": [
            {
                "text": each.text,
                "type": each.type,
                "url": each.url,
                "id": each.id,
                "external_id": each.external_id,
                "locale": each.locale,
            }
            for each in suggestions(parameters.q, parameters.locale or "")
        ]
    }


def _refuse_unknown(chosen: Mapping[str, str], languages: Collection[str]) -> None:
    """It has the right form, but there is nothing like it: an empty answer would hide the slip."""
    for name, value in chosen.items():
        if not _is_known(name, value, languages):
            vietnamese, english = HAS_TO_BE.get(name, ANY_KNOWN)
            raise wrong_value(
                name, f"phải là {vietnamese}; xem facets", f"must be {english}; see facets"
            )


def _is_known(facet_name: str, value: str, languages: Collection[str]) -> bool:
    """By its name in one of the languages: sections have other addresses in each."""
    facet = facet_named(facet_name)
    if facet is None or "\x00" in value:  # which no database takes
        return False
    for language in languages:
        with translation.override(language):
            if value in facet.names_of([value]):
                return True
    return False


def _offered(choices: FacetChoices) -> list[FacetItem]:
    return [
        {
            "value": each.value,
            "name": letters_of(name_in(each, choices.facet)),
            "count": each.count,
        }
        for each in choices.values
    ]


def _item(result: Result) -> SearchItem:
    page = result.page
    return {
        "id": str(page.translation_key),
        "external_id": getattr(page, "external_id", "") or None,
        "title": page.title,
        "url": address_of(page),
        "type": kind_of(type(page)),
        "locale": language_of(page),
        "snippet_html": result.snippet_html,
    }
