"""“Sao chép”: last year's text as the beginning of this year's."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from news.factories import ArticlePageFactory
from news.models import ArticleCorrection, ArticlePage

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LAST_YEAR = datetime.datetime(2025, 10, 15, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def old(site_tree) -> ArticlePage:
    return ArticlePageFactory(
        parent=site_tree.emulation,
        title="Hội nghị tổng kết năm 2025",
        published_at=LAST_YEAR,
        expire_at=timezone.now() + datetime.timedelta(days=3),
        external_id="cu-17",
        event_date=LAST_YEAR.date(),
        event_end_date=LAST_YEAR.date(),
        corrections=[ArticleCorrection(note="Đã in sai tên người trao.")],
    )


def copy(client, page, title):
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    parent = page.get_parent()
    return client.post(address, {"new_title": title, "new_parent_page": parent.pk})


def test_a_copy_needs_no_address_and_is_a_draft(client, minh, old):
    client.force_login(minh)
    form = client.get(reverse("wagtailadmin_pages:copy", args=[old.pk])).context["form"]
    assert list(form.fields) == ["new_title", "new_slug", "new_parent_page"]
    assert not form["new_slug"].value()

    copy(client, old, old.title)

    made = ArticlePage.objects.latest("pk")
    assert (made.slug, made.live) == ("hoi-nghi-tong-ket-nam-2025-2", False)


def test_a_copy_brings_the_words_and_nothing_that_happened_to_the_old_text(client, minh, old):
    client.force_login(minh)
    copy(client, old, "Hội nghị tổng kết năm 2026")
    made = ArticlePage.objects.latest("pk")

    for version in (made, made.get_latest_revision_as_object()):
        assert version.title == "Hội nghị tổng kết năm 2026"
        assert version.lead == old.lead
        assert version.first_published_at is version.published_at is version.expire_at is None
        assert version.external_id == ""
        assert version.event_date is version.event_end_date is None
        assert not version.corrections.exists()
    made.get_latest_revision().publish()
    assert ArticlePage.objects.newest_first().first() == made
    assert ArticlePage.objects.get(pk=old.pk).corrections.exists()


def test_a_copy_has_no_version_of_the_old_text_to_go_back_to(client, minh, old):
    for lead in ("Bản thứ hai.", "Bản thứ ba."):
        old.lead = lead
        old.save_revision()
    client.force_login(minh)
    copy(client, old, "Hội nghị tổng kết năm 2026")

    made = ArticlePage.objects.latest("pk")
    assert [each.as_object().event_date for each in made.revisions.all()] == [None]
    assert old.revisions.count() > 1


def test_articles_copied_with_their_section_begin_anew_too(client, minh, old, site_tree):
    client.force_login(minh)
    address = reverse("wagtailadmin_pages:copy", args=[site_tree.emulation.pk])
    form = client.get(address).context["form"]
    assert list(form.fields) == ["new_title", "new_slug", "new_parent_page", "copy_subpages"]
    client.post(
        address,
        {"new_title": "Thi đua 2026", "new_parent_page": site_tree.news.pk, "copy_subpages": "on"},
    )

    made = ArticlePage.objects.latest("pk")
    assert made.get_parent().title == "Thi đua 2026"
    for version in (made, *(each.as_object() for each in made.revisions.all())):
        assert version.title == old.title
        assert version.published_at is version.event_date is version.expire_at is None
        assert version.external_id == ""
    assert (made.live, made.get_parent().live) == (False, False)


def test_without_a_title_nothing_is_copied(client, minh, old):
    client.force_login(minh)
    assert copy(client, old, "").status_code == 200
    assert ArticlePage.objects.count() == 1
