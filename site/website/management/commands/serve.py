"""`python manage.py serve`: everything `make run` needs once the packages are installed."""

import errno
import http.client
import os
import socket
import sys
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from tqdm import tqdm

from news.models import ArticlePage
from news.syndication.publications.moving import former_address
from website.demo.logins import login_lines
from website.processes import Together

SECONDS_TO_START = 60
WEB, BACKGROUND = "trang web", "tiến trình nền"


class Command(BaseCommand):
    help = (
        "Chạy trang web cùng tiến trình nền trên máy này: cập nhật cơ sở dữ liệu nếu cần,"
        " nạp nội dung mẫu nếu là bản dùng thử còn trống. Ctrl-C dừng tất cả."
    )
    requires_system_checks: list[str] = []  # `make check` has them; here they cost a second

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="địa chỉ để nghe (%(default)s)")
        parser.add_argument("--no-demo", action="store_true", help="không nạp nội dung mẫu")

    def handle(self, *, host: str, no_demo: bool, **options: Any) -> None:
        refuse_unusable_address(host, settings.PORT)
        try:
            self._migrate()
            if settings.DEMO_CONTENT and not no_demo and is_empty():
                self._say("Đang nạp nội dung mẫu …")
                call_command("load_demo", stdout=self.stdout)
            elif former := former_address():
                self._say(f"Đang ghi lại mọi liên kết cho {settings.PUBLIC_URL} …")
                on_this_machine = urlsplit(former).hostname == "localhost"
                call_command("rebuild_publications", moved=on_this_machine, stdout=self.stdout)
        except KeyboardInterrupt:
            raise CommandError("Đã dừng giữa chừng; lần chạy sau sẽ làm tiếp.") from None
        connection.close()
        # Static files come straight from the apps here, but WhiteNoise warns without this folder.
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        self._run(host)

    def _migrate(self) -> None:
        pending = pending_migrations()
        if not pending:
            return
        self._say("Đang chuẩn bị cơ sở dữ liệu …")
        with Progress(pending) as progress:
            call_command("migrate", interactive=False, stdout=progress)

    def _run(self, host: str) -> None:
        programs = Together()
        try:
            programs.fork(WEB, partial(serve_web, host))
            up = programs.wait_until(lambda: answers(host), SECONDS_TO_START)
            if up:
                # After the first answer, so that the two do not share the cores until then.
                programs.start(BACKGROUND, background(), environment())
                self._welcome(host)
                programs.watch()
        finally:
            ended = programs.ended()
            self._say("\nĐang dừng …")
            programs.stop()
        if not programs.asked_to_stop:
            raise CommandError(what_went_wrong(ended))

    def _welcome(self, host: str) -> None:
        address = f"http://{public_name(host)}:{settings.PORT}"
        self._say("\nCổng Nội vụ đang chạy. Ctrl-C để dừng.")
        self._say(f"  Trang web   {address}/")
        self._say(f"  Quản trị    {address}/admin/")
        self._say(f"  API         {address}/api/v1/docs")
        logins = login_lines()
        if logins:
            self._say("\n  Tài khoản thử (tên / mật khẩu):")
        for line in logins:
            self._say(f"  {line}")

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()  # into a log or a pipe too, at once


def refuse_unusable_address(host: str, port: int) -> None:
    """One sentence now, rather than a server that cannot start after a long preparation."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
    except OSError as error:
        raise CommandError(why_unusable(error, host, port)) from None


def why_unusable(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Cổng {port} đang có chương trình khác dùng."
            f" Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT={port + 1} make run."
        )
    if error.errno == errno.EACCES:
        return f"Không được phép dùng cổng {port}; hãy chọn cổng từ 1024 trở lên."
    return f"Máy này không có địa chỉ {host} ({error.strerror})."


def pending_migrations() -> int:
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        reason = str(error).splitlines()[0]
        raise CommandError(f"Không mở được cơ sở dữ liệu: {reason}") from None
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_empty() -> bool:
    """Nobody has a login and nothing is written: a new machine, not somebody's site."""
    return not get_user_model().objects.exists() and not ArticlePage.objects.exists()


class Progress:
    """The migrate command's output as a bar: every migration ends its line with OK."""

    def __init__(self, total: int) -> None:
        self._bar = tqdm(total=total, unit=" bước", leave=False, disable=None, mininterval=0.3)

    def write(self, words: str) -> None:
        self._bar.update(words.count(" OK"))

    def flush(self) -> None:
        pass  # the bar draws itself when it is time

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *exception: object) -> None:
        self._bar.close()


def serve_web(host: str) -> None:
    """One thread for each of two processes: as fast here as many, and lighter.

    The processes are forked from this one, so the application is loaded once for both.
    """
    import website.wsgi  # noqa: F401

    Granian(
        "website.wsgi:application",
        address=host,
        port=settings.PORT,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=1,
        workers_kill_timeout=10,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()


def background() -> list[str]:
    return [sys.executable, str(settings.ROOT / "manage.py"), "worker"]


def environment() -> dict[str, str]:
    """Ours, with both source roots on the path: a server does not go through manage.py."""
    roots = [str(settings.SITE), str(settings.ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, roots))}


def answers(host: str) -> bool:
    """Any answer will do, even an error page: the server is there."""
    client = http.client.HTTPConnection(reachable(host), settings.PORT, timeout=10)
    try:
        client.request("GET", "/", headers={"Host": f"localhost:{settings.PORT}"})
        client.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        client.close()
    return True


def reachable(host: str) -> str:
    """Where a server that listens everywhere can be asked."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def public_name(host: str) -> str:
    return "localhost" if reachable(host) in {"127.0.0.1", "::1", "localhost"} else host


def what_went_wrong(ended: dict[str, int]) -> str:
    if not ended:
        return f"Trang web không trả lời sau {SECONDS_TO_START} giây."
    names = ", ".join(f"{name} (mã {code})" for name, code in ended.items())
    return f"Đã dừng ngoài ý muốn: {names}."
