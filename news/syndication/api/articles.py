"""/api/v1/articles/: parameters are checked here, answers come from source."""

import uuid
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import BeforeValidator, Field, WithJsonSchema

from news.syndication.objects.contract import (
    ArticleListObject,
    ArticleObject,
    ProblemObject,
    RemovedObject,
)
from search.parameters import ContentLanguage, Parameters

from . import source
from .answers import answer
from .cursors import Cursor
from .paging import next_page
from .problems import Refusal, Sentence

REMOVED = {
    "withdrawn": Sentence("Bài đã được rút lại.", "The article was withdrawn."),
    "redirected": Sentence(
        "Bài đã chuyển sang địa chỉ khác.", "The article moved to another address."
    ),
    "gone": Sentence("Bài đã được gỡ hẳn.", "The article was removed for good."),
    "superseded": Sentence("Bài đã có bản thay thế.", "Another article took its place."),
    "private": Sentence("Bài đã chuyển thành nội bộ.", "The article is no longer public."),
}
NO_SUCH_SECTION = Sentence(
    "Không có chuyên mục ghi ở “section”.", "There is no section as given in “section”."
)
NO_SUCH_ARTICLE = Sentence(
    "Không có tin bài nào đang công khai với id này.", "No public article has this id."
)

router = Router(tags=["Tin bài"])

CursorParameter = Annotated[
    Cursor, BeforeValidator(Cursor.parse), WithJsonSchema({"type": "string"})
]


ARTICLE_ID = Path(..., description="UUID của bài, từ một danh sách.")


class ListParameters(Parameters):
    limit: int = Field(20, ge=1, le=100, description="Số bài mỗi trang.")
    cursor: CursorParameter | None = Field(None, description="Lấy từ next của trang trước.")
    section: str | None = Field(
        None, max_length=255, pattern=r"^[-\w]+$", description="Đường dẫn của chuyên mục."
    )
    locale: ContentLanguage | None = Field(None, description="vi (mặc định) hoặc en.")
    order: Literal["-published_at"] = Field("-published_at", description="Mới nhất trước.")


class DetailParameters(Parameters):
    locale: ContentLanguage | None = Field(
        None, description="vi (mặc định) hoặc en; chưa có bản dịch thì trả về bản tiếng Việt."
    )


@router.get(
    "/",
    response=ArticleListObject,
    summary="Tin bài đang công khai, mới nhất trước",
)
def list_articles(request: HttpRequest, parameters: Query[ListParameters]) -> HttpResponse:
    try:
        found = source.newest_articles(
            language=parameters.locale or source.default_language(),
            limit=parameters.limit,
            section=parameters.section,
            after=parameters.cursor,
        )
    except source.NoSuchSection:
        raise Refusal(400, NO_SUCH_SECTION, parameters=["section"]) from None
    return answer({"items": found.items, "next": next_page(request, found.end)})


@router.get(
    "/{uuid:id}/",
    response={200: ArticleObject, 404: ProblemObject, 410: RemovedObject},
    summary="Một tin bài",
)
def get_article(
    request: HttpRequest,
    parameters: Query[DetailParameters],
    id: uuid.UUID = ARTICLE_ID,  # noqa: A002 - the contract's name
) -> HttpResponse:
    language = parameters.locale or source.default_language()
    found = source.find_article(id, language)
    if found is None:
        raise Refusal(404, NO_SUCH_ARTICLE)
    if isinstance(found, source.Removal):
        said = REMOVED[found.reason]
        raise Refusal(
            410,
            Sentence(found.note or said.vietnamese, said.english),
            reason=found.reason,
            note=found.note,
            replaced_by=found.replaced_by,
        )
    return answer(found)
