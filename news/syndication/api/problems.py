"""Errors as application/problem+json (RFC 9457), in Vietnamese and naming the parameter."""

import json
import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

logger = logging.getLogger(__name__)

TITLES = {
    HTTPStatus.BAD_REQUEST: "Yêu cầu không hợp lệ",
    HTTPStatus.NOT_FOUND: "Không tìm thấy",
    HTTPStatus.METHOD_NOT_ALLOWED: "Phương thức không được hỗ trợ",
    HTTPStatus.GONE: "Không còn công khai",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Máy chủ gặp lỗi",
}
NO_SUCH_ADDRESS = (
    "Không có địa chỉ này trong API. Mọi địa chỉ đều kết thúc bằng dấu /; danh sách ở /api/v1/docs."
)
LONGEST_NAME_REPEATED = 60


def problem(status: int, detail: str, **more: Any) -> HttpResponse:
    """`more` are further members of the answer, such as the reason of a withdrawal."""
    title = TITLES.get(HTTPStatus(status), HTTPStatus(status).phrase)
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return HttpResponse(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        status=status,
        content_type="application/problem+json",
    )


def not_found(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    return problem(404, NO_SUCH_ADDRESS)


def wrong_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:
    names = [_name(each) for each in error.errors]
    sentences = [
        f"{_sentence(each, name)}." for each, name in zip(error.errors, names, strict=True)
    ]
    return problem(400, " ".join(sentences), parameters=names)


def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, error.message)


def suspicious(request: HttpRequest, error: SuspiciousOperation) -> HttpResponse:
    return problem(400, "Máy chủ không nhận yêu cầu này.")


def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """The stranger learns nothing of the cause; the log learns all of it."""
    logger.error("API: %s", request.path, exc_info=error)
    return problem(500, "Máy chủ gặp lỗi khi trả lời; xin thử lại sau.")


def answer_errors_with_problems(api: NinjaAPI) -> None:
    api.exception_handler(Exception)(failed)
    api.exception_handler(SuspiciousOperation)(suspicious)
    api.exception_handler(Http404)(not_found)
    api.exception_handler(HttpError)(refused)
    api.exception_handler(ValidationError)(wrong_parameters)


def _name(error: Mapping[str, Any]) -> str:
    location: Sequence[Any] = error["loc"]
    return str(location[-1])[:LONGEST_NAME_REPEATED]


def _sentence(error: Mapping[str, Any], name: str) -> str:
    kind, bounds = error["type"], error.get("ctx", {})
    match kind:
        case "unknown":
            return f"Không có tham số “{name}” ở địa chỉ này"
        case "repeated":
            return f"Tham số “{name}” chỉ được ghi một lần"
        case "missing":
            return f"Thiếu tham số “{name}”"
        case "value_error":
            return f"Tham số “{name}” {bounds['error']}"
        case "literal_error":
            return f"Tham số “{name}” chỉ nhận {bounds['expected'].replace(' or ', ' hoặc ')}"
        case "greater_than_equal":
            return f"Tham số “{name}” phải từ {bounds['ge']} trở lên"
        case "less_than_equal":
            return f"Tham số “{name}” không được quá {bounds['le']}"
        case "string_too_long":
            return f"Tham số “{name}” không được dài quá {bounds['max_length']} ký tự"
        case _ if kind.startswith("int_"):
            return f"Tham số “{name}” phải là một số nguyên"
        case _ if kind.startswith("date_"):
            return f"Tham số “{name}” phải là một ngày có thật, viết như 2024-02-29"
        case _:
            return f"Tham số “{name}” không hợp lệ"
