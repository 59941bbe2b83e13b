"""What this site runs on, for whoever looks after it."""

import platform
import tomllib

import django
import wagtail
from django.conf import settings
from django.db import connection


def versions() -> dict[str, str]:
    ours = tomllib.loads((settings.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "cong-noi-vu": ours["project"]["version"],
        "python": platform.python_version(),
        "django": django.get_version(),
        "wagtail": wagtail.__version__,
        connection.vendor: ".".join(map(str, connection.get_database_version())),
    }
