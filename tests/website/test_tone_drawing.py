import re

import pytest

from website.templatetags.website_tags import tone_mark, tone_picture, tone_strip, tone_wall

pytestmark = pytest.mark.once


def tiles(drawing: str) -> list[str]:
    return re.findall(r'href="#t-(\w+)"', drawing)


def test_a_picture_is_six_by_four_tiles_and_the_words_repeat():
    drawing = tone_picture("Sở Nội vụ tỉnh Lam Giang")
    assert len(tiles(drawing)) == 24
    assert tiles(drawing)[:6] == ["hoi", "nang", "nang", "hoi", "ngang", "ngang"]
    assert tiles(drawing)[:6] == tiles(drawing)[6:12]


def test_the_same_title_gives_the_same_picture():
    assert tone_picture("Tập huấn", "cham") == tone_picture("Tập huấn", "cham")


def test_the_mark_is_hoi_nang_over_nang_hoi():
    assert tiles(tone_mark()) == ["hoi", "nang", "nang", "hoi"]


def test_a_strip_carries_its_words_once_however_wide_it_is():
    drawing = tone_strip("Sở Nội vụ", "strip-header")
    assert len(tiles(drawing)) == 3
    assert 'width="100%" height="12"' in drawing
    assert 'id="strip-header"' in drawing


def test_the_wall_has_lost_some_bricks():
    assert 0 < len(tiles(tone_wall("Trang này lạc mất dấu"))) < 36


def test_a_title_without_words_still_gives_a_picture():
    assert set(tiles(tone_picture("…"))) == {"ngang"}


def test_an_unknown_colour_falls_back_to_the_first():
    assert "tone-ngoc" in tone_picture("Tin", '"><script>')


def test_drawings_carry_no_style_and_nothing_of_the_text():
    for drawing in (tone_picture("<b>&"), tone_strip("<b>&", "s"), tone_wall("<b>&"), tone_mark()):
        assert "style=" not in drawing
        assert "<b>" not in drawing
        assert 'aria-hidden="true"' in drawing
