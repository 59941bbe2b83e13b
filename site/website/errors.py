"""Error pages in our own look, and the API's problems where a program asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from news.syndication.api.problems import BROKEN, NO_SUCH_ADDRESS, NOT_TAKEN, problem
from website.feedback import sent_too_late

API_PREFIX = "/api/"


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    if request.path.startswith(API_PREFIX):
        return problem(404, NO_SUCH_ADDRESS)
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """A host name that is not ours, say. Nothing of the request is repeated."""
    if request.path.startswith(API_PREFIX):
        return problem(400, NOT_TAKEN)
    return HttpResponse(
        "Yêu cầu không hợp lệ.", status=400, content_type="text/plain; charset=utf-8"
    )


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of its page. The admin's says so; a reader's keeps what was typed."""
    if request.path == reverse("feedback"):
        return sent_too_late(request)
    return HttpResponse(
        "Phiên làm việc đã hết hạn hoặc trình duyệt chặn cookie. Xin tải lại trang rồi thử lại.",
        status=403,
        content_type="text/plain; charset=utf-8",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(API_PREFIX):
        return problem(500, BROKEN)
    return render(request, "500.html", status=500)
