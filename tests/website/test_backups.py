"""The drill: a site is saved while people work on it, lost, and brought back somewhere else."""

import datetime
import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import Mock
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.db.backends.postgresql.client import DatabaseClient

from benchmarks.databases import database_on
from news.factories import PhotoFactory
from news.syndication.models import Edition
from search.models import IndexedDocument
from tests.services.service import free_port
from website.backups import databases, making, restoring
from website.backups.manifest import NAME, Manifest, Refused
from website.backups.restoring import chosen
from website.settings import environment

pytestmark = [pytest.mark.long]

ROOT = Path(__file__).resolve().parents[2]
OURS = ("CACHE_URL", "DJANGO_SETTINGS_MODULE", "PAGE_VIEWS_URL", "PUBLIC_URL", "SEARCH_URL")

TOLD = """
import hashlib, json, sys, threading, uuid
from pathlib import Path
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from news.models import ArticlePage, NewsIndexPage, Photo
from news.pageviews.models import ViewTotal

client = Client(headers={"host": "localhost", "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0"})
KEY = uuid.UUID(int=7)

def told():
    "What readers and portals are told."
    articles = client.get("/api/v1/articles/").json()["items"]
    changes = client.get("/api/v1/changes/").json()
    photo = Photo.objects.get(title="Ảnh đại hội")
    return {
        "articles": [[each["title"], each["version"]] for each in articles],
        "photo": hashlib.sha256(photo.file.read()).hexdigest(),
        "found": client.get("/api/v1/search/?q=dai+hoi").json()["total"],
        "views": client.get(f"/api/v1/articles/{KEY}/").json()["views"],
        "counted": ViewTotal.objects.get(article=KEY).total,
        "epoch": changes["epoch"],
        "next": changes["next"],
    }
"""
PLANT = """
from news.factories import ArticlePageFactory, PhotoFactory, SectionPageFactory, photo_block

section = SectionPageFactory(parent=NewsIndexPage.objects.get(), title="Thi đua")
photo = PhotoFactory(title="Ảnh đại hội")
article = ArticlePageFactory(parent=section, title="Đại hội thi đua yêu nước",
    translation_key=KEY, body=[photo_block(photo)])
call_command("worker", once=True)

def view(address):
    answer = client.post(f"/api/v1/views/{KEY}/", REMOTE_ADDR=address)
    assert answer.status_code == 200, answer.content

for address in ("203.0.113.1", "203.0.113.2"):
    view(address)
call_command("worker", once=True)
view("203.0.113.3")  # stands in the log alone
"""
SAVE = """
working, enough = threading.Event(), threading.Event()

def work():
    "Lan adds photos and takes every other one away again."
    number = 0
    while not enough.is_set():
        photo = PhotoFactory(title=f"Ảnh thêm {number}")
        if number % 2:
            photo.delete()
        number += 1
        working.set()
    connection.close()

lan = threading.Thread(target=work)
lan.start()
working.wait()
before = told()
call_command("backup", FOLDER)
enough.set()
lan.join()
print("STORY" + json.dumps(before))
"""
LOOK = """
seen = told()
seen["lost"] = [each.file.name for each in Photo.objects.all() if not Path(each.file.path).exists()]
seen["since"] = client.get("/api/v1/changes/", {"since": BEFORE}).status_code
call_command("worker", once=True)
seen["counted"] = told()["counted"]
print("STORY" + json.dumps(seen))
"""


