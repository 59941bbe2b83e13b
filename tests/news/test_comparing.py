"""Versions beside each other, and what colleagues remark: in words an editor reads."""

import pytest
from wagtail.admin.compare import StructBlockComparison
from wagtail.rich_text import RichText

from news.blocks import ArticleBody
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
    assert not [word for word in ("signing", "True", "None") if word in shown]


def test_a_blank_stands_between_paragraphs_and_items():
    block = ArticleBody().child_blocks["paragraph"]
    before, after = RichText("<p>Tặng hai cờ.</p>"), RichText("<p>Tặng hai cờ.</p><p>Ba bằng.</p>")
    diff = block.get_comparison_class()(block, True, True, before, after).htmldiff()
    assert diff == 'Tặng hai cờ.<span class="addition"> Ba bằng.</span>'


def test_an_article_can_be_remarked_on():
    assert ArticlePage.get_edit_handler().get_form_class().formsets["comments"]
