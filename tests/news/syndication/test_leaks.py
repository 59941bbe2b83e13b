"""What nobody outside may see, tried through every door the API has."""

import datetime
import json

import pytest
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from news.awards.models import AwardGrant, AwardTitle
from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.syndication.tasks import make_photos_ready

CANARY = "CHIMYENTRONGLONG"


@pytest.fixture
def hidden(site_tree):
    """An article with the canary in it, made invisible in the way asked for."""

    def make(how):
        if how == "draft":
            return ArticlePageFactory(parent=site_tree.emulation, title=CANARY, published=False)
        article = ArticlePageFactory(parent=site_tree.emulation, title=CANARY, lead=CANARY)
        HIDING[how](article)
        return article

    return make


def _restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def _expire(page):
    page.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    page.save()


HIDING = {
    "draft": None,
    "private": _restrict,
    "below a private section": lambda article: _restrict(article.get_parent()),
    "below a private site": lambda article: _restrict(article.get_ancestors().get(depth=2)),
    "expired, worker asleep": _expire,
    "unpublished": lambda article: article.unpublish(),
}


@pytest.mark.parametrize("how", HIDING)
def test_a_hidden_article_is_nowhere(client, hidden, how):
    article = hidden(how)

    for path, status in (
        ("articles/", 200),
        ("articles/?section=thi-dua", 400 if how.startswith("below") else 200),
        (f"search/?q={CANARY}", 200),
        (f"search/?q={CANARY}&type=article", 200),
        # Of what was public once it is told that it is no more; of a draft, nothing.
        (f"articles/{article.translation_key}/", 404 if how == "draft" else 410),
    ):
        response = client.get(f"/api/v1/{path}")
        assert response.status_code == status, path
        if path.startswith("search"):
            assert response.json()["items"] == []
            assert response.json()["total"] == 0
        else:
            assert CANARY not in response.content.decode()


@pytest.mark.parametrize("how", [how for how in HIDING if how != "below a private site"])
def test_a_public_article_does_not_lead_to_a_hidden_one(api, site_tree, hidden, how):
    target = hidden(how)
    public = ArticlePageFactory(
        parent=site_tree.structure,
        title="Công khai",
        body=[("paragraph", f'<p>Xem <a linktype="page" id="{target.pk}">bài kia</a>.</p>')],
    )

    fetched = json.dumps(api.get(f"articles/{public.translation_key}/"), ensure_ascii=False)

    assert "<p>Xem bài kia.</p>" in fetched
    assert target.slug not in fetched
    assert f'id="{target.pk}"' not in fetched


@pytest.mark.parametrize("hide", [_restrict, _expire, lambda section: section.unpublish()])
def test_a_hidden_section_is_not_named(api, site_tree, hide):
    article = ArticlePageFactory(parent=site_tree.emulation, other_sections=[site_tree.structure])

    hide(site_tree.structure)

    sections = api.get(f"articles/{article.translation_key}/")["sections"]
    assert [section["slug"] for section in sections] == ["thi-dua"]


def test_a_hidden_translation_is_not_listed(api, everything, english, site_tree):
    site_tree.home.copy_for_translation(english)
    everything.copy_for_translation(english, copy_parents=True)  # stays a draft

    assert api.get(f"articles/{everything.translation_key}/")["translations"] == []


@pytest.fixture
def private_collection(db):
    root = Collection.get_first_root_node()
    collection = root.add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    return collection.add_child(name="Nội bộ, cấp dưới")


def test_a_photo_in_a_private_collection_is_treated_as_lost(api, site_tree, private_collection):
    photo = PhotoFactory(
        title=CANARY,
        caption=CANARY,
        description=CANARY,
        credit=CANARY,
        collection=private_collection,
    )
    article = ArticlePageFactory(
        parent=site_tree.emulation, body=[photo_block(photo, caption="Lời trong bài")]
    )

    make_photos_ready.call([photo.pk])

    fetched = api.get(f"articles/{article.translation_key}/")

    assert fetched["lead_photo"] is None
    assert fetched["photos"][0]["renditions"] == []
    assert fetched["photos"][0]["caption"] == "Lời trong bài"
    assert CANARY not in json.dumps(fetched)
    assert "/media/" not in json.dumps(fetched)
    assert not photo.renditions.exists()


def test_a_document_in_a_private_collection_is_left_out(api, site_tree, pdf, private_collection):
    pdf.title, pdf.collection = CANARY, private_collection
    pdf.save()
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        body=[
            ("document", {"document": pdf, "title": ""}),
            ("paragraph", f'<p><a linktype="document" id="{pdf.pk}">tệp</a></p>'),
        ],
    )

    fetched = api.get(f"articles/{article.translation_key}/")

    assert fetched["body"] == [{"type": "paragraph", "html": "<p>tệp</p>"}]


@pytest.mark.parametrize(("status", "shown"), [("proposed", 0), ("confirmed", 1), ("revoked", 1)])
def test_a_proposed_grant_is_not_told(api, everything, status, shown):
    grant = AwardGrant.objects.get()
    grant.status, grant.revoked_on = status, datetime.date(2024, 5, 1)
    grant.save()

    fetched = api.get(f"articles/{everything.translation_key}/")

    assert [award["status"] for award in fetched["awards"]] == [status] * shown
    assert len(fetched["photos"][0]["awards"]) == shown
    assert ("Cờ thi đua của Bộ Nội vụ – " in fetched["body_html"]) == bool(shown)
    assert ("<s>Cờ thi đua" in fetched["body_html"]) == (status == "revoked")


def test_no_number_of_our_database_leaves(api, site_tree):
    """Numbers far above what this database has, so that a leaked one cannot hide."""
    title = AwardTitle.objects.get(code="CO_BNT")
    photo = PhotoFactory(pk=987_654_301)
    grant = AwardGrant.objects.create(
        pk=987_654_302, title=title, recipient_kind="unnamed", quantity=7
    )
    article = ArticlePageFactory(
        pk=987_654_303,
        parent=site_tree.emulation,
        body=[
            photo_block(photo, grants=[grant]),
            ("paragraph", '<p><a linktype="page" id="987654303">bài này</a></p>'),
        ],
    )
    grant.articles.add(article)

    assert "9876543" not in json.dumps(api.get("articles/"))
