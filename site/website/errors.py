"""Error pages in our own look, and the API's problems where a program asked."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.functional import Promise
from django.utils.translation import get_language_from_path, gettext_lazy, override

from news.syndication.api.problems import BROKEN, NO_SUCH_ADDRESS, NOT_TAKEN, problem
from website.byte_path.keeping import API
from website.feedback import sent_too_late


@dataclass(frozen=True)
class Trouble:
    """What is said by a page without menu, search and settings: the database is not asked."""

    status: int
    heading: Promise
    words: Promise
    way_on: Promise


BAD_REQUEST = Trouble(
    400,
    gettext_lazy("Máy chủ không hiểu yêu cầu này"),
    gettext_lazy("Địa chỉ hoặc dữ liệu gửi lên không đúng dạng. Xin gõ lại hoặc đi từ trang chủ."),
    gettext_lazy("Về trang chủ"),
)
NOT_FROM_HERE = Trouble(
    403,
    gettext_lazy("Trang mở đã lâu nên chưa gửi được"),
    gettext_lazy(
        "Phiên làm việc đã hết hạn, hoặc trình duyệt chặn cookie. Xin quay lại trang trước (chữ đã"
        " gõ thường còn đó), tải lại trang rồi gửi lần nữa."
    ),
    gettext_lazy("Mở lại trang này"),
)
NOT_THAT_WAY = Trouble(
    405,
    gettext_lazy("Trang này chỉ để đọc"),
    gettext_lazy("Địa chỉ này không nhận dữ liệu gửi lên. Xin mở lại trang để đọc."),
    gettext_lazy("Mở lại trang này"),
)
SERVER_ERROR = Trouble(
    500,
    gettext_lazy("Trang đang gặp lỗi"),
    gettext_lazy("Lỗi ở phía chúng tôi, không phải do bạn. Xin thử lại sau ít phút."),
    gettext_lazy("Về trang chủ"),
)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    if request.path.startswith(API):
        return problem(404, NO_SUCH_ADDRESS)
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """A host name that is not ours, say. Nothing of the request is repeated."""
    if request.path.startswith(API):
        return problem(400, NOT_TAKEN)
    return say(request, BAD_REQUEST)


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of its page. The admin's says so; a reader's keeps what was typed."""
    if request.path == reverse("feedback"):
        return sent_too_late(request)
    return say(request, NOT_FROM_HERE, escape_uri_path(request.path))


def not_that_way(request: HttpRequest) -> HttpResponse:
    """Something was sent to a page that is there to be read."""
    answer = say(request, NOT_THAT_WAY, escape_uri_path(request.path))
    answer["Allow"] = "GET, HEAD"
    return answer


def server_error(request: HttpRequest) -> HttpResponse:
    """Kept by nobody: the next who asks may be answered."""
    is_program = request.path.startswith(API)
    answer = problem(500, BROKEN) if is_program else say(request, SERVER_ERROR)
    answer["Cache-Control"] = "no-store"
    return answer


def say(request: HttpRequest, trouble: Trouble, address: str = "") -> HttpResponse:
    """In the language of the address: it may have gone wrong before anybody looked at that."""
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        home = reverse("wagtail_serve", args=[""])
        context = {"trouble": trouble, "address": address or home}
        return render(request, "trouble.html", context, status=trouble.status)
