"""Every value that comes from outside is read here, once, typed; a wrong one stops the start.

The message is one sentence in Vietnamese, because the person who reads it is the
department's system administrator, and it names the variable to mend.
"""

import ipaddress
import os
import re
import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import SplitResult, unquote, urlsplit

import environ
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

MAIL_SCHEMES = ("smtp", "smtp+tls", "smtps")
MAKE_A_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
INDEX_NAME = re.compile("[a-z0-9][a-z0-9._-]{0,99}")  # what both servers take
SEARCH_SCHEMES = ("elasticsearch", "elasticsearch+https", "opensearch", "opensearch+https")


def stop(sentence: str) -> NoReturn:
    """End the process with one readable sentence instead of a traceback."""
    sys.exit(f"Cấu hình sai: {sentence}")


def address(name: str, value: str) -> SplitResult:
    """The parts of an address; its port, too, has to be one."""
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018  # reading it is the check
    except ValueError:
        stop(f"{name} không phải là một địa chỉ đọc được.")
    return parts


def refuse_unknown_settings() -> None:
    """Before Django starts, which would tell of a slip in DJANGO_SETTINGS_MODULE in a traceback."""
    name = os.environ["DJANGO_SETTINGS_MODULE"]
    try:
        is_there = find_spec(name) is not None
    except (ImportError, ValueError):
        is_there = False
    if not is_there:
        stop(
            f"DJANGO_SETTINGS_MODULE={name} không có; trên máy chủ là website.settings.production."
        )


def data_dir(default: Path) -> Path:
    """The folder for the SQLite file, media and the page-view log; made when missing."""
    value = os.environ.get("DATA_DIR") or default
    try:
        path = Path(value).expanduser().resolve()
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # the latter for the home of nobody, as in ~ai/
        stop(f"DATA_DIR={value} không tạo được thư mục ({error}).")
    if not os.access(path, os.W_OK):
        stop(f"DATA_DIR={path} không ghi được.")
    return path


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    stop(f"{name}={value} phải là 1 hoặc 0.")


def port(default: int = 8000) -> int:
    value = os.environ.get("PORT", "").strip() or str(default)
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 65535:
        stop(f"PORT={value} phải là một số từ 1 đến 65535.")
    return int(value)


def seconds(name: str, default: int) -> int:
    value = os.environ.get(name, "").strip() or str(default)
    if not re.fullmatch(r"[0-9]{1,9}", value):
        stop(f"{name}={value} phải là số giây; ví dụ: {default}.")
    return int(value)


def tone_placement(default: str = "old") -> str:
    value = os.environ.get("NEWS_TONE_PLACEMENT", "").strip().lower() or default
    if value not in {"old", "new", "any"}:
        stop(f"NEWS_TONE_PLACEMENT={value} phải là old (hòa), new (hoà) hoặc any.")
    return value


def hosts(name: str, default: list[str]) -> list[str]:
    """Host names separated by commas, as in ALLOWED_HOSTS."""
    names = [host.strip() for host in os.environ.get(name, "").split(",") if host.strip()]
    for host in names:
        if not re.fullmatch(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9a-fA-F:]+\]", host):
            stop(f"{name} có tên máy không hợp lệ: {host}.")
    return names or default


def host(name: str) -> str:
    """One host name, without a port; empty: none."""
    value = os.environ.get(name, "").strip().lower()
    if value and not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", value):
        stop(f"{name}={value} phải là đúng một tên máy; ví dụ: quan-tri.sonoivu.example.vn.")
    return value


def host_of(url: str) -> str:
    """As in ALLOWED_HOSTS."""
    name = urlsplit(url).hostname or ""
    return f"[{name}]" if ":" in name else name


def networks(name: str, default: list[str]) -> list[str]:
    """Addresses or networks separated by commas: 127.0.0.1,10.0.0.0/8"""
    texts = [text.strip() for text in os.environ.get(name, "").split(",") if text.strip()]
    for text in texts:
        try:
            ipaddress.ip_network(text)
        except ValueError:
            stop(f"{name} có địa chỉ không hợp lệ: {text}; ví dụ: 127.0.0.1,10.0.0.0/8.")
    return texts or default


def public_url(default: str) -> str:
    """The address readers use, without a trailing slash: https://sonoivu.example.vn"""
    value = (os.environ.get("PUBLIC_URL") or default).rstrip("/")
    parts = address("PUBLIC_URL", value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        stop(f"PUBLIC_URL={value} phải có dạng https://tên-miền, không kèm đường dẫn.")
    return value


def preview_url() -> str:
    """Where another front end shows drafts: https://cong.example.vn/xem-truoc; empty: nowhere."""
    value = os.environ.get("PREVIEW_URL", "").strip()
    parts = address("PREVIEW_URL", value)
    is_web = parts.scheme in {"http", "https"} and parts.hostname
    # Braces are filled in by the library, a comma or semicolon would end the policy's list.
    if value and (not is_web or parts.query or parts.fragment or re.search(r"[{}\s;,@]", value)):
        stop(f"PREVIEW_URL={value} phải có dạng https://tên-miền/đường-dẫn, không kèm ? hay #.")
    return value


def origins(url: str) -> list[str]:
    """Scheme and host of an address, as a security policy lists them; none of no address."""
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}"] if url else []


