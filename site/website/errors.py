"""Error pages in our own look, and problem+json where a program asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

API_PREFIX = "/api/"


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    if request.path.startswith(API_PREFIX):
        return _problem(404, "Không có địa chỉ này trong API.")
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """A host name that is not ours, say. Nothing of the request is repeated."""
    if request.path.startswith(API_PREFIX):
        return _problem(400, "Yêu cầu không hợp lệ.")
    return HttpResponse(
        "Yêu cầu không hợp lệ.", status=400, content_type="text/plain; charset=utf-8"
    )


def server_error(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(API_PREFIX):
        return _problem(500, "Máy chủ gặp lỗi; xin thử lại sau.")
    return render(request, "500.html", status=500)


def _problem(status: int, title: str) -> HttpResponse:
    body = {"type": "about:blank", "title": title, "status": status}
    return JsonResponse(
        body,
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
