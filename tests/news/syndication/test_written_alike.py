"""What the public sees does not depend on who made a change, nor on which screen."""

import json
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import translation

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.syndication.models import Edition, Publication
from news.syndication.publications.reconcile import sweep

pytestmark = pytest.mark.django_db


def html_of(page, locale="vi") -> str:
    row = Publication.objects.get(key=page.translation_key, locale=locale)
    return json.loads(bytes(row.content.json))["body_html"]


def test_the_bytes_are_the_same_whatever_language_the_editor_works_in(everything):
    with translation.override("en"):
        everything.save_revision().publish()

    assert "(PDF, 9\xa0byte)" in html_of(everything)
    assert sweep() == 0


def test_an_english_article_speaks_english_around_its_photos(site_tree, english):
    site_tree.home.copy_for_translation(english)
    photo = PhotoFactory(credit="Trần Phương", file__width=800, file__height=500)
    article = ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])
    page = article.copy_for_translation(english, copy_parents=True)
    page.save_revision().publish()

    assert "Ảnh: Trần Phương" in html_of(article)
    assert "Photo: Trần Phương" in html_of(article, "en")


def test_pages_taken_down_together_in_the_admin_are_one_edition(client, site_tree, admin_user):
    articles = [ArticlePageFactory(parent=site_tree.emulation) for _ in range(3)]
    number = Edition.now().number
    client.force_login(admin_user)
    action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    client.post(f"{action}?{urlencode([('id', each.pk) for each in articles])}")

    rows = Publication.objects.filter(page__in=[each.pk for each in articles])
    assert {(row.visible, row.reason) for row in rows} == {(False, "withdrawn")}
    assert Edition.now().number == number + 1
