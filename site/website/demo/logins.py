"""Logins for trying the system out, with passwords made on this machine.

They are kept readable in DATA_DIR, which only their owner can read, so that `make run` can show
them again; a password in the repository would sooner or later open a real site.
"""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group


@dataclass(frozen=True)
class DemoLogin:
    username: str
    family_name: str
    name: str
    role: str
    group: str  # empty: may do everything


LOGINS = (
    DemoLogin("lan", "Hà Thị", "Lan", "phóng viên, viết bài", "Phóng viên"),
    DemoLogin("huong", "Bế Thu", "Hương", "biên tập viên, đọc và sửa bài", "Biên tập viên"),
    DemoLogin("minh", "Đặng Đức", "Minh", "lãnh đạo, duyệt và đăng", "Lãnh đạo duyệt"),
    DemoLogin("quantri", "Lý Quốc", "Bảo", "quản trị hệ thống", ""),
)


def create_logins() -> None:
    """Make the users and write their passwords down."""
    passwords = {login.username: secrets.token_urlsafe(9) for login in LOGINS}
    users = get_user_model().objects
    for login in LOGINS:
        create = users.create_user if login.group else users.create_superuser
        user = create(
            login.username,
            email=f"{login.username}@example.vn",
            password=passwords[login.username],
            last_name=login.family_name,
            first_name=login.name,
        )
        if login.group:
            user.groups.add(Group.objects.get(name=login.group))
    path = login_file()
    path.touch(mode=0o600)
    path.write_text(json.dumps(passwords), encoding="utf-8")


def login_lines() -> list[str]:
    """One line for each login, for whoever started the server; empty without demo content."""
    if not login_file().exists():
        return []
    passwords = json.loads(login_file().read_text(encoding="utf-8"))
    return [
        f"{login.username} / {passwords[login.username]}  ({login.role})"
        for login in LOGINS
        if login.username in passwords
    ]


def login_file() -> Path:
    return Path(settings.DATA_DIR) / "demo_logins.json"