def database(default: Path) -> dict[str, Any]:
    """DATABASE_URL; without it, SQLite in the given file (no URL: its path may hold any letter)."""
    value = os.environ.get("DATABASE_URL", "")
    if not value:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": default}
    if address("DATABASE_URL", value).scheme not in {"sqlite", "postgres", "postgresql"}:
        stop("DATABASE_URL phải bắt đầu bằng sqlite:/// hoặc postgres://.")
    try:
        config = dict(environ.Env.db_url_config(value))
    except Exception:  # the library raises several kinds; to the reader they are one
        config = {}
    if not config.get("NAME"):
        stop("DATABASE_URL không đọc được; ví dụ: postgres://user:pass@127.0.0.1:5432/tên.")
    return config


def cache() -> dict[str, Any]:
    value = os.environ.get("CACHE_URL", "")
    if not value:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if address("CACHE_URL", value).scheme not in {"redis", "rediss", "unix"}:
        stop("CACHE_URL phải bắt đầu bằng redis://.")
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}


def page_views_log(default: Path) -> str:
    """PAGE_VIEWS_URL: a Redis for several machines; without it, a folder of this one."""
    value = os.environ.get("PAGE_VIEWS_URL", "")
    if value and address("PAGE_VIEWS_URL", value).scheme not in {"redis", "rediss"}:
        stop("PAGE_VIEWS_URL phải bắt đầu bằng redis://.")
    return value or str(default)


def limits_cache() -> dict[str, Any]:
    """The same server, or a part of this process with room for as many addresses as come."""
    config = cache() | {"KEY_PREFIX": "limits", "max_entries": 20_000}
    return config if "LOCATION" in config else config | {"LOCATION": "limits"}


@dataclass(frozen=True)
class Mail:
    """Where letters are handed in, and whom they are from."""

    scheme: str
    host: str
    port: int
    user: str
    password: str
    sender: str


def mail() -> Mail | None:
    """EMAIL_URL and EMAIL_FROM; without the first no letter is sent, and nothing else is missed."""
    value = os.environ.get("EMAIL_URL", "").strip()
    if not value:
        return None
    parts = address("EMAIL_URL", value)
    if parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        stop("EMAIL_URL phải có dạng smtp+tls://tên:mật-khẩu@máy:587.")
    return Mail(
        scheme=parts.scheme,
        host=parts.hostname,
        port=parts.port or (465 if parts.scheme == "smtps" else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        sender=_sender(),
    )


def _sender() -> str:
    """With a name or without: Sở Nội vụ <cong@sonoivu.example.vn>"""
    value = os.environ.get("EMAIL_FROM", "").strip()
    if not value:
        stop("EMAIL_FROM chưa đặt; có EMAIL_URL thì cần, ví dụ: cong@sonoivu.example.vn.")
    try:
        validate_email(parseaddr(value)[1])
    except ValidationError:
        stop(f"EMAIL_FROM={value} phải là một địa chỉ thư; ví dụ: cong@sonoivu.example.vn.")
    return value


def search_url() -> str:
    """Where the search engine listens; empty: the engine inside the database."""
    value = os.environ.get("SEARCH_URL", "").strip()
    parts = address("SEARCH_URL", value)
    if value and (parts.scheme not in SEARCH_SCHEMES or not parts.hostname):
        stop("SEARCH_URL phải bắt đầu bằng elasticsearch:// hoặc opensearch://.")
    index = parts.path.strip("/")
    if index and not INDEX_NAME.fullmatch(index):
        stop(
            "Tên chỉ mục ở cuối SEARCH_URL chỉ gồm chữ thường không dấu, số, dấu chấm, gạch ngang,"
            " gạch dưới, bắt đầu bằng chữ hoặc số, dài nhất 100 ký tự;"
            " ví dụ opensearch://máy:9200/cong-noi-vu."
        )
    return value


def search_backends(url: str) -> dict[str, Any]:
    """The engine in the database always, for when a server beside it does not answer."""
    database = {"BACKEND": "search.backends.database"}
    if not url:
        return {"default": database}
    server = url.partition(":")[0].partition("+")[0]
    return {"default": {"BACKEND": f"search.backends.{server}", "URL": url}, "database": database}


def secret_key(*, required: bool, data: Path) -> str:
    """SECRET_KEY; where it may be missing, one is made once and kept in DATA_DIR."""
    value = os.environ.get("SECRET_KEY", "")
    if value:
        if len(value) < 50 or len(set(value)) < 5:
            stop("SECRET_KEY quá ngắn: cần ít nhất 50 ký tự ngẫu nhiên.")
        return value
    if required:
        stop(f"SECRET_KEY chưa đặt; cần ít nhất 50 ký tự ngẫu nhiên, tạo bằng lệnh: {MAKE_A_KEY}.")
    return _kept_secret(data / "secret_key")


def _kept_secret(path: Path) -> str:
    """Web processes and the worker start at once: the file is there whole, or not at all."""
    if not path.exists():
        made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        with open(made, "x", opener=_private) as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):  # another process was quicker, and theirs is the secret
            os.link(made, path)
        made.unlink()
    return path.read_text().strip()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
