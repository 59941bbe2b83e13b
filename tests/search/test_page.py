"""/tim-kiem/: whatever is typed, the answer is a page."""

import pytest

from news.factories import ArticlePageFactory
from search import views


@pytest.mark.parametrize("number", ["", "0", "-1", "abc", "²", "1.5", "9" * 20, "9" * 5000])
def test_any_page_number_shows_a_page(client, site_tree, number):
    ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")

    response = client.get("/tim-kiem/", {"q": "giao ước", "page": number})

    assert response.status_code == 200
    assert response.context["total"] == 1


def test_a_number_behind_the_last_page_is_the_last_page():
    assert views._page_number("3") == 3
    assert views._page_number("9" * 5000) == views.LAST_PAGE
