"""Addresses: ASCII, readable, never empty, never too long."""

import doctest
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.vietnamese import slugs as module
from search.vietnamese.slugs import vietnamese_slug

pytestmark = pytest.mark.once

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđbcghklmnpqrstvx"

titles = st.one_of(
    st.text(max_size=200),
    st.text(st.sampled_from(LETTERS + LETTERS.upper() + " –-“”,.:/0123456789"), max_size=200),
)


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)


@given(titles, st.integers(min_value=3, max_value=120))
@example("", 10)
@example("😀🎉", 100)
@example("ĐĐĐĐĐĐĐĐĐĐĐĐ", 5)
@example("a-" + "b" * 50, 3)
def test_any_title_gives_a_slug_of_ascii_words_that_fits(title: str, max_length: int):
    slug = vietnamese_slug(title, max_length=max_length)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= max_length


@given(titles)
def test_a_slug_is_its_own_slug(title: str):
    slug = vietnamese_slug(title)
    assert vietnamese_slug(slug) == slug


@given(titles)
def test_both_unicode_forms_give_one_slug(title: str):
    assert vietnamese_slug(unicodedata.normalize("NFD", title)) == vietnamese_slug(title)


@pytest.mark.parametrize("letter", [*LETTERS, *LETTERS.upper()])
def test_every_vietnamese_letter_keeps_its_base(letter: str):
    base = unicodedata.normalize("NFD", letter.lower().replace("đ", "d"))[0]
    assert vietnamese_slug(f"t{letter}t") == f"t{base}t"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đại hội Đảng bộ tỉnh Bắc Kạn", "dai-hoi-dang-bo-tinh-bac-kan"),
        ("Thi đua – Khen thưởng năm 2024/2025", "thi-dua-khen-thuong-nam-2024-2025"),
        ("“Đền ơn đáp nghĩa”: 1.500 đồng", "den-on-dap-nghia-1-500-dong"),
        ("Quyết\u00a0định\u200b 19/2025/QĐ-TTg", "quyet-dinh-19-2025-qd-ttg"),
        ("Мир và 中国", "mir-va-zhongguo"),
        ("… – “”", "tin"),
        ("   ", "tin"),
    ],
)
def test_titles_read_well_as_addresses(title: str, slug: str):
    assert vietnamese_slug(title) == slug


def test_a_long_title_is_cut_between_words():
    title = "Tổng kết phong trào thi đua yêu nước giai đoạn 2020 – 2025 " * 4
    slug = vietnamese_slug(title)
    assert 85 < len(slug) <= 100
    assert set(slug.split("-")) <= set(vietnamese_slug(title, max_length=1000).split("-"))


def test_a_word_longer_than_the_limit_is_cut_within():
    assert vietnamese_slug("ă" * 300) == "a" * 100


def test_a_word_that_ends_at_the_limit_is_kept_whole():
    assert vietnamese_slug("sở nội vụ", max_length=6) == "so-noi"
    assert vietnamese_slug("sở nội vụ", max_length=5) == "so"
