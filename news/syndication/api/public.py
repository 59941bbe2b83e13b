"""API v1 whole: the rooms' routers under one roof, and what is true of all of them."""

import json
from functools import cache
from typing import Any

from ninja import NinjaAPI
from ninja.openapi import get_schema
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from news.syndication.objects.contract import ProblemObject
from search.api import router as search_router
from search.facets import facets

from .articles import router as articles_router
from .awards import router as awards_router
from .changes import router as changes_router
from .clusters import router as clusters_router
from .documentation import Documentation
from .ids import register as register_ids
from .inbox import router as inbox_router
from .organisations import router as organisations_router
from .page_views import router as page_views_router
from .people import router as people_router
from .portal_views import router as portal_views_router
from .previews import router as previews_router
from .problems import answer_errors_with_problems
from .provinces import router as provinces_router
from .sections import router as sections_router

PROBLEM = "application/problem+json"


def _any_problem(description: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{ProblemObject.__name__}"}
    return {"description": description, "content": {PROBLEM: {"schema": schema}}}


ANSWERS_OF_ALL = {
    400: _any_problem("Tham số lạ, sai hoặc ghi hai lần"),
    401: _any_problem("Thiếu khóa ở nơi cần khóa, hoặc khóa không đúng, đã thu hồi"),
    403: _any_problem("Khóa không dùng được cho việc này"),
    429: _any_problem("Quá nhiều yêu cầu trong một phút; Retry-After: số giây phải chờ"),
    500: _any_problem("Máy chủ gặp lỗi"),
}
ANSWERS_TO_READERS = {
    304: {"description": "Không khác bản có ETag ghi ở If-None-Match"},
    412: _any_problem("Đã khác bản có ETag ghi ở If-Match, hoặc đã đổi sau If-Unmodified-Since"),
}
PORTAL_KEY = {
    "type": "http",
    "scheme": "bearer",
    "description": "Khóa của cổng, do Sở cấp. Đọc thì không cần; gửi kèm thì khóa phải đúng.",
}


class PublicAPI(NinjaAPI):
    def get_content_type(self) -> str:
        return "application/json"

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """What programs made from the description call it, wherever our own code stands."""
        return operation.view_func.__name__

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> Any:
        """The same for everybody, and a tenth of a second's work: done once in a process, and once
        more where another facet was registered meanwhile."""
        named = tuple(facet.name for facet in facets())
        return _described(self, path_prefix or self.get_root_path(path_params or {}), named)


@cache
def _described(api: NinjaAPI, path_prefix: str, _facets: tuple[str, ...]) -> Any:
    """With the answers that every operation can give, and errors as problem+json.

    Django Ninja only knows what an operation declares, and all of it as application/json. It
    also lists the classes of our parameters, which no answer holds.
    """
    schema = get_schema(api, path_prefix)
    for method, operation in (each for path in schema["paths"].values() for each in path.items()):
        responses = {int(code): each for code, each in operation["responses"].items()}
        for response in (each for code, each in responses.items() if code >= 400):
            content = response["content"]
            content[PROBLEM] = content.pop("application/json")
        common = ANSWERS_OF_ALL | (ANSWERS_TO_READERS if method == "get" else {})
        operation["responses"] = dict(sorted((common | responses).items()))
        needed: list[dict[str, list[str]]] = [{"portal_key": []}]
        operation["security"] = needed if "security" in operation else [{}, *needed]
    schema["components"]["securitySchemes"] = {"portal_key": PORTAL_KEY}
    objects, whole = schema["components"]["schemas"], json.dumps(schema, default=str)
    for name in list(objects):
        if f'"#/components/schemas/{name}"' not in whole:
            del objects[name]
    return schema


class ReadableJSON(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False}


api = PublicAPI(
    title="API tin bài và khen thưởng",
    version="1",
    description=(
        "Đọc không cần khóa; cổng có khóa thì gửi Authorization: Bearer, được nhiều yêu cầu hơn, và "
        "danh sách, changes, snapshot chỉ gồm chuyên mục, tỉnh dành cho cổng. Danh sách trả về items và next (địa chỉ trang sau). "
        "Mọi lỗi theo RFC 9457 (application/problem+json), bằng tiếng Việt và tiếng Anh; tham số lạ "
        "bị từ chối. Mỗi câu trả lời có ETag: gửi lại ở If-None-Match, chưa có gì mới thì nhận 304. "
        "id không đổi và chung cho các ngôn ngữ; version của bài chỉ tăng."
    ),
    urls_namespace="api-v1",
    renderer=ReadableJSON(),
    docs=Documentation(),
)
answer_errors_with_problems(api)
register_ids()
api.add_router("/articles", articles_router)
api.add_router("", changes_router)
api.add_router("/search", search_router)
api.add_router("/awards", awards_router)
api.add_router("/people", people_router)
api.add_router("/organisations", organisations_router)
api.add_router("/clusters", clusters_router)
api.add_router("/provinces", provinces_router)
api.add_router("/sections", sections_router)
api.add_router("/inbox", inbox_router)
api.add_router("/preview", previews_router)
api.add_router("/views", page_views_router)
api.add_router("/portal-views", portal_views_router)
