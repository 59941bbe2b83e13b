"""Errors as application/problem+json (RFC 9457), in Vietnamese and English, naming the parameter."""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, NamedTuple

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from search.parameters import NO_DATE, NO_NUMBER, one_of_words

logger = logging.getLogger(__name__)

TITLES = {
    HTTPStatus.BAD_REQUEST: "Yêu cầu không hợp lệ",
    HTTPStatus.UNAUTHORIZED: "Khóa không đúng hoặc thiếu khóa",
    HTTPStatus.FORBIDDEN: "Khóa không dùng được cho việc này",
    HTTPStatus.NOT_FOUND: "Không tìm thấy",
    HTTPStatus.METHOD_NOT_ALLOWED: "Phương thức không được hỗ trợ",
    HTTPStatus.CONFLICT: "Nội dung khác với lần trước",
    HTTPStatus.GONE: "Không còn ở đây",
    HTTPStatus.PRECONDITION_FAILED: "Nội dung đã khác",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Nội dung gửi quá dài",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Kiểu nội dung không được nhận",
    HTTPStatus.TOO_MANY_REQUESTS: "Quá nhiều yêu cầu",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Máy chủ gặp lỗi",
    HTTPStatus.SERVICE_UNAVAILABLE: "Chưa nhận được",
}
LONGEST_NAME_REPEATED = 60


class Sentence(NamedTuple):
    """What went wrong, said twice."""

    vietnamese: str
    english: str


PARAMETER = Sentence("Tham số", "The parameter")
FIELD = Sentence("Trường", "The field")
# Where a parameter names something of ours: what it has to be. They go on after its name.
A_SECTION = Sentence(
    "phải là đường dẫn của một chuyên mục; xem /api/v1/sections/",
    "must be the slug of a section; see /api/v1/sections/",
)
A_PROVINCE = Sentence(
    "phải là khóa của một tỉnh, thành phố; xem /api/v1/provinces/",
    "must be the key of a province; see /api/v1/provinces/",
)
AN_ORGANISATION = Sentence(
    "phải là id của một cơ quan; xem /api/v1/organisations/",
    "must be the id of an organisation; see /api/v1/organisations/",
)
A_PERSON = Sentence(
    "phải là id của một nhân sự; xem /api/v1/people/",
    "must be the id of a person; see /api/v1/people/",
)
AN_AWARD_TITLE = Sentence(
    "phải là mã của một danh hiệu, hình thức khen thưởng; xem /api/v1/awards/titles/",
    "must be the code of an award title; see /api/v1/awards/titles/",
)
NAMES = {
    "section": A_SECTION,
    "province": A_PROVINCE,
    "organisation": AN_ORGANISATION,
    "decider": AN_ORGANISATION,
    "person": A_PERSON,
    "award": AN_AWARD_TITLE,
    "title": AN_AWARD_TITLE,
    "rank": Sentence("phải là một hạng, như “hạng Nhất”", "must be a rank, such as “hạng Nhất”"),
}

NO_SUCH_ADDRESS = Sentence(
    "API không có địa chỉ này; danh sách ở /api/v1/docs.",
    "The API has no such address; /api/v1/docs lists them.",
)
NOT_TAKEN = Sentence("Máy chủ không nhận yêu cầu này.", "The server does not take this request.")
UNREADABLE = Sentence(
    "Nội dung gửi không phải JSON đọc được.", "The body is not JSON that can be read."
)
BROKEN = Sentence(
    "Máy chủ gặp lỗi khi trả lời; xin thử lại sau.",
    "The server failed to answer; please try again later.",
)


class Refusal(Exception):
    """Raised by an operation to answer with a problem; `more` are further members of it."""

    def __init__(self, status: int, detail: Sentence, **more: Any) -> None:
        super().__init__(status, detail)
        self.status, self.detail, self.more = status, detail, more


def wrong(
    name: str, what: Sentence, *, thing: Sentence = PARAMETER, also: Sequence[str] = ()
) -> Refusal:
    """Of a parameter, or of a field of what was sent; `what` goes on after its name."""
    said = _said_of(thing, name, what)
    return Refusal(400, Sentence(*(f"{each}." for each in said)), parameters=[name, *also])


def refuse_backwards(parameters: Any, first: str, last: str) -> None:
    """No day is in such a span: an empty list would hide the slip."""
    start, end = getattr(parameters, first), getattr(parameters, last)
    if start and end and start > end:
        backwards = Sentence(f"không được sau “{last}”", f"must not be after “{last}”")
        raise wrong(first, backwards, also=[last])


def names_nothing(parameter: str) -> Refusal:
    """It has the right form, but there is nothing like it: an empty list would hide the slip."""
    return wrong(parameter, NAMES[parameter])


def problem(status: int, detail: Sentence, **more: Any) -> HttpResponse:
    """`more` are further members of the answer, such as the reason of a withdrawal."""
    known = HTTPStatus(status)
    body = {
        "type": "about:blank",
        "title": TITLES.get(known, known.phrase),
        "title_en": known.phrase,
        "status": status,
        "detail": detail.vietnamese,
        "detail_en": detail.english,
        **more,
    }
    return HttpResponse(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        status=status,
        content_type="application/problem+json",
    )


