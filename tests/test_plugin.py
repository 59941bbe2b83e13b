"""The plugin promise: our three rooms, installed from their wheel, work in a fresh Wagtail project.

The project is what `wagtail start` makes, changed exactly as docs/plugin.md tells its owner.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

# One worker makes the project for all tests of this file.
pytestmark = [pytest.mark.once, pytest.mark.long]

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "plugin.md"
ROOMS = ("news", "people", "search")

# Run inside the project: pages are made and asked for the way its owner would.
STORY = """
import datetime, inspect, json
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from wagtail.admin import compare
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.models import Page
from home.models import HomePage
from news.models import ArticlePage, NewsIndexPage, SectionPage
from news.awards.models import AwardGrant, AwardTitle, AwardsIndexPage
from people.models import Person, Province

settings.ALLOWED_HOSTS = ["*"]

def publish(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page

# The admin's exports, comparisons and avatars stay Wagtail's own.
mine = SpreadsheetExportMixin.stream_csv, compare.diff_text, AvatarSettingsPanel.form_class
for each in mine:
    assert inspect.unwrap(each) is each and each.__module__.startswith("wagtail."), each

home = HomePage.objects.get()
news = publish(home, NewsIndexPage(title="Tin tức"))
section = publish(news, SectionPage(title="Thi đua"))
article = publish(section, ArticlePage(
    title="Đại hội thi đua yêu nước", lead="Chiều 29/02.",
    body=[("paragraph", "<p>Đại biểu dự hội nghị.</p>"), ("awards", {"title": "Khen thưởng"})],
    event_date=datetime.date(2024, 2, 29),
    event_province=Province.objects.get(key="vn63-bac-kan"),
))
awards = publish(home, AwardsIndexPage(title="Khen thưởng"))
person = Person.objects.create(full_name="Đặng Hữu Thưởng")
grant = AwardGrant.objects.create(
    title=AwardTitle.objects.get(code="BK_BNT"), recipient_kind="person", person=person, year=2023
)
grant.articles.add(article)

call_command("worker", once=True)
client = Client(raise_request_exception=False)
answers = {}
for path in (
    article.url, section.url, news.url, awards.url, person.get_absolute_url(),
    "/nhan-su/", "/tim-kiem/", "/tim-kiem/?q=thi+đua", "/tim-kiem/?q=%22",
    "/api/v1/articles/", f"/api/v1/articles/{article.translation_key}/", "/api/v1/openapi.json",
    "/api/v1/search/?q=hội", "/rss.xml", f"{section.url}feed.json", "/sitemap.xml",
    "/sitemap-bai-0.xml", "/nhung/", "/nhung/tin-tuc/", "/nhung/widget.js",
    f"/admin/pages/add/news/articlepage/{section.pk}/", "/admin/",
    f"/admin/pages/{article.pk}/view_draft/",
    "/admin/snippets/people/person/", "/admin/snippets/awards/awardgrant/",
):
    if path.startswith("/admin/"):
        client.force_login(User.objects.get_or_create(username="lan", is_superuser=True)[0])
    answer = client.get(path)
    answers[path] = [answer.status_code, answer.content.decode()]
print("STORY" + json.dumps(answers))
"""

# What a host may have of its own: bodies that are not ours, with blocks that are called like ours.
HOST_PAGES = """
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

class TextPage(Page):
    body = RichTextField(null=True, blank=True)

class PicturePage(Page):
    body = StreamField([("photo", blocks.CharBlock()), ("gallery", blocks.ListBlock(blocks.CharBlock()))])
"""

HOST_STORY = """
from home.models import HomePage, PicturePage, TextPage

for page in (
    TextPage(title="Text", body="<p>Words.</p>"),
    TextPage(title="No text", body=None),
    PicturePage(title="Pictures", body=[("photo", "a.jpg"), ("gallery", ["b.jpg", "c.jpg"])]),
):
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    print(page.title, page.live)
"""


GOODBYE = """
from news.awards.models import AwardsIndexPage
from news.models import NewsIndexPage

for page in (*NewsIndexPage.objects.all(), *AwardsIndexPage.objects.all()):
    page.delete()
"""

AFTERWARDS = """
from django.db import connection
from django.test import Client

rooms = ("awards_", "news_", "pageviews_", "people_", "search_", "syndication_", "wagtail_localize")
print(Client().get("/", headers={"host": "localhost"}).status_code)
print(*(name for name in connection.introspection.table_names() if name.startswith(rooms)))
"""


def run(*command: str, folder: Path, rooms: Path | None = None) -> str:
    """What the program prints; its own words when it fails."""
    environment = {name: value for name, value in os.environ.items() if "DJANGO" not in name}
    environment |= {"PYTHONUTF8": "1", "PYTHONPATH": str(rooms or "")}
    result = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert result.returncode == 0, f"{' '.join(command)}\n{result.stdout}{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy: building leaves its litter beside the source."""
    source = tmp_path_factory.mktemp("source")
    for name in ROOMS:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", folder=source)
    return next((source / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def rooms(wheel: Path, tmp_path_factory) -> Path:
    """The three rooms as they are installed; nothing else of ours is in reach."""
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


@pytest.fixture(scope="module")
def project(rooms: Path, tmp_path_factory) -> Path:
    """A fresh Wagtail project with our rooms plugged in as docs/plugin.md says."""
    folder = tmp_path_factory.mktemp("plugged")
    run("-c", "from wagtail.bin.wagtail import main; main()", "start", "mysite", ".", folder=folder)
    shutil.rmtree(folder / "search")
    settings, urls = folder / "mysite/settings/base.py", folder / "mysite/urls.py"
    settings.write_text(settings.read_text() + guide("settings"))
    remove(urls, "from search import views as search_views\n")
    remove(urls, '    path("search/", search_views.search, name="search"),\n')
    urls.write_text(urls.read_text() + guide("urls"))
    with (folder / "home/models.py").open("a") as models:
        models.write(HOST_PAGES)
    run("manage.py", "makemigrations", "home", folder=folder, rooms=rooms)
    run("manage.py", "migrate", "--verbosity", "0", folder=folder, rooms=rooms)
    return folder


def guide(name: str) -> str:
    """The lines the guide tells a host to write: the code block under that name."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", GUIDE.read_text(), flags=re.S)
    assert found, f"docs/plugin.md has no block named {name}"
    return found[1]


def remove(file: Path, line: str) -> None:
    words = file.read_text()
    assert words.count(line) == 1, f"{file.name} has not exactly one {line!r}"
    file.write_text(words.replace(line, ""))


@pytest.fixture(scope="module")
def answers(project: Path, rooms: Path) -> dict[str, list]:
    """Status and body of the addresses a visitor and a portal would ask for."""
    printed = run(
        "manage.py", "shell", "--verbosity", "0", "-c", STORY, folder=project, rooms=rooms
    )
    return json.loads(printed.partition("STORY")[2])


def test_the_wheel_holds_the_three_rooms_and_nothing_else(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if "dist-info" not in name} == set(ROOMS)


def test_the_wheel_holds_every_template_and_data_file(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    folders = ("templates", "static", "data", "locale")
    ours = {
        str(file.relative_to(ROOT))
        for room in ROOMS
        for file in (ROOT / room).rglob("*")
        if file.is_file() and set(folders) & set(file.parts) and "__pycache__" not in file.parts
    }
    assert ours - names == set()


def test_the_plugged_project_passes_its_checks(project: Path, rooms: Path):
    said = run("manage.py", "check", "--fail-level", "WARNING", folder=project, rooms=rooms)
    assert "no issues" in said


def test_the_plugged_project_needs_no_migrations_of_its_own(project: Path, rooms: Path):
    run("manage.py", "makemigrations", "--check", "--dry-run", folder=project, rooms=rooms)


def test_articles_awards_people_search_and_the_api_answer(answers):
    assert {path: status for path, (status, _) in answers.items() if status != 200} == {}


def test_what_was_published_can_be_read_found_and_fetched(answers):
    words = {path: body for path, (_, body) in answers.items()}
    article = "/tin-tuc/thi-dua/dai-hoi-thi-dua-yeu-nuoc/"
    assert "Đại biểu dự hội nghị." in words[article]
    assert "Đặng Hữu Thưởng" in words[article]
    assert "Đặng Hữu Thưởng" in words["/khen-thuong/"]
    assert f'href="{article}"' in words["/tim-kiem/?q=thi+đua"]
    assert "Đại hội thi đua yêu nước" in words["/rss.xml"]
    assert article in words["/sitemap-bai-0.xml"]
    items = json.loads(words["/api/v1/articles/"])["items"]
    assert [item["title"] for item in items] == ["Đại hội thi đua yêu nước"]


def test_the_hosts_own_pages_are_published_whatever_their_body_is(project: Path, rooms: Path):
    command = ("manage.py", "shell", "--verbosity", "0", "-c", HOST_STORY)
    printed = run(*command, folder=project, rooms=rooms)
    assert printed.splitlines() == ["Text True", "No text True", "Pictures True"]


def test_a_host_that_forgets_the_photo_model_is_told_so_at_start(project: Path, rooms: Path):
    program = (
        "import django, mysite.settings.dev as s; s.WAGTAILIMAGES_IMAGE_MODEL = 'wagtailimages.Image';"
        "django.setup(); from news.checks import photo_is_the_image_model as check;"
        "print(check(None)[0].id)"
    )
    environment = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'mysite.settings.dev';"
    assert run("-c", environment + program, folder=project, rooms=rooms).strip() == "news.E001"


def test_the_rooms_can_be_taken_out_again(answers, project: Path, rooms: Path, tmp_path):
    """With what was indexed; the host's own pages stay."""
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    run("manage.py", "shell", "--verbosity", "0", "-c", GOODBYE, folder=folder, rooms=rooms)
    for app in guide("removal").partition("in ")[2].partition(";")[0].split():
        run("manage.py", "migrate", app, "zero", "--verbosity", "0", folder=folder, rooms=rooms)

    remove(folder / "mysite/settings/base.py", guide("settings"))
    remove(folder / "mysite/urls.py", guide("urls"))
    (folder / "search").mkdir()
    (folder / "search/__init__.py").touch()
    assert "no issues" in run("manage.py", "check", folder=folder)
    run("manage.py", "remove_stale_contenttypes", "--no-input", folder=folder)
    told = run("manage.py", "shell", "--verbosity", "0", "-c", AFTERWARDS, folder=folder)
    assert told.split() == ["200"]
