"""`manage.py check`: what a project that uses the search room is told."""

import pytest
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Page

from news.models import ArticlePage
from search import kinds
from search.checks import (
    a_server_stands_beside_the_database,
    no_database_is_older_than_its_migrations,
    page_types_are_told_apart,
)
from search.kinds import kind_of

from .engines import DATABASE

pytestmark = pytest.mark.once

SERVER = {"BACKEND": "search.backends.opensearch", "URL": "opensearch://127.0.0.1:1/x"}


@pytest.mark.parametrize(
    ("engines", "told"),
    [
        ({"default": DATABASE}, []),
        ({"default": SERVER, "database": DATABASE}, []),
        ({"default": SERVER}, ["search.E002"]),
        ({"default": SERVER, "database": DATABASE | {"AUTO_UPDATE": False}}, ["search.E002"]),
    ],
)
def test_a_server_alone_is_refused(settings, engines, told):
    settings.WAGTAILSEARCH_BACKENDS = engines
    assert [message.id for message in a_server_stands_beside_the_database(None)] == told


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ArticlePage", "article"),
        ("NewsIndexPage", "news_index"),
        ("HTMLPage", "html"),
        ("Top10Page", "top10"),
    ],
)
def test_a_kind_is_named_after_its_class(name, kind):
    assert kind_of(type(name, (), {})) == kind


def test_page_types_of_one_name_are_told(monkeypatch):
    assert page_types_are_told_apart(None) == []
    monkeypatch.setattr(kinds, "get_page_models", lambda: [Page, ArticlePage, ArticlePage])
    (message,) = page_types_are_told_apart(None)
    assert message.id == "search.W001"
    assert "“article”" in message.msg
    assert "news.ArticlePage" in message.msg


@pytest.mark.django_db
def test_a_database_between_two_of_the_migrations_put_together_is_refused():
    assert no_database_is_older_than_its_migrations(None, databases=["default"]) == []

    MigrationRecorder.Migration.objects.get(app="news", name="0007_plainer_reasons").delete()

    (message,) = no_database_is_older_than_its_migrations(None, databases=["default"])
    assert "news.0001_tables" in message.msg
