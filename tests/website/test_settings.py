"""Values from outside: a wrong one stops the start with one sentence that names it."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from website.settings import environment

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]
OURS = (
    "ADMIN_HOST",
    "ALLOWED_HOSTS",
    "CACHE_URL",
    "DATABASE_URL",
    "DATA_DIR",
    "DEBUG",
    "DJANGO_SETTINGS_MODULE",
    "EMAIL_FROM",
    "EMAIL_URL",
    "HSTS_INCLUDE_SUBDOMAINS",
    "HSTS_PRELOAD",
    "HSTS_SECONDS",
    "NEWS_TONE_PLACEMENT",
    "PAGE_VIEWS_URL",
    "PORT",
    "PREVIEW_URL",
    "PUBLIC_URL",
    "SEARCH_URL",
    "SECRET_KEY",
    "TRUSTED_PROXIES",
)
LONG_SECRET = "x9Kd-2vLq8Zt_4mWb7Rn-1cYf6Hj_3gPs5Td-0aEu" * 2
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "website.settings.production",
    "SECRET_KEY": LONG_SECRET,
    "PUBLIC_URL": "https://sonoivu.example.vn",
}
MAIL = PRODUCTION | {
    "EMAIL_URL": "smtp+tls://so%40vu:b%C3%AD%3Amat@thu.example.vn:2525",
    "EMAIL_FROM": "Sở Nội vụ <cong@sonoivu.example.vn>",
}
HSTS = (
    "settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS,"
    " settings.SECURE_HSTS_PRELOAD"
)
IPV6 = "['[2001:db8::1]']"


def manage(*arguments: str, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with these variables and none of the caller's own."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=kept | {"PYTHONUTF8": "1", "DATA_DIR": str(data)} | variables,
        capture_output=True,
        text=True,
        timeout=300,
    )


def settings(data: Path, expression: str, **variables: str) -> str:
    """What the settings hold, without starting the apps."""
    program = f"from django.conf import settings; print({expression})"
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    defaults = {"DJANGO_SETTINGS_MODULE": "website.settings.development", "PYTHONPATH": "site"}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=kept | defaults | {"DATA_DIR": str(data)} | variables,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def is_one_sentence(words: str) -> bool:
    line = words.rstrip("\n")
    return "\n" not in line and line.startswith("Cấu hình sai: ") and line.endswith(".")


WRONG = [
    ("PORT", "abc"),
    ("PORT", "0"),
    ("PORT", "65536"),
    ("PORT", "-1"),
    ("PORT", "８０００"),
    ("DATABASE_URL", "mysql://root@localhost/tin"),
    ("DATABASE_URL", "site.sqlite3"),
    ("DATABASE_URL", "postgres://"),
    ("DATABASE_URL", "postgres://user:pass@127.0.0.1:5432"),
    ("DATABASE_URL", "postgres://user:pass@máy:cổng/tin"),
    ("ALLOWED_HOSTS", "sonoivu.example.vn khac.example.vn"),
    ("ALLOWED_HOSTS", "https://sonoivu.example.vn"),
    ("ADMIN_HOST", "quản trị"),
    ("ADMIN_HOST", "*"),
    ("ALLOWED_HOSTS", "*"),
    ("ADMIN_HOST", ".example.vn"),
    ("ADMIN_HOST", "quan-tri.example.vn,khac.example.vn"),
    ("TRUSTED_PROXIES", "10.0.0.1/8"),
    ("SECRET_KEY", "ngắn"),
    ("SECRET_KEY", "a" * 60),
    ("PUBLIC_URL", "sonoivu.example.vn"),
    ("PUBLIC_URL", "ftp://sonoivu.example.vn"),
    ("PUBLIC_URL", "https://sonoivu.example.vn/cong"),
    ("PUBLIC_URL", "https://[::1"),
    ("PUBLIC_URL", "https://sonoivu.example.vn:cổng"),
    ("PREVIEW_URL", "https://cong.example.vn/?xem"),
    ("SEARCH_URL", "foo"),
    ("SEARCH_URL", "http://localhost:9200"),
    ("SEARCH_URL", "opensearch://[::1"),
    ("SEARCH_URL", "opensearch://h:9200/Cổng"),
    ("SEARCH_URL", "opensearch://h:9200/mot/hai"),
    ("CACHE_URL", "x"),
    ("CACHE_URL", "memcached://localhost"),
    ("CACHE_URL", "redis://[::1"),
    ("PAGE_VIEWS_URL", "postgres://localhost/a"),
    ("DATABASE_URL", "postgres://[::1/tin"),
    ("DEBUG", "có"),
    ("NEWS_TONE_PLACEMENT", "hoà"),
    ("DATA_DIR", "~khong-co-ai/du-lieu"),
    ("DJANGO_SETTINGS_MODULE", "website.settings.prodution"),
    ("DJANGO_SETTINGS_MODULE", "webste.settings.production"),
    ("DJANGO_SETTINGS_MODULE", "website settings"),
    ("DJANGO_SETTINGS_MODULE", ""),
    ("DATA_DIR", "/" + "x" * 300),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_stops_the_start_with_one_sentence_that_names_it(tmp_path, name, value):
    result = manage("check", data=tmp_path, **{name: value})
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr
    assert name in result.stderr
    assert result.stdout == ""


def test_a_web_server_says_the_same_of_settings_that_are_not_there(tmp_path):
    wrong = {"DJANGO_SETTINGS_MODULE": "website.settings.prodution", "PYTHONPATH": "site:."}
    result = subprocess.run(
        [sys.executable, "-c", "import website.wsgi"],
        cwd=ROOT,
        env={**os.environ, **wrong, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr


def test_the_folder_of_a_test_run_is_gone_when_it_ends(tmp_path):
    made = settings(
        tmp_path / "data",
        "settings.MEDIA_ROOT.parent.parent",
        DJANGO_SETTINGS_MODULE="website.settings.test",
        TMPDIR=str(tmp_path),
    )
    assert made == str(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_a_data_folder_that_cannot_be_made_stops_the_start(tmp_path):
    blocked = tmp_path / "tệp"
    blocked.write_text("Không phải thư mục")
    result = manage("check", data=blocked / "dữ liệu")
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr
    assert "DATA_DIR" in result.stderr


def test_a_data_folder_that_is_a_file_stops_the_start(tmp_path):
    file = tmp_path / "tệp"
    file.touch()
    result = manage("check", data=file)
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_data_folder_that_is_read_only_stops_the_start(tmp_path):
    tmp_path.chmod(0o500)
    result = manage("check", data=tmp_path)
    tmp_path.chmod(0o700)
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "PUBLIC_URL"])
def test_a_server_does_not_start_without_its_secrets_and_names(tmp_path, name):
    result = manage("check", data=tmp_path, **PRODUCTION | {name: ""})
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr
    assert name in result.stderr


@pytest.mark.parametrize("name", ["PUBLIC_URL", "PREVIEW_URL"])
def test_a_server_does_not_start_without_https(tmp_path, name):
    result = manage("check", data=tmp_path, **PRODUCTION | {name: "http://sonoivu.example.vn"})
    assert result.returncode != 0
    assert f"{name} phải bắt đầu bằng https://" in result.stderr


@pytest.mark.parametrize("value", ["sonoivu.example.vn", "http://h:25", "smtp://", "smtp://[::1"])
def test_a_wrong_address_for_letters_stops_the_start(tmp_path, value):
    result = manage("check", data=tmp_path, **MAIL | {"EMAIL_URL": value})
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr
    assert "EMAIL_URL" in result.stderr


@pytest.mark.parametrize("value", ["", "Sở Nội vụ", "cong@", "Sở Nội vụ <sonoivu.example.vn>"])
def test_letters_do_not_go_out_without_a_sender(tmp_path, value):
    result = manage("check", data=tmp_path, **MAIL | {"EMAIL_FROM": value})
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr
    assert "EMAIL_FROM" in result.stderr


@pytest.mark.parametrize(("variables", "said"), [(MAIL, "True"), (PRODUCTION, "False")])
def test_a_portal_is_written_to_where_letters_go_out(tmp_path, variables, said):
    program = (
        "from news.syndication.webhooks.notices import mail_is_configured;"
        "print(mail_is_configured())"
    )
    result = manage("shell", "--no-imports", "-c", program, data=tmp_path, **variables)
    assert result.stdout.strip() == said, result.stderr


@pytest.mark.parametrize("value", ["một giờ", "-1", "1" * 10])
def test_a_wrong_time_for_https_alone_stops_the_start(tmp_path, value):
    result = manage("check", data=tmp_path, **PRODUCTION | {"HSTS_SECONDS": value})
    assert result.returncode != 0
    assert is_one_sentence(result.stderr), result.stderr
    assert "HSTS_SECONDS" in result.stderr


def test_the_command_that_makes_a_secret_makes_one_that_is_taken(tmp_path):
    command = environment.MAKE_A_KEY
    assert command in manage("check", data=tmp_path, **PRODUCTION | {"SECRET_KEY": ""}).stderr
    made = subprocess.run(command, shell=True, capture_output=True, text=True).stdout.strip()  # noqa: S602
    assert settings(tmp_path, "settings.SECRET_KEY", **PRODUCTION | {"SECRET_KEY": made}) == made


def test_the_password_in_a_database_address_is_not_printed(tmp_path):
    result = manage("check", data=tmp_path, DATABASE_URL="postgres://u:bi-mat-lam@[::1/tin")
    assert "bi-mat-lam" not in result.stderr + result.stdout


@pytest.fixture
def collected(tmp_path):
    """DATA_DIR after `collectstatic`."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").write_text('{"version": "1.1", "paths": {}}')
    return tmp_path


