"""A program that was started for another address rewrites nothing unless it is told to."""

import pytest
from django.core.management import CommandError, call_command

from news.factories import ArticlePageFactory
from news.syndication.models import Publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def before(site_tree, settings) -> list[tuple[str, int]]:
    """A site in use, and a second shell where nobody exported its settings."""
    settings.PUBLIC_URL = "https://sonoivu.example.vn"
    ArticlePageFactory(parent=site_tree.emulation)
    settings.PUBLIC_URL = "http://localhost:8000"
    ((url, _version),) = told()
    assert url.startswith("https://sonoivu.example.vn/tin-tuc/")
    return told()


def told() -> list[tuple[str, int]]:
    return list(Publication.objects.values_list("url", "version"))


@pytest.mark.parametrize(
    ("command", "options"), [("worker", {"once": True}), ("rebuild_publications", {})]
)
def test_links_stay_as_they_are(before, command, options):
    with pytest.raises(CommandError) as refused:
        call_command(command, **options)

    assert told() == before
    for words in ("https://sonoivu.example.vn", "http://localhost:8000", "PUBLIC_URL", "--moved"):
        assert words in str(refused.value)


def test_a_single_link_that_was_written_for_another_address_is_mended(before, settings, site_tree):
    ArticlePageFactory(parent=site_tree.emulation)  # by a program without the settings
    settings.PUBLIC_URL = "https://sonoivu.example.vn"
    call_command("worker", once=True)

    assert len(told()) == 2
    assert all(url.startswith("https://sonoivu.example.vn/") for url, _version in told())


def test_a_site_that_moved_says_so(before, settings):
    ((url, version),) = before
    after = [(url.replace("sonoivu", "lamgiang"), version + 1)]
    settings.PUBLIC_URL = "https://lamgiang.example.vn"
    call_command("rebuild_publications", moved=True)

    assert told() == after
    call_command("worker", once=True)
    call_command("rebuild_publications")
    assert told() == after