def manage(*arguments: str, data: Path, database: str, **variables: str) -> str:
    """What the command says, on its error output too; as a person would run it."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    result = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=kept | {"DATA_DIR": str(data), "DATABASE_URL": database, "PYTHONUTF8": "1"} | variables,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return result.stdout + result.stderr + ("" if result.returncode == 0 else "\nFAILED")


def story(program: str, data: Path, database: str, **values: str) -> dict:
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    said = manage("shell", "--verbosity", "0", "-c", names + program, data=data, database=database)
    assert "STORY" in said, said
    return json.loads(said.partition("STORY")[2].splitlines()[0])


@contextmanager
def migrated(server: str, folder: Path) -> Iterator[str]:
    """The DATABASE_URL of a site that is new."""
    in_stock = os.environ.get("MIGRATED_DATABASE", "")
    if not (server and in_stock.startswith("postgres://")):
        with database_on(server, folder) as database:
            manage("migrate", data=folder, database=database)
            yield database
        return
    name = f"drill_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {in_stock.rpartition('/')[2]}")
    yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def server(request) -> str:
    """Where the databases of the drill are; "" for SQLite."""
    return request.getfixturevalue("postgres_url") if connection.vendor == "postgresql" else ""


@pytest.fixture(scope="module")
def saved(server, tmp_path_factory) -> tuple[Path, dict]:
    """Where the backups of a site are that is lost now, and what it told before."""
    data, folder = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("backups")
    with migrated(server, data) as database:
        before = story(TOLD + PLANT + SAVE, data, database, FOLDER=str(folder))
    shutil.rmtree(data)
    return folder, before


@contextmanager
def another_place(server: str, folder: Path) -> Iterator[tuple[Path, str]]:
    data = folder / "elsewhere"
    data.mkdir()
    if not server:
        yield data, f"sqlite:///{data / 'site.sqlite3'}"
        return
    with database_on(server, data) as database:
        yield data, database


def test_a_site_saved_while_people_work_is_there_again_elsewhere(saved, server, tmp_path):
    folder, before = saved
    with another_place(server, tmp_path) as (data, database):
        (data / "edition").write_bytes(b"x" * 16)
        said = manage("restore", str(folder), data=data, database=database)
        assert "Đã khôi phục" in said, said
        assert (data / "edition").read_bytes() != b"x" * 16
        after = story(TOLD + LOOK, data, database, BEFORE=before["next"])
        again = manage("restore", str(folder), data=data, database=database)

    assert [title for title, _version in after["articles"]] == ["Đại hội thi đua yêu nước"]
    for what in ("articles", "photo", "found", "views"):
        assert after[what] == before[what], what
    assert (before["counted"], after["counted"]) == (2, 3)  # the third stood in the log alone
    assert after["lost"] == []
    assert after["epoch"] != before["epoch"]
    assert after["since"] == 410
    assert "chỉ khôi phục vào nơi trống" in again


def test_a_damaged_backup_is_refused_before_anything_is_touched(saved, server, tmp_path):
    damaged = tmp_path / "damaged"
    shutil.copytree(saved[0], damaged)
    (photo, *_) = damaged.glob("*/media/original_images/*")
    with photo.open("r+b") as file:
        file.seek(100)
        file.write(b"?")
    with another_place(server, tmp_path) as (data, database):
        said = manage("restore", str(damaged), data=data, database=database)
        assert not (data / "media").exists()

    assert "Bản sao lưu hỏng: tệp media/original_images/" in said
    assert "Traceback" not in said
    assert said.endswith("FAILED")


@pytest.fixture
def backup(saved, tmp_path) -> Path:
    """One to do harm to."""
    (whole,) = saved[0].iterdir()
    return Path(shutil.copytree(whole, tmp_path / "backup"))


@pytest.mark.once
def test_what_is_missing_is_named(backup):
    (backup / databases.file_name()).unlink()
    manifest = Manifest.read(backup)
    with pytest.raises(Refused, match=r"database\.sqlite3 thiếu hoặc không còn như lúc ghi"):
        manifest.refuse_damaged(backup, manifest.files)


@pytest.mark.once
@pytest.mark.parametrize(
    ("words", "others"),
    [
        ('"format": 1', '"format": 2'),
        ('"files": {', '"files": ['),
        ('"media/', '"../media/'),
        ('"made_at"', '"made_by"'),
        ('"size"', '"weight"'),
    ],
)
def test_a_manifest_that_says_something_else_is_refused(backup, words, others):
    told = (backup / NAME).read_text()
    assert words in told
    (backup / NAME).write_text(told.replace(words, others, 1))
    with pytest.raises(Refused, match="Không đọc được"):
        Manifest.read(backup)


@pytest.mark.once
@pytest.mark.django_db
def test_a_backup_of_another_engine_or_a_newer_program_is_refused(backup):
    told = json.loads((backup / NAME).read_text())
    for changed, words in (
        ({"engine": "postgresql"}, "là của postgresql"),
        ({"migrations": ["news.0999_from_tomorrow"]}, "do một phiên bản mới hơn làm ra"),
    ):
        (backup / NAME).write_text(json.dumps(told | changed))
        with pytest.raises(CommandError, match=words):
            call_command("restore", str(backup))
    (backup / NAME).write_text(json.dumps(told | {"migrations": ["gone.0001_initial"]}))
    Manifest.read(backup).refuse_another_system()


@pytest.mark.once
def test_the_newest_whole_one_is_taken(saved, tmp_path):
    (whole,) = saved[0].iterdir()
    for name in ("2026-01-02-030405", "2026-11-02-030405", "2026-03-02-030405"):
        shutil.copytree(whole, tmp_path / name)
    for name in ("2026-12-02-030405", ".dang-ghi-x"):
        (tmp_path / name).mkdir()
    (tmp_path / ".dang-ghi-x" / NAME).touch()

    assert chosen(tmp_path).name == "2026-11-02-030405"
    assert chosen(tmp_path / "2026-03-02-030405").name == "2026-03-02-030405"
    with pytest.raises(Refused, match="không có bản sao lưu nào trọn vẹn"):
        chosen(tmp_path / "2026-12-02-030405")


@pytest.fixture
def site(settings, tmp_path, transactional_db) -> Path:
    """This one, with a photo; gives the folder for its backups."""
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    settings.PAGE_VIEWS_LOG = str(tmp_path / "pageviews")
    PhotoFactory()
    return tmp_path / "backups"


@pytest.mark.once
def test_a_second_backup_leaves_the_first_as_it_is(site, monkeypatch):
    first = making.make_backup(site, print)
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    now = datetime.datetime.strptime(first.name, "%Y-%m-%d-%H%M%S").astimezone()
    monkeypatch.setattr(making.timezone, "localtime", lambda: now)
    with pytest.raises(CommandError, match="Không sao lưu được"):  # in the same second
        call_command("backup", str(site))

    now += datetime.timedelta(seconds=1)
    call_command("backup", str(site))

    assert len(list(site.iterdir())) == 2
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before


@pytest.mark.once
@pytest.mark.parametrize(
    "trouble", [Refused("hỏng"), OSError(28, "No space left"), KeyboardInterrupt()]
)
def test_one_that_is_broken_off_leaves_nothing(site, monkeypatch, trouble):
    def fail(file: Path) -> None:
        file.write_bytes(b"half")
        raise trouble

    monkeypatch.setattr(databases, "dump", fail)
    with pytest.raises((CommandError, KeyboardInterrupt)):
        call_command("backup", str(site))

    assert list(site.iterdir()) == []
    assert not making.last_backup().exists()


@pytest.mark.once
def test_what_is_added_and_deleted_meanwhile_comes_with_it(site, settings, monkeypatch):
    gone = PhotoFactory()
    dump = databases.dump

    def work(file: Path) -> None:
        added.append(PhotoFactory())
        dump(file)
        Path(gone.file.path).unlink()

    added: list = []
    monkeypatch.setattr(databases, "dump", work)
    backup = making.make_backup(site, print)

    assert (backup / "media" / gone.file.name).exists()
    assert (backup / "media" / added[0].file.name).exists()


@pytest.mark.once
def test_what_begins_with_a_dot_or_lies_behind_a_link_comes_too(site, settings, tmp_path):
    (settings.MEDIA_ROOT / "documents").mkdir()
    (settings.MEDIA_ROOT / "documents" / ".quy-che.pdf").write_text("Điều 1")
    (tmp_path / "another disk").mkdir()
    (tmp_path / "another disk" / "old.pdf").write_text("Điều 2")
    (settings.MEDIA_ROOT / "linked").symlink_to(tmp_path / "another disk")
    (settings.MEDIA_ROOT / "lost+found").mkdir()  # what ext4 puts into each of its own
    (settings.MEDIA_ROOT / "lost+found" / "#12").write_text("nobody's")

    backup = making.make_backup(site, print)

    assert (backup / "media/documents/.quy-che.pdf").read_text() == "Điều 1"
    assert (backup / "media/linked/old.pdf").read_text() == "Điều 2"
    kept = Manifest.read(backup).files.keys()
    assert kept > {"media/documents/.quy-che.pdf", "media/linked/old.pdf"}
    assert not any("lost+found" in path for path in kept)


@pytest.mark.once
def test_links_that_lead_round_in_a_circle_are_followed_once(site, settings, tmp_path):
    inner = settings.MEDIA_ROOT / "documents" / "2024"
    inner.mkdir(parents=True)
    (inner / "quy-che.pdf").write_text("Điều 1")
    (inner / "back").symlink_to(settings.MEDIA_ROOT)
    (inner / "itself").symlink_to("itself")
    (tmp_path / "another disk").mkdir()
    (settings.MEDIA_ROOT / "linked").symlink_to(tmp_path / "another disk")
    (tmp_path / "another disk" / "old.pdf").write_text("Điều 2")
    (tmp_path / "another disk" / "round").symlink_to(settings.MEDIA_ROOT / "linked")

    kept = Manifest.read(making.make_backup(site, print)).files

    assert {path for path in kept if path.endswith(".pdf")} == {
        "media/documents/2024/quy-che.pdf",
        "media/linked/old.pdf",
    }


@pytest.mark.once
def test_a_file_whose_name_is_in_another_encoding_comes_back_as_it_was(
    site, settings, monkeypatch, tmp_path, capsys
):
    name = os.fsdecode(b"Quy ch\xea.pdf")  # as an old Windows wrote it
    settings.MEDIA_ROOT.joinpath(name).write_text("Điều 1")
    call_command("backup", str(site))
    assert "Đã sao lưu" in capsys.readouterr().out

    (backup,) = site.iterdir()
    manifest = Manifest.read(backup)
    manifest.refuse_damaged(backup, manifest.files)
    settings.MEDIA_ROOT = tmp_path / "elsewhere"
    monkeypatch.setattr(databases, "load", Mock())
    restoring._bring_back(backup, manifest, print)

    assert settings.MEDIA_ROOT.joinpath(name).read_text() == "Điều 1"


@pytest.mark.once
def test_a_folder_that_cannot_be_read_is_said(site, settings):
    closed = settings.MEDIA_ROOT / "documents"
    closed.mkdir(mode=0)
    if os.access(closed, os.R_OK):
        pytest.skip("root reads everything")
    with pytest.raises(CommandError, match=f"Không sao lưu được.*{closed}"):
        call_command("backup", str(site))
    assert list(site.iterdir()) == []


@pytest.mark.once
def test_demo_logins_come_to_no_server_by_a_backup(site, settings):
    (Path(settings.DATA_DIR) / "demo_logins.json").write_text("{}")
    settings.SECURE_SSL_REDIRECT = True  # as on a server

    with pytest.raises(CommandError, match="bản dùng thử"):
        call_command("backup", str(site))


@pytest.mark.once
def test_neither_secrets_nor_what_is_made_again_are_in_it(site, settings):
    for name in ("edition", "demo_logins.json", "secret_key"):
        (settings.DATA_DIR / name).write_text("x")
    (settings.DATA_DIR / "static").mkdir()
    backup = making.make_backup(site, print)

    assert {each.name for each in backup.iterdir()} == {"database.sqlite3", "media", NAME}
    assert backup.stat().st_mode & 0o077 == 0


@pytest.mark.once
def test_what_is_half_restored_is_said(backup, settings, tmp_path, monkeypatch, capsys):
    settings.MEDIA_ROOT, settings.PAGE_VIEWS_LOG = tmp_path / "media", str(tmp_path / "pageviews")
    monkeypatch.setattr(databases, "tables", list)
    monkeypatch.setattr(Manifest, "refuse_another_system", lambda manifest: None)
    monkeypatch.setattr(databases, "load", Mock(side_effect=OSError(28, "No space left")))
    with pytest.raises(CommandError, match="Không khôi phục được"):
        call_command("restore", str(backup))
    assert f"hãy xoá những gì có trong {tmp_path / 'media'}" in capsys.readouterr().out


@pytest.mark.once
def test_a_search_server_that_is_away_does_not_stop_a_restore(site, settings):
    address = f"opensearch://127.0.0.1:{free_port()}/"
    settings.WAGTAILSEARCH_BACKENDS = environment.search_backends(address)
    IndexedDocument.objects.all().delete()
    before, said = Edition.now().epoch, []

    restoring._begin_again(said.append)

    assert "Chưa dựng được chỉ mục tìm kiếm (default: " in said[-1]
    assert "Connection refused" in said[-1]
    assert IndexedDocument.objects.exists()  # it answers meanwhile
    assert Edition.now().epoch != before


@pytest.mark.once
def test_whoever_was_signed_in_signs_in_again_after_a_restore(site, client, admin_user):
    client.force_login(admin_user)
    restoring._begin_again(print)
    assert client.get("/admin/").status_code == 302


@pytest.mark.once
def test_a_restore_broken_off_leaves_no_notice_of_what_was_there_before(
    site, settings, monkeypatch
):
    (settings.DATA_DIR / "edition").touch()
    monkeypatch.setattr(restoring, "call_command", Mock(side_effect=KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        restoring._begin_again(print)
    assert not (settings.DATA_DIR / "edition").exists()


@pytest.mark.once
def test_a_note_that_cannot_be_written_does_no_harm_to_a_backup(site, capsys):
    making.last_backup().mkdir()
    call_command("backup", str(site))
    assert "không ghi lại được điều đó" in capsys.readouterr().out
    assert len(list(site.iterdir())) == 1


@pytest.mark.once
def test_a_backup_among_the_photos_is_refused(site, settings):
    with pytest.raises(CommandError, match="không được nằm trong thư mục ảnh"):
        call_command("backup", str(settings.MEDIA_ROOT / "backups"))


@pytest.fixture
def on_postgresql_15(monkeypatch):
    here = connections["default"]
    monkeypatch.setattr(here, "client", DatabaseClient(here))
    monkeypatch.setattr(here, "pg_version", 150014, raising=False)


@pytest.mark.once
def test_a_program_that_is_missing_is_named(on_postgresql_15, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="không có chương trình pg_dump"):
        databases._run("pg_dump", [])


@pytest.mark.once
def test_a_program_of_another_version_than_the_server_is_refused(
    on_postgresql_15, monkeypatch, tmp_path
):
    """What a newer one has saved, it does not bring back into this server."""
    monkeypatch.setenv("PATH", str(tmp_path))
    program = tmp_path / "pg_dump"
    program.touch(mode=0o755)
    program.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 17.2 (Debian 17.2-1.pgdg120+1)'\n")
    with pytest.raises(Refused, match=r"pg_dump là phiên bản 17, .* PostgreSQL là phiên bản 15"):
        databases._run("pg_dump", [])
    program.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 15.2'\n")
    databases._run("pg_dump", [])
