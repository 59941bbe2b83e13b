"""API v1: what it offers. Parameters are checked here, answers come from source."""

import uuid
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query
from ninja.errors import HttpError
from ninja.renderers import JSONRenderer
from pydantic import BeforeValidator, Field, WithJsonSchema

from search.addresses import absolute
from search.api import router as search_router
from search.parameters import ContentLanguage, Parameters

from . import source
from .answers import answer
from .contract import ArticleListObject, ArticleObject, ProblemObject, RemovedObject
from .cursors import Cursor
from .documentation import Documentation
from .problems import answer_errors_with_problems, problem
from .provinces import router as provinces_router

REMOVED = {
    "withdrawn": "Bài đã được rút lại.",
    "redirected": "Bài đã chuyển sang địa chỉ khác.",
    "gone": "Bài đã được gỡ hẳn.",
    "superseded": "Bài đã có bản thay thế.",
    "private": "Bài đã chuyển thành nội bộ.",
}


class PublicAPI(NinjaAPI):
    def get_content_type(self) -> str:
        return "application/json"

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """Errors are problem+json; Django Ninja describes every answer as application/json."""
        schema = super().get_openapi_schema(**kwargs)
        for operation in (each for path in schema["paths"].values() for each in path.values()):
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    content = response["content"]
                    content["application/problem+json"] = content.pop("application/json")
        return schema


class ReadableJSON(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False}


api = PublicAPI(
    title="API tin bài và khen thưởng",
    version="1",
    description=(
        "Chỉ đọc, không cần khóa. Danh sách trả về items và next (địa chỉ trang sau). "
        "Mọi lỗi theo RFC 9457 (application/problem+json); tham số lạ bị từ chối. "
        "id của bài không đổi và chung cho các ngôn ngữ; version chỉ tăng."
    ),
    urls_namespace="api-v1",
    renderer=ReadableJSON(),
    docs=Documentation(),
)
answer_errors_with_problems(api)
api.add_router("/search", search_router)
api.add_router("/provinces", provinces_router)


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


@api.get(
    "/articles/",
    response={200: ArticleListObject, 400: ProblemObject},
    tags=["Tin bài"],
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
        return problem(400, "Không có chuyên mục ghi ở “section”.", parameters=["section"])
    return answer({"items": found.items, "next": _next_page(request, found.end)})


@api.get(
    "/articles/{uuid:id}/",
    response={200: ArticleObject, 400: ProblemObject, 404: ProblemObject, 410: RemovedObject},
    tags=["Tin bài"],
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
        raise HttpError(404, "Không có tin bài nào đang công khai với id này.")
    if isinstance(found, source.Removal):
        return problem(
            410,
            found.note or REMOVED[found.reason],
            reason=found.reason,
            note=found.note,
            replaced_by=found.replaced_by,
        )
    return answer(found)


def _next_page(request: HttpRequest, end: Cursor | None) -> str | None:
    if end is None:
        return None
    parameters = request.GET.dict() | {"cursor": str(end)}
    return absolute(f"{request.path}?{urlencode(parameters)}")