def not_found(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    return problem(404, NO_SUCH_ADDRESS)


def wrong_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:
    names = [_name(each) for each in error.errors]
    sentences = [_sentence(each, name) for each, name in zip(error.errors, names, strict=True)]
    detail = Sentence(
        *(" ".join(f"{said}." for said in tongue) for tongue in zip(*sentences, strict=True))
    )
    return problem(400, detail, parameters=names)


def refused(request: HttpRequest, error: Refusal) -> HttpResponse:
    return problem(error.status, error.detail, **error.more)


def refused_by_ninja(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Of its own accord it refuses with 400 only a body it cannot parse."""
    return problem(error.status_code, UNREADABLE if error.status_code == 400 else NOT_TAKEN)


def suspicious(request: HttpRequest, error: SuspiciousOperation) -> HttpResponse:
    return problem(400, NOT_TAKEN)


def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """The stranger learns nothing of the cause; the log learns all of it."""
    logger.error("API: %s", request.path, exc_info=error)
    return problem(500, BROKEN)


def answer_errors_with_problems(api: NinjaAPI) -> None:
    api.exception_handler(Exception)(failed)
    api.exception_handler(SuspiciousOperation)(suspicious)
    api.exception_handler(Http404)(not_found)
    api.exception_handler(HttpError)(refused_by_ninja)
    api.exception_handler(Refusal)(refused)
    api.exception_handler(ValidationError)(wrong_parameters)


def _name(error: Mapping[str, Any]) -> str:
    """Of the field itself, wherever it stands; an item of a list has none but that of its list."""
    location: Sequence[Any] = error["loc"]
    return [str(each) for each in location if not isinstance(each, int)][-1][:LONGEST_NAME_REPEATED]


def _sentence(error: Mapping[str, Any], name: str) -> Sentence:
    """Without the full stop. What is sent in a body has fields, an address has parameters."""
    in_body = error["loc"][0] == "body"
    thing = FIELD if in_body else PARAMETER
    match error["type"]:
        case "unknown":
            return Sentence(
                f"Không có tham số “{name}” ở địa chỉ này",
                f"This address has no parameter “{name}”",
            )
        case "extra_forbidden":
            return Sentence(f"Không có trường “{name}”", f"There is no field “{name}”")
        case "missing" if len(error["loc"]) == 2 and in_body:
            # Of a body sent in chunks, without its length, nothing is read.
            return Sentence(
                "Thiếu nội dung, hoặc thiếu Content-Length",
                "The body, or its Content-Length, is missing",
            )
        case "missing":
            vietnamese = f"Thiếu {thing.vietnamese.lower()} “{name}”"
            return Sentence(vietnamese, f"{thing.english} “{name}” is missing")
        case "model_type" | "model_attributes_type" | "dict_type" if len(error["loc"]) == 2:
            return Sentence("Nội dung phải là một đối tượng JSON", "The body must be a JSON object")
        case "string_pattern_mismatch" | "uuid_parsing" if name in NAMES and not in_body:
            return _said_of(thing, name, NAMES[name])
        case _:
            return _said_of(thing, name, Sentence(*_what_is_wrong(error)))


def _said_of(thing: Sentence, name: str, what: Sentence) -> Sentence:
    """Without the full stop."""
    return Sentence(
        *(f"{one} “{name}” {goes_on}" for one, goes_on in zip(thing, what, strict=True))
    )


def _what_is_wrong(error: Mapping[str, Any]) -> tuple[str, str]:
    """Both go on after the parameter's name."""
    kind, bounds = error["type"], error.get("ctx", {})
    match kind:
        case "refused":
            return bounds["vietnamese"], bounds["english"]
        case "repeated":
            return "chỉ được ghi một lần", "may be given only once"
        case "literal_error":
            return one_of_words(re.findall("'([^']*)'", bounds["expected"]))
        case "greater_than_equal":
            return f"phải từ {bounds['ge']} trở lên", f"must be at least {bounds['ge']}"
        case "less_than_equal":
            return f"không được quá {bounds['le']}", f"must be at most {bounds['le']}"
        case "string_too_long":
            most = bounds["max_length"]
            return f"không được dài quá {most} ký tự", f"must have at most {most} characters"
        case "string_too_short":
            return "không được để trống", "must not be empty"
        case "string_type" | "string_unicode":
            return "phải là một chuỗi", "must be a string"
        case "list_type":
            return "phải là một danh sách", "must be a list"
        case "too_long":
            most = bounds["max_length"]
            return f"không được quá {most} mục", f"must have at most {most} items"
        case "too_short":
            return "không được để trống", "must not be empty"
        case "model_type" | "model_attributes_type" | "dict_type":
            return "phải gồm các đối tượng JSON", "must hold JSON objects"
        case _ if kind.startswith("bool_"):
            return "phải là true hoặc false", "must be true or false"
        case _ if kind.startswith("int_"):
            return NO_NUMBER
        case _ if kind.startswith("date_"):
            return NO_DATE
        case _ if kind.startswith("uuid_"):
            return "phải là một UUID", "must be a UUID"
        case _:
            return "không hợp lệ", "is not valid"
