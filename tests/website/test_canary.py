"""What must stay hidden, looked for on everything a stranger can open or is told."""

import datetime
from collections.abc import Iterator
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.syndication.models import Portal, Webhook
from news.syndication.tasks import make_photos_ready
from news.syndication.webhooks.posting import Postman
from tests.news.syndication.receivers import Receiver, receiving
from tests.search.engines import write_all_that_is_due

pytestmark = pytest.mark.once

CANARY = "chimyentronglong"
# What is asked for a page of search says again; so it is asked for by another word of its title.
RARE = "khuya"
HIDDEN = f"{RARE} {CANARY}"
PLAIN = "Tin công khai"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

PAGES = ["/", "/tin-tuc/", "/tin-tuc/thi-dua/", "/khong-co/", "/nhan-su/", "/khen-thuong/"]
SEARCHES = [f"/tim-kiem/?q={RARE}", f"/tim-kiem/?q={quote(PLAIN)}"]
FEEDS = [
    f"{path}{form}"
    for path in ("/", "/tin-tuc/thi-dua/")
    for form in ("rss.xml", "atom.xml", "feed.json")
]
API = [
    f"/api/v1/{path}"
    for path in (
        "articles/", "articles/?section=thi-dua", "changes/", "snapshot/", f"search/?q={RARE}",
        f"search/?q={quote(PLAIN)}", f"search/suggest/?q={RARE}", "awards/grants/", "people/",
    )
]  # fmt: skip


