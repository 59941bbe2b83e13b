"""Versions beside each other, and what colleagues remark: in words an editor reads."""

import datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.admin.compare import StructBlockComparison
from wagtail.rich_text import RichText

from news.blocks import ArticleBody, BulletListBlock
from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.photo_blocks import PhotoBlock

pytestmark = pytest.mark.once


def test_choices_and_switches_are_shown_as_words():
    photo = PhotoBlock().to_python(
        {"caption": "Toàn cảnh", "moment": "signing", "decorative": True}
    )
    shown = StructBlockComparison(PhotoBlock(), True, True, photo, photo).htmlvalue(photo)
    assert "<dd>Ký kết</dd>" in shown
    assert "<dd>Có</dd>" in shown
    bullets = BulletListBlock().to_python({"ordered": False, "items": []})
    shown += StructBlockComparison(BulletListBlock(), True, True, bullets, bullets).htmlvalue(
        bullets
    )
    assert "<dd>Không</dd>" in shown
    assert not [word for word in ("signing", "True", "False", "None") if word in shown]


def test_a_blank_stands_between_paragraphs_and_items():
    block = ArticleBody().child_blocks["paragraph"]
    before, after = RichText("<p>Tặng hai cờ.</p>"), RichText("<p>Tặng hai cờ.</p><p>Ba bằng.</p>")
    diff = block.get_comparison_class()(block, True, True, before, after).htmldiff()
    assert diff == 'Tặng hai cờ.<span class="addition"> Ba bằng.</span>'


SENTENCE = "Chiều 29/02/2024, Sở Nội vụ các tỉnh tổ chức Hội nghị ký kết giao ước thi đua."


def test_one_more_word_is_one_mark(admin_client, site_tree):
    article = ArticlePageFactory(
        parent=site_tree.emulation, lead=SENTENCE, body=[("paragraph", f"<p>{SENTENCE}</p>")]
    )
    words = SENTENCE.replace("tổ chức", "đã tổ chức")
    article.lead, article.body[0].value = words, RichText(f"<p>{words}</p>")
    article.event_date = datetime.date(2024, 2, 29)
    article.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, "live", "latest"])
    screen = admin_client.get(address).content.decode()
    assert screen.count('các tỉnh <span class="addition">đã </span>tổ chức Hội nghị') == 2
    assert '<span class="addition">29/02/2024</span>' in screen
    assert "Ngày đăng hiển thị" not in screen  # which is as it was


def test_an_article_can_be_remarked_on():
    assert ArticlePage.get_edit_handler().get_form_class().formsets["comments"]


@pytest.fixture
def revised(site_tree):
    """A published article, and the draft somebody else made of it the day after."""
    article = site_tree.emulation.add_child(instance=ArticlePage(title="Bài mới", live=False))
    morning = datetime.datetime(2026, 3, 2, 1, 15, tzinfo=datetime.UTC)
    for name, day in (("Lan", 0), ("Minh", 1)):
        user = get_user_model().objects.create(username=name.lower(), first_name=name)
        with time_machine.travel(morning + datetime.timedelta(days=day), tick=False):
            article.title = f"Bài của {name}"
            revision = article.save_revision(user=user)
            if name == "Lan":
                revision.publish()
    return ArticlePage.objects.get()


def test_it_is_said_which_versions_are_compared(admin_client, revised):
    lan, minh = revised.revisions.order_by("created_at")

    def compared(*which) -> str:
        address = reverse("wagtailadmin_pages:revisions_compare", args=[revised.pk, *which])
        return " ".join(admin_client.get(address).content.decode().split())

    published = "Bản đang đăng, lưu lúc 08:15 ngày 02/03/2026, Lan"
    newest = "Bản mới nhất, lưu lúc 08:15 ngày 03/03/2026, Minh"
    for which in ((lan.pk, minh.pk), ("live", "latest"), ("earliest", minh.pk)):
        screen = compared(*which)
        assert 0 < screen.find(published) < screen.find(newest), which
    assert compared(minh.pk, "live").find(newest) < compared(minh.pk, "live").find(published)


@pytest.mark.parametrize("versions", [("999999", "latest"), ("earliest", "999999")])
def test_a_version_that_is_not_there_is_not_found(admin_client, revised, versions):
    address = reverse("wagtailadmin_pages:revisions_compare", args=[revised.pk, *versions])
    assert admin_client.get(address).status_code == 404