def test_a_server_without_its_static_files_is_told_what_to_run(tmp_path):
    result = manage("check", data=tmp_path, **PRODUCTION)
    assert result.returncode != 0
    assert "Chưa có tệp tĩnh" in result.stderr
    assert "manage.py collectstatic --noinput" in result.stderr


@pytest.mark.parametrize("command", [["check"], ["worker", "--once"]])
def test_a_server_does_not_start_on_data_with_demo_logins(collected, command):
    (collected / "demo_logins.json").write_text("{}")
    result = manage(*command, data=collected, **PRODUCTION)
    assert result.returncode != 0
    assert "DATA_DIR là của bản dùng thử" in result.stderr


def test_the_web_server_does_not_start_on_them_either(collected):
    """It is started past Django's own checks."""
    (collected / "demo_logins.json").write_text("{}")
    result = manage("shell", "-c", "import website.wsgi", data=collected, **PRODUCTION)
    assert result.returncode != 0
    assert "DATA_DIR là của bản dùng thử" in result.stderr
    assert "Traceback" not in result.stderr


def test_demo_logins_are_at_home_where_the_system_is_tried_out(collected):
    (collected / "demo_logins.json").write_text("{}")
    assert manage("check", data=collected).returncode == 0


def test_a_server_with_the_right_values_has_nothing_to_be_warned_of(collected):
    result = manage("check", "--deploy", "--fail-level", "WARNING", data=collected, **PRODUCTION)
    assert result.returncode == 0, result.stderr
    # Subdomains and preload lists, which nobody asked for.
    assert "System check identified no issues (2 silenced)." in result.stdout
    assert result.stderr == ""


