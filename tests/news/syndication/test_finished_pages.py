"""An article's page as finished HTML: the same page as one made of rows, and never an older one."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from news.awards.factories import AwardDecisionFactory, AwardGrantFactory
from news.awards.models import AwardDecision
from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.finished_pages import _finish, _waiting, finish_pages, forget_outdated_pages
from news.models import ArticlePage, Photo, SectionPage
from news.models.articles import ArticleOrganisation, ArticleParticipant, ArticleRelated
from news.pageviews.models import ViewTotal
from news.syndication.models import PublicationHtml
from news.syndication.publications.reconcile import Sweep
from people.factories import ClusterFactory, OrganisationFactory, PersonFactory
from people.models import Person
from website.models import SiteSettings

from .conftest import ready

pytestmark = pytest.mark.django_db

OFTEN = 60.0  # seconds: until all are made


@pytest.fixture
def article(site_tree) -> ArticlePage:
    """With what a page shows beside what the contract tells."""
    person = PersonFactory(full_name="Đỗ Hữu Ước")
    photo = ready(PhotoFactory(file__width=300, file__height=200))  # has few sizes, made quickly
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        body=[
            ("paragraph", "<p>Thi đua là yêu nước.</p>"),
            photo_block(photo, caption="Ký kết"),
            photo_block(None, caption="Ảnh không còn"),
        ],
        participants=[ArticleParticipant(person=person, name="Đỗ Hữu Ước", role="spoke")],
        organisation_rows=[
            ArticleOrganisation(organisation=OrganisationFactory(name="Sở Nội vụ Cao Bằng"))
        ],
        related=[
            ArticleRelated(page=ArticlePageFactory(parent=site_tree.structure, title="Được chọn"))
        ],
        clusters=[ClusterFactory(name="Cụm số một")],
    )
    decision = AwardDecisionFactory(number="12/QĐ-BNV")
    AwardGrantFactory(decision=decision, articles=[article])
    finish_pages(OFTEN)
    return ArticlePage.objects.get(pk=article.pk)


def shown(client, page) -> str:
    return client.get(page.url).content.decode()


def html_of(page) -> PublicationHtml:
    return PublicationHtml.objects.get(publication__page=page.pk)


def test_it_is_the_page_that_is_made_of_rows(client, article):
    """With the views of this moment."""
    assert html_of(article).main
    assert ">0</span>" in shown(client, article)
    ViewTotal.objects.create(article=article.translation_key, legacy=1284)
    made_of_html = shown(client, article)
    PublicationHtml.objects.update(made_with=PublicationHtml.TO_BE_MADE, main="không ai thấy")

    made_of_rows = shown(client, article)
    assert made_of_rows == made_of_html
    for words in (">1.284</span>", "12/QĐ-BNV", "Cụm số một", "Sở Nội vụ Cao Bằng", "Được chọn"):
        assert words in made_of_html


@pytest.mark.once
def test_whatever_stands_in_an_article_it_asks_as_little(client, article, site_tree):
    short = ArticlePageFactory(parent=site_tree.emulation, body=[])
    finish_pages(OFTEN)

    def queries(page) -> int:
        with CaptureQueriesContext(connection) as asked:
            shown(client, page)
        return len(asked)

    queries(short)
    assert queries(article) <= queries(short) + 1  # what an editor chose to stand below it


def test_it_is_never_older_than_what_it_shows(client, article, site_tree):
    section = SectionPage.objects.get(title="Thi đua")
    person, decision = Person.objects.get(full_name="Đỗ Hữu Ước"), AwardDecision.objects.get()
    settings = SiteSettings.for_site(site_tree.site)
    photo = Photo.objects.get(pk=article.lead_photo_id)

    for make, words in (
        (changed(person, slug="uoc"), 'href="/nhan-su/uoc/"'),
        (changed(article.clusters.get(), name="Cụm số hai"), "Cụm số hai</a></li>"),
        (changed(decision, number="99/QĐ-TTg"), "99/QĐ-TTg"),
        (changed(section, tile_set="son"), "tone-picture tone-son"),
        (changed(section, title="Thi đua mới"), ">Thi đua mới</a></li>"),
        (changed(settings, department_name="Sở mới"), 'og:site_name" content="Sở mới'),
        (changed(site_tree.awards, slug="so"), 'href="/so/?source='),
        (changed(photo, description="Bảy tỉnh"), 'alt="Bảy tỉnh"'),
    ):
        assert html_of(article).main
        assert words not in shown(client, article)
        make()
        after = shown(client, article)
        assert words in after
        finish_pages(OFTEN)
        assert shown(client, article) == after


def changed(thing, **fields) -> Callable[[], None]:
    def change() -> None:
        for name, value in fields.items():
            setattr(thing, name, value)
        thing.save()

    return change


def test_cards_of_lists_are_those_made_of_rows_and_never_older(client, article, site_tree):
    """The section is named but on its own page."""
    topic = TopicFactory(name="Đề án 06")
    article.topics.add(topic)
    article.save_revision().publish()
    newest = ArticlePageFactory(parent=site_tree.emulation, title="Mới nhất", topics=[topic])
    addresses = [site_tree.news.url, site_tree.emulation.url, topic.get_absolute_url()]

    def shown() -> list[str]:
        return [client.get(address).content.decode() for address in addresses]

    for change, words in (
        (changed(article, title="Tên mới"), "Tên mới</a></h3>"),
        (changed(site_tree.emulation, title="Thi đua mới"), "<h1>Thi đua mới</h1>"),
        (Photo.objects.get(pk=article.lead_photo_id).delete, "tone-picture tone-ngoc"),
    ):
        change()
        made_of_rows = shown()
        assert words in "".join(made_of_rows)
        finish_pages(OFTEN)
        assert html_of(article).card
        assert shown() == made_of_rows

    index, section, _topic = shown()
    assert '<p class="kicker">Thi đua mới</p>' in index
    assert '<p class="kicker">Thi đua mới</p>' not in section
    PublicationHtml.objects.filter(publication__page=article.pk).update(card="thẻ dựng sẵn")
    assert all("thẻ dựng sẵn" in html and newest.title in html for html in shown())


def test_with_a_second_site_cards_name_the_host_at_once(client, article, site_tree):
    def links() -> list[str]:
        html = client.get(site_tree.emulation.url).content.decode()
        return re.findall('card-title"><a href="(.*?)"', html)

    assert links() == [article.url]
    Site.objects.create(hostname="so-hai.example.vn", root_page=site_tree.structure)
    assert links() == [article.full_url]
    forget_outdated_pages()
    finish_pages(OFTEN)
    assert article.full_url in html_of(article).large_card
    assert links() == [article.full_url]


@pytest.mark.once
def test_what_was_touched_meanwhile_is_not_kept(article):
    article.save_revision().publish()
    [begun] = _waiting()
    article.save_revision().publish()
    _finish(*begun)
    assert not html_of(article).main
    finish_pages(OFTEN)
    assert html_of(article).main


@pytest.mark.once
def test_what_another_release_has_made_is_made_anew_and_of_what_is_down_nothing_is_left(
    client, article
):
    PublicationHtml.objects.update(made_with="bản trước", main="của bản trước")
    assert "của bản trước" not in shown(client, article)
    forget_outdated_pages()
    finish_pages(OFTEN)
    assert "Thi đua là yêu nước." in html_of(article).main

    article.unpublish()
    assert not PublicationHtml.objects.filter(publication__page=article.pk).exists()


@pytest.mark.once
def test_a_replacement_that_is_not_public_is_not_named(client, site_tree):
    draft = ArticlePageFactory(parent=site_tree.structure, title="Bí mật", published=False)
    page = ArticlePageFactory(
        parent=site_tree.emulation, removal_reason="superseded", replaced_by=draft
    )
    finish_pages(OFTEN)
    assert "bi-mat" not in shown(client, page)


@pytest.mark.once
def test_the_sizes_it_makes_are_not_missed(article):
    assert Sweep().turn() == 0
