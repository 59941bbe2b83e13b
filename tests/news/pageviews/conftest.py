"""An article to read, readers, and a log of each test's own."""

import shutil
import uuid
from collections.abc import Callable

import pytest
from wagtail.models import Locale

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.pageviews.folding import Folder
from news.pageviews.models import ViewTotal
from news.pageviews.salts import shared_salts

CHROME = (
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/131.0.0.0 Mobile Safari/537.36"
)


@pytest.fixture(autouse=True)
def log(settings, tmp_path):
    """The folder of the log; its salt, which is not in there, goes with it."""
    settings.PAGE_VIEWS_LOG = str(tmp_path / "pageviews")
    salts = shared_salts(settings.PAGE_VIEWS_LOG)
    yield tmp_path / "pageviews"
    shutil.rmtree(getattr(salts, "folder", ""), ignore_errors=True)


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def article(site_tree) -> ArticlePage:
    """As it came in from the old system: read 33 times."""
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị ký kết")
    ViewTotal.objects.create(article=article.translation_key, legacy=33)
    return article


@pytest.fixture
def read(client, article) -> Callable:
    """POST what the page's script sends; returns the answer."""

    def send(key: uuid.UUID | str = article.translation_key, address="203.0.113.7", **headers):
        headers = {"User-Agent": CHROME, "Sec-Fetch-Site": "same-origin"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        return client.post(f"/api/v1/views/{key}/", headers=headers, REMOTE_ADDR=address)

    return send


@pytest.fixture
def fold(db) -> Callable[[], None]:
    """What a worker does that has just started."""
    return lambda: Folder().run()
