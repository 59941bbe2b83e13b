"""GET /search/: what the search page finds, for programs. Mounted by the room that has an API."""

import re
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import AfterValidator, Field

# Pydantic reads the standard library's TypedDict only from Python 3.12 on.
from typing_extensions import TypedDict
from wagtail.models import Page, get_page_models

from .addresses import address_of
from .parameters import ContentLanguage, Parameters
from .query import find_pages
from .templatetags.search_tags import marked

router = Router(tags=["Tìm kiếm"])

WORD_START = re.compile(r"(?<!^)(?=[A-Z])")
SNIPPET_LENGTH = 300


class SearchItem(TypedDict):
    id: Annotated[str, Field(description="UUID của trang, chung cho mọi ngôn ngữ.")]
    external_id: Annotated[str | None, Field(description="Mã ở hệ thống cũ, khi có.")]
    title: str
    url: str
    type: Annotated[str, Field(description="Loại trang: article, section, consultation …")]
    snippet_html: Annotated[str, Field(description="Đoạn mở đầu; chữ tìm thấy nằm trong <mark>.")]


class SearchAnswer(TypedDict):
    items: list[SearchItem]
    total: Annotated[int, Field(description="Số kết quả trong tất cả các trang.")]
    facets: Annotated[dict[str, dict[str, int]], Field(description="Chưa có.")]
    understood_as: Annotated[str, Field(description="Những chữ đã dùng để tìm.")]
    did_you_mean: Annotated[str | None, Field(description="Chưa có.")]
    degraded: Annotated[bool, Field(description="true: máy tìm kiếm đang gặp sự cố.")]


def type_of(model: type[Page]) -> str:
    """What the API calls a page type: ArticlePage is article, HomePage is home."""
    return WORD_START.sub("_", model.__name__.removesuffix("Page")).lower()


def page_types() -> dict[str, type[Page]]:
    return {type_of(model): model for model in get_page_models() if model is not Page}


def _known_type(name: str) -> str:
    if name not in page_types():
        raise ValueError(f"chỉ nhận một trong: {', '.join(sorted(page_types()))}")
    return name


class SearchParameters(Parameters):
    q: str = Field(description="Chữ cần tìm; chỉ dùng 200 ký tự, 16 chữ đầu.")
    limit: int = Field(20, ge=1, le=100, description="Số kết quả mỗi trang.")
    offset: int = Field(0, ge=0, le=10_000, description="Bỏ qua bấy nhiêu kết quả đầu.")
    type: Annotated[str, AfterValidator(_known_type)] | None = Field(
        None, description="Chỉ một loại trang, ví dụ article."
    )
    locale: ContentLanguage | None = Field(
        None, description="Chỉ một ngôn ngữ: vi hoặc en; mặc định: cả hai."
    )


@router.get("/", response=SearchAnswer, summary="Tìm trong các trang công khai")
def search(request: HttpRequest, parameters: Query[SearchParameters]) -> SearchAnswer:
    found = find_pages(
        parameters.q,
        limit=parameters.limit,
        offset=parameters.offset,
        model=page_types()[parameters.type] if parameters.type else None,
        locale=parameters.locale or "",
    )
    return {
        "items": [_item(page, found.query) for page in found.pages],
        "total": found.total,
        "facets": {},
        "understood_as": found.query,
        "did_you_mean": None,
        "degraded": False,
    }


def _item(page: Page, words: str) -> SearchItem:
    return {
        "id": str(page.translation_key),
        "external_id": getattr(page, "external_id", "") or None,
        "title": page.title,
        "url": address_of(page),
        "type": type_of(type(page)),
        "snippet_html": marked(_opening(page), words),
    }


def _opening(page: Page) -> str:
    """The words a page opens with, under whatever name its type has for them."""
    names = ("lead", "introduction", "search_description")
    opening = next((text for name in names if (text := getattr(page, name, ""))), "")
    return opening[:SNIPPET_LENGTH]
