"""An article past its end, in the hands of its editors."""

import datetime

import pytest
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from news.admin.home_panels import OwnDraftsPanel
from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.scheduling import keep_schedule

pytestmark = [pytest.mark.django_db, pytest.mark.once]

INLINE = ("byline", "participants", "organisation_rows", "corrections", "related", "comments")


@pytest.fixture
def article(site_tree, lan) -> ArticlePage:
    ended = timezone.localtime().replace(second=0, microsecond=0) - datetime.timedelta(days=1)
    ArticlePageFactory(parent=site_tree.emulation, owner=lan, expire_at=ended)
    keep_schedule()
    article = ArticlePage.objects.get()
    assert article.expired
    return article


@pytest.fixture
def form(article, lan):
    def sent(**changed):
        written = {
            "title": article.title,
            "slug": article.slug,
            "lead": "Sửa lại sau khi hết hạn.",
            "body-count": 0,
            "expire_at": f"{timezone.localtime(article.expire_at):%d/%m/%Y %H:%M}",
            **{name: inline_formset([]) for name in INLINE},
        }
        form_class = ArticlePage.get_edit_handler().get_form_class()
        return form_class(
            nested_form_data(written | changed),
            instance=article,
            parent_page=article.get_parent().specific,
            for_user=lan,
        )

    return sent


def test_it_can_be_previewed_and_saved_as_a_draft(form, article):
    draft = form()
    draft.defer_required_fields()

    assert draft.is_valid(), draft.errors
    assert draft.save(commit=False).lead == "Sửa lại sau khi hết hạn."
    assert draft.instance.expire_at == article.expire_at


def test_to_be_published_again_it_needs_another_end(form):
    assert "expire_at" in form().errors
    wrong = form(expire_at="01/03/2026 08:00")
    wrong.defer_required_fields()
    assert "expire_at" in wrong.errors


def test_it_is_no_draft_its_writer_has_not_handed_in(article, rf, lan):
    request = rf.get("/admin/")
    request.user = lan

    def drafts() -> list:
        return list(OwnDraftsPanel().get_context_data({"request": request})["pages"])

    assert drafts() == []
    article.save_revision()
    assert [page.pk for page, _reason in drafts()] == [article.pk]
