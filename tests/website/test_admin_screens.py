"""The screens editors open, as the server sends them: no English is left on any."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Workflow
from wagtail.snippets.models import get_snippet_models

from news.factories import ArticlePageFactory, PhotoFactory
from tests.website.catalogues import MARK, installed

pytestmark = pytest.mark.once

SHOWN_ATTRIBUTES = ("alt", "aria-label", "aria-description", "placeholder", "title")
SCREENS = {
    "home": "/admin/",
    "account": "/admin/account/",
    "explorer": "/admin/pages/{section}/",
    "explorer of the root": "/admin/pages/",
    "search of pages": "/admin/pages/search/?q=thi",
    "what may be added": "/admin/pages/{awards}/add_subpage/",
    "section of a new article": "/admin/tin-bai/choose_parent/",
    "new article": "/admin/pages/add/news/articlepage/{section}/",
    "new announcement": "/admin/pages/add/awards/awardannouncementpage/{awards}/",
    "new consultation": "/admin/pages/add/awards/consultationpage/{awards}/",
    "article": "/admin/pages/{article}/edit/",
    "draft": "/admin/pages/{draft}/edit/",
    "home page": "/admin/pages/{home}/edit/",
    "history of an article": "/admin/pages/{article}/history/",
    "workflow of an article": "/admin/pages/{article}/workflow_history/",
    "usage of an article": "/admin/pages/{article}/usage/",
    "copy": "/admin/pages/{article}/copy/",
    "move": "/admin/pages/{article}/move/",
    "unpublish": "/admin/pages/{article}/unpublish/",
    "delete": "/admin/pages/{section}/delete/",
    "privacy": "/admin/pages/{article}/privacy/",
    "bulk delete": "/admin/bulk/wagtailcore/page/delete/?id={article}&id={draft}",
    "bulk publish": "/admin/bulk/wagtailcore/page/publish/?id={draft}",
    "images": "/admin/images/",
    "image upload": "/admin/images/add/",
    "many images": "/admin/images/multiple/add/",
    "image": "/admin/images/{photo}/",
    "documents": "/admin/documents/",
    "document upload": "/admin/documents/add/",
    "many documents": "/admin/documents/multiple/add/",
    "collections": "/admin/collections/",
    "new collection": "/admin/collections/add/",
    "users": "/admin/users/",
    "new user": "/admin/users/new/",
    "user": "/admin/users/edit/{user}/",
    "groups": "/admin/groups/",
    "new group": "/admin/groups/new/",
    "sites": "/admin/sites/",
    "new site": "/admin/sites/new/",
    "languages": "/admin/locales/",
    "new language": "/admin/locales/new/",
    "redirects": "/admin/redirects/",
    "new redirect": "/admin/redirects/add/",
    "import of redirects": "/admin/redirects/import/",
    "workflows": "/admin/workflows/list/",
    "workflow": "/admin/workflows/edit/{workflow}/",
    "new workflow": "/admin/workflows/add/",
    "tasks": "/admin/workflows/tasks/index/",
    "new task": "/admin/workflows/tasks/add/wagtailcore/groupapprovaltask/",
    "locked pages": "/admin/reports/locked/",
    "workflows under way": "/admin/reports/workflow/",
    "tasks under way": "/admin/reports/workflow_tasks/",
    "site history": "/admin/reports/site-history/",
    "aging pages": "/admin/reports/aging-pages/",
    "page types": "/admin/reports/page-types-usage/",
    "house style": "/admin/reports/soat-bai/",
    "snippets": "/admin/snippets/",
    "import of awards": "/admin/awards/import/",
    "choose a page": "/admin/choose-page/",
    "choose a link": "/admin/choose-external-link/",
    "choose an image": "/admin/images/chooser/",
    "choose a document": "/admin/documents/chooser/",
    "embed": "/admin/embeds/chooser/",
}
DOOR = {"login": "/admin/login/", "password reset": "/admin/password_reset/"}
# A language is called by its own name.
NAMES = {"English"}
# What Wagtail writes into templates and forms without asking a catalogue; most of it is only read
# aloud, the rest is for administrators.
WRITTEN_IN = {"Actions", "Enabled", "Locale", "Page", "Search"}
# Kept in the database in English, and read aloud in the table of a group's rights.
RIGHTS = {
    "Delete pages with children",
    "Lock/unlock pages you've locked",
    "Publish any page",
    "Unlock any page",
}


@pytest.fixture
def admin(client: Client, db: None) -> Client:
    user = get_user_model().objects.create_superuser("quan-tri", "qt@sonoivu.example.vn", "bi-mat")
    client.force_login(user)
    return client


@pytest.fixture
def things(site_tree, lan) -> dict[str, int]:
    """What stands in the addresses: one of each, so that lists have a row."""
    draft = ArticlePageFactory(parent=site_tree.emulation, published=False)
    return {
        "home": site_tree.home.pk,
        "section": site_tree.emulation.pk,
        "awards": site_tree.awards.pk,
        "article": ArticlePageFactory(parent=site_tree.emulation).pk,
        "draft": draft.pk,
        "photo": PhotoFactory().pk,
        "user": lan.pk,
        "workflow": Workflow.objects.first().pk,
    }


def test_no_english_is_left(admin, things):
    assert english_on(admin, {name: url.format(**things) for name, url in SCREENS.items()}) == {}


def test_the_rights_of_a_group_are_called_in_vietnamese(admin):
    """Those that Wagtail has no words of its own for."""
    screen = BeautifulSoup(admin.get("/admin/groups/new/").content, "html.parser")
    rows = {row.h3.get_text(strip=True): row for row in screen.select("tr:has(h3)")}
    assert "Ngôn ngữ" in rows
    assert "Gửi dịch" in rows["Bản dịch"].get_text()
    assert not {"Locale", "Translation"} & rows.keys()


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        ("external", ["Địa chỉ URL *", "Chữ của liên kết"]),
        ("anchor", ["Tên chỗ trong bài (sau dấu #) *", "Chữ của liên kết"]),
        ("email", ["Thư điện tử *", "Chữ của liên kết", "Tiêu đề thư", "Nội dung thư"]),
        ("phone", ["Số điện thoại *", "Chữ của liên kết"]),
    ],
)
def test_no_english_is_left_where_a_link_is_made(admin, kind, labels):
    """Its fields bring no words that a catalogue could know."""
    dialog = BeautifulSoup(admin.get(f"/admin/choose-{kind}-link/").json()["html"], "html.parser")
    assert [label.get_text(" ", strip=True) for label in dialog.select("label")] == labels


def test_no_english_is_left_at_the_door(client, db):
    assert english_on(client, DOOR) == {}


def test_no_english_is_left_where_snippets_are_listed_and_written(admin):
    chief = get_user_model().objects.get(username="quan-tri")
    screens = {}
    for viewset in [model.snippet_viewset for model in get_snippet_models()]:
        screens[f"{viewset.model.__name__} list"] = reverse(viewset.get_url_name("list"))
        if viewset.permission_policy.user_has_permission(chief, "add"):
            screens[f"{viewset.model.__name__} add"] = reverse(viewset.get_url_name("add"))
    assert english_on(admin, screens) == {}


def test_lists_that_grow_long_can_be_searched(admin):
    """A department has one portal a province, and sees them all on one screen."""
    lists = [model.snippet_viewset for model in get_snippet_models()]
    answers = {
        each.model.__name__: admin.get(reverse(each.get_url_name("list")), {"q": "thi đua"})
        for each in lists
    }
    fields = {
        name: BeautifulSoup(answer.content, "html.parser").select_one('main form input[name="q"]')
        for name, answer in answers.items()
    }
    assert {name for name, field in fields.items() if field is None} == {"Portal"}


def english_on(client: Client, screens: dict[str, str]) -> dict[str, set[str]]:
    """What of the English of the catalogues can be read, by the name of the screen."""
    found = {}
    for name, address in screens.items():
        response = client.get(address)
        assert response.status_code == 200, (name, response)
        html = response.content.decode()
        if response["Content-Type"].startswith("application/json"):
            html = response.json()["html"]
        found[name] = english_in(BeautifulSoup(html, "html.parser"))
    return {name: words for name, words in found.items() if words}


def english_in(soup: BeautifulSoup) -> set[str]:
    """Phrases anywhere; words where they stand alone and are no sign for a script."""
    read = {" ".join(text.split()) for text in [*texts(soup), *attributes(soup)]}
    page = "\n".join([*read, *given_to_scripts(soup)])
    phrases, single = english()
    found = {phrase for phrase in phrases if phrase in page}
    # "in the" is no part of "in thermal".
    found = {each for each in found if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", page)}
    return (found | (single & read)) - WRITTEN_IN - RIGHTS - NAMES


@cache
def english() -> tuple[set[str], set[str]]:
    """The phrases between the placeholders of every English string, and the strings of one word."""
    phrases: set[str] = set()
    single: set[str] = set()
    for catalogue in installed():
        for entry in catalogue.entries:
            if catalogue.shown(entry) == entry.msgid:
                continue
            for text in filter(None, (entry.msgid, entry.msgid_plural)):
                parts = [" ".join(part.split()) for part in MARK.split(text)]
                phrases.update(part for part in parts if re.search(r"[A-Za-z]+ [A-Za-z]+", part))
                if text.isalpha():
                    single.add(text)
    return phrases, single


def texts(soup: BeautifulSoup) -> Iterator[str]:
    for text in soup.find_all(string=True):
        around = text.parent
        if around is None or around.name in ("script", "style") or around.has_attr("hidden"):
            continue
        if not isinstance(text, PreformattedString):
            yield str(text)


def attributes(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(True):
        for name in SHOWN_ATTRIBUTES:
            yield str(tag.get(name, ""))
        if tag.get("type") == "submit":
            yield str(tag.get("value", ""))


def given_to_scripts(soup: BeautifulSoup) -> Iterator[str]:
    """Menus, forms of blocks and the like, which a script draws."""
    for script in soup.find_all("script", type="application/json"):
        yield from strings(json.loads(script.string or "null"))
    for tag in soup.find_all(True):
        for value in tag.attrs.values():
            if isinstance(value, str) and value[:1] in ("{", "["):
                with suppress(ValueError):
                    yield from strings(json.loads(value))


def strings(value: object) -> Iterator[str]:
    """All strings within; some of them are HTML."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str) and "<" in value:
        soup = BeautifulSoup(value, "html.parser")
        yield from [*texts(soup), *attributes(soup)]
    elif isinstance(value, str):
        yield value
