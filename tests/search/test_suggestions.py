"""GET /api/v1/search/suggest/: what is offered while somebody types, and where it leads."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from people.factories import OrganisationFactory, PersonFactory
from search.suggestions import MOST

pytestmark = [pytest.mark.django_db, pytest.mark.once]

Item = dict[str, str | None]


@pytest.fixture
def suggested(client, write_index) -> Callable[..., list[Item]]:
    def ask(typed: str, **more: str) -> list[Item]:
        write_index()
        answer = client.get("/api/v1/search/suggest/", {"q": typed, **more})
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()["items"]

    return ask


@pytest.fixture
def told_twice(site_tree) -> tuple[ArticlePage, ArticlePage]:
    """An article and its translation, both with “OCOP” in their titles."""
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị OCOP")
    translated = article.copy_for_translation(
        Locale.objects.get(language_code="en"), copy_parents=True
    )
    translated.title = "OCOP conference"
    translated.save_revision().publish()
    return article, ArticlePage.objects.get(pk=translated.pk)


def test_who_reads_english_is_led_to_the_english_page_once(suggested, told_twice):
    article, translated = told_twice
    for typed in ("hội ng", "conf", "ocop"):
        assert suggested(typed, locale="en") == [
            {
                "text": "OCOP conference",
                "type": "article",
                "url": f"http://localhost{translated.url}",
                "locale": "en",
                "id": str(article.translation_key),
                "external_id": None,
            }
        ]


def test_translations_of_one_another_leave_the_list_full(suggested, site_tree):
    english = Locale.objects.get(language_code="en")
    for number in range(MOST + 1):
        article = ArticlePageFactory(parent=site_tree.emulation, title=f"OCOP {number}")
        article.copy_for_translation(english, copy_parents=True).save_revision().publish()
    for locale in ("en", "vi"):
        found = suggested("ocop", locale=locale)
        assert len({item["id"] for item in found}) == len(found) == MOST


def test_a_translation_that_is_not_public_is_suggested_to_nobody(suggested, told_twice):
    article, translated = told_twice
    translated.unpublish()
    (item,) = suggested("hội ng", locale="en")
    assert (item["url"], item["locale"]) == (f"http://localhost{article.url}", "vi")


def test_who_asks_for_no_language_is_led_to_what_was_found(suggested, told_twice):
    addresses = {f"http://localhost{page.url}" for page in told_twice}
    assert {item["url"] for item in suggested("ocop")} == addresses


def test_names_lead_to_their_pages_in_the_language_and_say_which_one_they_are_in(suggested):
    PersonFactory(full_name="Lường Thị Mai Hương", slug="mai-huong")
    OrganisationFactory(name="Sở Nội vụ Lam Giang", name_en="Home Affairs Lam Giang", slug="so")
    in_english = [
        ("mai hu", "vi", "/en/nhan-su/mai-huong/"),
        ("home", "en", "/en/nhan-su/co-quan/so/"),
    ]
    in_english += [
        ("nội v", "vi", "/en/nhan-su/co-quan/so/"),
        ("lam g", "en", "/en/nhan-su/co-quan/so/"),
    ]
    for typed, locale, path in in_english:
        (item,) = suggested(typed, locale="en")
        assert (item["locale"], item["url"]) == (locale, f"http://localhost{path}"), typed
    (item,) = suggested("lam g")
    assert (item["locale"], item["url"]) == ("vi", "http://localhost/nhan-su/co-quan/so/")


def test_many_persons_leave_room_for_a_body(suggested):
    for number in range(4):
        PersonFactory(full_name=f"Lam Văn {number}", slug=f"lam-{number}")
    OrganisationFactory(name="Sở Nội vụ Lam Giang", slug="so")

    assert [item["type"] for item in suggested("lam")] == ["person", "organisation", "person"]


def test_a_language_nobody_publishes_in_is_refused(client, site_tree):
    answer = client.get("/api/v1/search/suggest/", {"q": "hội", "locale": "fr"})
    assert answer.status_code == 400
    assert "locale" in answer.json()["detail"]


def test_no_more_queries_for_more_suggestions(suggested, told_twice, site_tree):
    def asked() -> tuple[int, int]:
        suggested("hội", locale="en")
        with CaptureQueriesContext(connection) as queries:
            return len(suggested("hội", locale="en")), len(queries)

    for number in range(2):
        ArticlePageFactory(parent=site_tree.emulation, title=f"Hội thảo số {number}")
    few, queries_for_few = asked()
    for number in range(2, 6):
        ArticlePageFactory(parent=site_tree.emulation, title=f"Hội thảo số {number}")
    many, queries_for_many = asked()

    assert (few, many) == (3, 7)
    assert queries_for_many == queries_for_few