def hide_by_login(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def expire(page):
    page.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    page.save()


def withdraw(page):
    page.removal_reason = "withdrawn"
    page.unpublish()


def correct_in_a_draft(page):
    """What is public says nothing of it; the correction waits for somebody's yes."""
    page.title = page.lead = HIDDEN
    page.save_revision()


HIDING = {
    "draft": None,
    "scheduled": None,
    "correction that waits": correct_in_a_draft,
    "private": hide_by_login,
    "below a private section": lambda page: hide_by_login(page.get_parent()),
    "below a private site": lambda page: hide_by_login(page.get_ancestors().get(depth=2)),
    "expired, worker asleep": expire,
    "withdrawn": withdraw,
}


@pytest.fixture
def receiver(site_tree, settings) -> Iterator[Receiver]:
    """A portal's own server, which is told of every change."""
    settings.WEBHOOKS_ALLOW_LOOPBACK = True
    with receiving() as receiver:
        portal = Portal.objects.create(name="Cổng Bắc Kạn")
        Webhook.objects.create(portal=portal, url=receiver.url)
        yield receiver


@pytest.fixture
def hidden(site_tree, settings, tmp_path):
    """An article full of the canary, hidden in the way asked for, beside one that is public."""
    settings.MEDIA_ROOT = tmp_path

    def make(how):
        words = PLAIN if how == "correction that waits" else HIDDEN
        later = timezone.now() + datetime.timedelta(days=1)
        article = ArticlePageFactory(
            parent=site_tree.emulation,
            title=words,
            lead=words,
            # Of what was public once, portals are told the address when it goes.
            slug="bai-an",
            body=[
                ("paragraph", f"<p>{words}</p>"),
                photo_block(PhotoFactory(title=words), caption=words),
            ],
            published_at=timezone.now(),
            published=how not in ("draft", "scheduled"),
            go_live_at=later if how == "scheduled" else None,
        )
        if how == "scheduled":
            article.get_latest_revision().publish()
        ArticlePageFactory(
            parent=site_tree.structure,
            title=PLAIN,
            body=[("paragraph", f'<p><a linktype="page" id="{article.pk}">Bài kia</a></p>')],
        )
        if hide := HIDING.get(how):
            hide(article)
        write_all_that_is_due()
        return article

    return make


def answers(client) -> Iterator[tuple[str, str]]:
    """Address and words of everything there is to read."""
    for path in (*PAGES, *SEARCHES, *FEEDS, *API, "/nhung/", "/nhung/tin-tuc/", "/robots.txt"):
        yield path, read(client, path)
    index = read(client, "/sitemap.xml")
    for line in ElementTree.fromstring(index).iter(f"{SITEMAP}loc"):  # noqa: S314 - our own
        path = (line.text or "").removeprefix("http://localhost")
        yield path, read(client, path)


def read(client, path) -> str:
    answer = client.get(path)
    assert answer.status_code < 500, path
    return (answer.content.decode() + answer.headers.get("Location", "")).lower()


@pytest.mark.parametrize("how", HIDING)
def test_what_is_hidden_is_nowhere(client, hidden, how):
    article = hidden(how)

    for path, words in answers(client):
        assert CANARY not in words, path
    for path in (f"/api/v1/articles/{article.translation_key}/", article.url):
        assert CANARY not in read(client, path), path


def test_what_is_public_is_found_where_it_was_looked_for(client, hidden):
    """So that the test above can fail."""
    hidden("not at all")

    loud = {path for path, words in answers(client) if CANARY in words}

    assert loud >= {
        "/", "/tin-tuc/", "/tin-tuc/thi-dua/", SEARCHES[0], *FEEDS, "/nhung/tin-tuc/",
        "/sitemap-tin-moi.xml", "/api/v1/articles/", "/api/v1/snapshot/",
        f"/api/v1/search/?q={RARE}", f"/api/v1/search/suggest/?q={RARE}",
    }  # fmt: skip


@pytest.mark.parametrize("how", HIDING)
def test_no_message_to_a_portal_names_it(receiver, hidden, how):
    hidden(how)
    Postman().once()

    messages = [body.decode().lower() for _headers, body in receiver.taken]

    assert messages
    assert not [body for body in messages if CANARY in body]


@pytest.fixture
def renamed(site_tree, django_capture_on_commit_callbacks):
    """An article that has the canary in its address now, and the address it had before."""
    article = ArticlePageFactory(parent=site_tree.emulation, title="Bài cũ")
    old = article.url
    article.slug = CANARY
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
    return article, old


@pytest.mark.parametrize(
    "how", ["private", "below a private section", "expired, worker asleep", "withdrawn"]
)
def test_an_old_address_does_not_lead_to_it(client, renamed, how):
    article, old = renamed
    for address in (old, f"{old}?utm_source=thu"):
        assert client.get(address).headers["Location"].endswith(f"/{CANARY}/")

    HIDING[how](article)

    for address in (old, f"{old}?utm_source=thu"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert CANARY not in answer.content.decode()


def test_who_is_signed_in_is_led_on(client, renamed, minh):
    article, old = renamed
    hide_by_login(article)
    client.force_login(minh)

    assert client.get(old).headers["Location"].endswith(f"/{CANARY}/")


def test_an_old_address_may_stand_for_an_address(client, site_tree):
    Redirect.objects.create(old_path="/cu", redirect_link="https://bacnoivu.example.vn/")

    assert client.get("/cu/").headers["Location"] == "https://bacnoivu.example.vn/"


@pytest.mark.parametrize("how", ["photo", "document"])
def test_what_is_in_a_private_collection_is_nowhere(client, site_tree, settings, tmp_path, how):
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    photo = PhotoFactory(
        title=CANARY, description=CANARY, credit=CANARY, file__filename=f"{CANARY}.jpg",
        collection=collection,
    )  # fmt: skip
    document = get_document_model().objects.create(
        title=CANARY, file=ContentFile(b"%PDF-1.4", f"{CANARY}.pdf"), collection=collection
    )
    blocks = {
        "photo": photo_block(photo),
        "document": ("document", {"document": document, "title": ""}),
    }
    article = ArticlePageFactory(
        parent=site_tree.emulation, title=PLAIN, body=[blocks[how]], published_at=timezone.now()
    )
    make_photos_ready.call([photo.pk])
    write_all_that_is_due()

    for path, words in answers(client):
        assert CANARY not in words, path
    for path in (f"/api/v1/articles/{article.translation_key}/", article.url):
        assert CANARY not in read(client, path), path
