"""Is the process alive; is it ready to serve; and, for who looks after the site, how it is."""

from collections.abc import Callable
from functools import wraps

from django import db
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from website.status import State, pending_migrations, state

View = Callable[[HttpRequest], HttpResponse]

THIS_MACHINE = {"127.0.0.1", "::1"}
BY_A_PROXY = ("HTTP_X_FORWARDED", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")


class ProbeMiddleware:
    """Answers probes before anybody looks at their host: they name the machine, not the site.

    How the site is, is told so to the machine itself alone; a superuser is told by the same
    addresses as views.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path)
        if probe is None and is_from_this_machine(request):
            probe = TOLD_HERE.get(request.path)
        return probe(request) if probe else self.get_response(request)


def is_from_this_machine(request: HttpRequest) -> bool:
    """What a proxy passes on comes from this machine too, but says so: without X-Forwarded-Proto
    the site would do nothing but lead to https."""
    passed_on = any(name.startswith(BY_A_PROXY) for name in request.META)
    return request.META.get("REMOTE_ADDR") in THIS_MACHINE and not passed_on


def for_superusers(view: View) -> View:
    @wraps(view)
    def asked(request: HttpRequest) -> HttpResponse:
        if request.user.is_superuser:
            return view(request)
        words = "Chỉ người quản trị đã đăng nhập, hoặc chính máy chủ, xem được trang này.\n"
        return _plain(words, status=403)

    return asked


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return _plain("ok\n")


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and no migration is waiting; 503 with one line when not so."""
    try:
        pending = pending_migrations()
    except db.Error:
        return _not_ready("cơ sở dữ liệu không trả lời")
    if pending:
        return _not_ready("còn bước nâng cấp cơ sở dữ liệu chưa chạy")
    return _plain("ok\n")


@require_safe
@never_cache
def status(request: HttpRequest) -> HttpResponse:
    """503 when the database does not answer; all else that is wrong stands in `problems`."""
    now = state()
    told = {
        "ok": not now.problems,
        "problems": now.problems,
        "measures": now.values,
        "versions": now.versions,
    }
    return JsonResponse(
        told,
        status=200 if now.values["database_up"] else 503,
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The same numbers in the text form of Prometheus."""
    return HttpResponse(_exposed(state()), content_type="text/plain; version=0.0.4; charset=utf-8")


def _exposed(now: State) -> str:
    return "".join(
        f"# HELP cong_noi_vu_{each.name} {each.meaning}\n"
        f"# TYPE cong_noi_vu_{each.name} gauge\n"
        f"cong_noi_vu_{each.name} {each.value}\n"
        for each in now.measures
        if each.value is not None
    )


def _not_ready(reason: str) -> HttpResponse:
    return _plain(f"chưa sẵn sàng: {reason}\n", status=503)


def _plain(words: str, status: int = 200) -> HttpResponse:
    return HttpResponse(words, content_type="text/plain", status=status)


PROBES: dict[str, View] = {"/-/live": live, "/-/ready": ready}
TOLD_HERE: dict[str, View] = {"/-/status": status, "/-/metrics": metrics}
