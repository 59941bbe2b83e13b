"""API v1 whole: the rooms' routers under one roof, and what is true of all of them."""

from typing import Any

from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from search.api import router as search_router

from .articles import router as articles_router
from .documentation import Documentation
from .problems import answer_errors_with_problems
from .provinces import router as provinces_router


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
api.add_router("/articles", articles_router)
api.add_router("/search", search_router)
api.add_router("/provinces", provinces_router)