def test_a_server_that_does_not_insist_on_https_is_warned(tmp_path):
    variables = PRODUCTION | {"HSTS_SECONDS": "0"}
    result = manage("check", "--deploy", "--fail-level", "WARNING", data=tmp_path, **variables)
    assert result.returncode != 0
    assert "security.W004" in result.stderr


def test_nothing_needs_to_be_set_to_try_the_system_out(tmp_path):
    result = manage("check", data=tmp_path / "mới")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""


def test_the_secret_made_for_a_first_try_is_kept_and_private(tmp_path):
    first, again = (settings(tmp_path, "settings.SECRET_KEY") for _ in range(2))
    assert first == again
    assert len(first) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_processes_that_start_at_once_have_one_secret(tmp_path, monkeypatch):
    make = environment.secrets.token_urlsafe

    def slowly(length: int) -> str:
        time.sleep(0.05)
        return make(length)

    monkeypatch.setattr(environment.secrets, "token_urlsafe", slowly)
    with ThreadPoolExecutor(8) as together:
        secrets = set(together.map(environment._kept_secret, [tmp_path / "secret_key"] * 8))

    assert len(secrets) == 1
    assert len(secrets.pop()) >= 50
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    ("expression", "variables", "shown"),
    [
        ("settings.DEMO_CONTENT", {}, "True"),
        ("settings.DEMO_CONTENT", PRODUCTION, "False"),
        ("settings.PUBLIC_URL", {"PORT": "8123"}, "http://localhost:8123"),
        ("settings.PUBLIC_URL", {"PUBLIC_URL": "https://a.vn/"}, "https://a.vn"),
        (
            "settings.ALLOWED_HOSTS",
            PRODUCTION | {"ALLOWED_HOSTS": " a.vn , .b.vn,", "ADMIN_HOST": "Quan-Tri.vn"},
            "['sonoivu.example.vn', 'a.vn', '.b.vn', 'quan-tri.vn']",
        ),
        ("settings.ALLOWED_HOSTS", PRODUCTION, "['sonoivu.example.vn']"),
        ("settings.ALLOWED_HOSTS", PRODUCTION | {"PUBLIC_URL": "https://[2001:db8::1]"}, IPV6),
        ("{'localhost', '127.0.0.1', '[::1]'} <= {*settings.ALLOWED_HOSTS}", {}, "True"),
        ("settings.API_TRUSTED_PROXIES", {}, "[]"),
        ("settings.API_TRUSTED_PROXIES", PRODUCTION, "['127.0.0.1', '::1']"),
        (
            "settings.API_TRUSTED_PROXIES",
            PRODUCTION | {"TRUSTED_PROXIES": "10.0.0.2"},
            "['10.0.0.2']",
        ),
        (HSTS, PRODUCTION, "3600 False False"),
        (
            HSTS,
            PRODUCTION
            | {"HSTS_SECONDS": "31536000", "HSTS_INCLUDE_SUBDOMAINS": "1", "HSTS_PRELOAD": "1"},
            "31536000 True True",
        ),
        ("settings.DATABASES['default']['NAME']", {"DATABASE_URL": "sqlite:////x/y.db"}, "/x/y.db"),
        ("settings.DATABASES['default']['CONN_MAX_AGE']", {}, "60"),
        (
            "settings.DATABASES['default']['ENGINE']",
            {"DATABASE_URL": "postgresql://u:p@127.0.0.1:5432/tin"},
            "django.db.backends.postgresql",
        ),
        (
            "settings.CACHES['default']['LOCATION']",
            {"CACHE_URL": "redis://127.0.0.1:6379/1"},
            "redis://127.0.0.1:6379/1",
        ),
        ("settings.PAGE_VIEWS_LOG", {"PAGE_VIEWS_URL": "redis://h:6379/2"}, "redis://h:6379/2"),
        ("settings.PAGE_VIEWS_LOG == str(settings.DATA_DIR / 'pageviews')", {}, "True"),
        ("settings.SEARCH_URL", {"SEARCH_URL": "opensearch://h:9200"}, "opensearch://h:9200"),
        ("settings.LANGUAGE_CODE, settings.TIME_ZONE", {}, "vi Asia/Ho_Chi_Minh"),
        (
            "settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_HOST_PASSWORD, settings.EMAIL_USE_TLS",
            MAIL,
            "thu.example.vn 2525 bí:mat True",
        ),
        (
            "settings.EMAIL_PORT, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL",
            MAIL | {"EMAIL_URL": "smtps://thu.example.vn"},
            "465 False True",
        ),
        ("settings.DEFAULT_FROM_EMAIL", MAIL, "Sở Nội vụ <cong@sonoivu.example.vn>"),
        ("settings.SERVER_EMAIL", MAIL, "Sở Nội vụ <cong@sonoivu.example.vn>"),
        ("settings.WAGTAIL_PASSWORD_RESET_ENABLED", MAIL, "True"),
        ("settings.WAGTAIL_PASSWORD_RESET_ENABLED", PRODUCTION, "False"),
        ("settings.EMAIL_BACKEND", PRODUCTION, "django.core.mail.backends.dummy.EmailBackend"),
    ],
)
def test_a_right_value_is_taken(tmp_path, expression, variables, shown):
    assert settings(tmp_path, expression, **variables) == shown


def test_sqlite_waits_for_its_turn_to_write_and_loses_nothing(tmp_path):
    options = settings(tmp_path, "settings.DATABASES['default']['OPTIONS']")
    for promise in ("IMMEDIATE", "'timeout': 20", "journal_mode=WAL", "synchronous=FULL"):
        assert promise in options
