"""What the tree of pages shows below the news."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from news.factories import ArticlePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_sections_stand_below_the_news_beside_articles_without_one(admin_client, site_tree):
    ArticlePageFactory(parent=site_tree.news, title="Thông báo lịch tiếp công dân")
    address = reverse("wagtailadmin_explore", args=[site_tree.news.pk])
    screen = BeautifulSoup(admin_client.get(address).content, "html.parser")

    shown = [title.get_text(strip=True) for title in screen.select("tbody .title-wrapper")]
    assert "Thông báo lịch tiếp công dân" in shown
    assert site_tree.emulation.title in shown
