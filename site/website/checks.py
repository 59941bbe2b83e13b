"""What must not be so on the department's server: neither it nor `worker` or `check` goes on."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.checks import CheckMessage, Error, register

from website.demo.logins import login_file


@register()
def static_files_are_collected(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Without their list every page would be an error, and the page that says so too."""
    is_needed = isinstance(staticfiles_storage, ManifestFilesMixin)
    if not is_needed or (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return []
    return [
        Error(
            f"Chưa có tệp tĩnh (kiểu chữ, hình, kịch bản) trong {settings.STATIC_ROOT}.",
            hint="Chạy: manage.py collectstatic --noinput",
            id="website.E001",
        )
    ]


@register()
def no_demo_logins(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Their passwords stand in that file, and one of them may do everything."""
    is_for_readers = settings.SECURE_SSL_REDIRECT
    if not is_for_readers or not login_file().exists():
        return []
    return [
        Error(
            f"DATA_DIR là của bản dùng thử: {login_file()} có mật khẩu của các tài khoản thử.",
            hint="Đặt DATA_DIR là một thư mục khác, còn trống; dữ liệu thử không dùng để chạy thật.",
            id="website.E002",
        )
    ]


def refuse_to_serve() -> None:
    """End a server with one sentence; it is started past Django's own checks."""
    for error in (*static_files_are_collected(None), *no_demo_logins(None)):
        sys.exit(f"{error.msg} {error.hint}")
