"""What one article looks like to a portal."""

import itertools
import json
from pathlib import Path, PurePath

import pytest
from pydantic import TypeAdapter
from wagtail.embeds.blocks import EmbedValue

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.syndication.objects.contract import ArticleObject
from news.syndication.objects.renditions import make_renditions
from news.syndication.publications.reconcile import sweep

pytestmark = pytest.mark.once

EXPECTED = Path(__file__).parent / "expected" / "article.json"


@pytest.fixture
def article_of(api, site_tree):
    """Publish an article with these fields and fetch it."""

    def fetch(**fields):
        article = ArticlePageFactory(parent=site_tree.emulation, **fields)
        return api.get(f"articles/{article.translation_key}/")

    return fetch


def test_the_recorded_article_has_not_changed(api, everything):
    fetched = api.get(f"articles/{everything.translation_key}/")

    # Portals were told the number of the live revision before; versions only grow.
    assert fetched.pop("version") > everything.live_revision_id
    assert json.dumps(_as_recorded(fetched, everything), ensure_ascii=False, indent=2) == (
        EXPECTED.read_text().strip()
    )


def _as_recorded(fetched, article):
    """The address of a document holds its number, and those of a photo what its file is called, which
    differ from run to run."""
    pk = next(
        block.value["document"].pk for block in article.body if block.block_type == "document"
    )
    photo = PurePath(article.lead_photo.file.name).stem
    said = json.dumps(fetched, ensure_ascii=False).replace(f"/documents/{pk}/", "/documents/1/")
    return json.loads(said.replace(f"/images/{photo}.", "/images/anh."))


def test_the_recorded_article_keeps_the_contract():
    recorded = json.loads(EXPECTED.read_text()) | {"version": 1}

    assert TypeAdapter(ArticleObject).validate_python(recorded) == recorded


def test_list_and_detail_give_the_same_object(api, everything):
    detail = api.get(f"articles/{everything.translation_key}/")

    assert api.get("articles/")["items"] == [detail]


def test_the_version_grows_with_each_publication(api, everything):
    first = api.get(f"articles/{everything.translation_key}/")["version"]
    everything.title = "Hội nghị ký kết giao ước thi đua năm 2024 (cập nhật)"

    everything.save_revision().publish()

    assert api.get(f"articles/{everything.translation_key}/")["version"] > first


def test_a_draft_of_a_live_article_does_not_show(api, everything):
    everything.title = "Bản nháp chưa ai duyệt"

    everything.save_revision()

    assert "Bản nháp" not in json.dumps(api.get("articles/"), ensure_ascii=False)


def test_of_a_video_only_the_address_is_told(article_of):
    fetched = article_of(body=[("embed", EmbedValue("https://video.example.vn/1"))])

    assert fetched["body"] == [{"type": "embed", "url": "https://video.example.vn/1"}]


def test_a_photo_is_offered_in_every_format_and_never_larger_than_it_is(article_of):
    photo = PhotoFactory(file__width=1100, file__height=700)
    make_renditions(photo)

    fetched = article_of(body=[photo_block(photo)])

    sizes = [(each["width"], each["format"]) for each in fetched["photos"][0]["renditions"]]
    assert sizes == list(itertools.product((360, 720, 1080), ("avif", "webp", "jpeg")))


def test_publishing_has_the_photos_made_ready(
    site_tree, django_capture_on_commit_callbacks, article_of
):
    photo = PhotoFactory()

    with django_capture_on_commit_callbacks(execute=True):
        fetched = article_of(body=[photo_block(None), photo_block(photo)])

    assert fetched["photos"][1]["renditions"] == []
    assert photo.renditions.count() == 3


def test_reading_makes_no_picture(api, article_of):
    photo = PhotoFactory()
    article_of(body=[photo_block(photo)])

    assert api.get("articles/")["items"][0]["lead_photo"]["renditions"] == []
    assert not photo.renditions.exists()


def test_a_small_photo_keeps_its_size(article_of):
    photo = PhotoFactory()
    make_renditions(photo)

    fetched = article_of(body=[photo_block(photo)])

    assert {each["width"] for each in fetched["lead_photo"]["renditions"]} == {64}


def test_a_photo_whose_file_is_gone_keeps_its_words(article_of):
    photo = PhotoFactory()
    photo.file.storage.delete(photo.file.name)
    make_renditions(photo)

    fetched = article_of(body=[photo_block(photo, caption="Ký kết giao ước")])

    assert fetched["photos"][0]["renditions"] == []
    assert "<figcaption>Ký kết giao ước" in fetched["body_html"]


def test_a_photo_of_which_only_the_caption_is_left_appears(article_of):
    fetched = article_of(body=[photo_block(None, caption="Quang cảnh Hội nghị")])

    assert fetched["photos"][0]["caption"] == "Quang cảnh Hội nghị"
    assert fetched["photos"][0]["renditions"] == []
    assert fetched["lead_photo"] is None


def test_words_of_the_use_win_over_those_of_the_photo(article_of):
    photo = PhotoFactory(caption="Lời của kho ảnh", credit="Kho ảnh")

    fetched = article_of(body=[photo_block(photo, caption="Lời trong bài")])

    assert fetched["lead_photo"]["caption"] == "Lời trong bài"
    assert fetched["lead_photo"]["credit"] == "Kho ảnh"


def test_a_decorative_photo_has_no_alt(article_of):
    fetched = article_of(body=[photo_block(PhotoFactory(), decorative=True)])

    assert fetched["photos"][0]["alt"] == ""


def test_an_article_without_an_event_says_null(article_of):
    assert article_of()["event"] is None


def test_times_are_told_by_the_clock_of_the_site(api, everything):
    fetched = api.get(f"articles/{everything.translation_key}/")

    assert fetched["published_at"] == "2024-03-01T08:30:00+07:00"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ('<p><a href="/tin-tuc/">tin</a></p>', '<p><a href="http://localhost/tin-tuc/">tin</a></p>'),
        ('<p><a href="https://a.vn/?a=1&amp;b=2">x</a></p>',
         '<p><a href="https://a.vn/?a=1&amp;b=2">x</a></p>'),
        ('<p><a href="mailto:so@a.vn">thư</a></p>', '<p><a href="mailto:so@a.vn">thư</a></p>'),
        ('<p><a href="#cuoi">xuống cuối</a></p>', "<p>xuống cuối</p>"),
        ('<p><a href="javascript:alert(1)">bấm</a></p>', "<p>bấm</p>"),
        ('<p><a linktype="page" id="999999">trang đã xóa</a></p>', "<p>trang đã xóa</p>"),
        ('<p><a linktype="page" id="1 OR 1">lạ</a></p>', "<p>lạ</p>"),
        ('<p onclick="x()">chữ<script>alert(1)</script></p>', "<p>chữ</p>"),
        ('<embed embedtype="image" id="7" format="left"/><p>ảnh</p>', "<p>ảnh</p>"),
        ('<p data-block-key="q1">Đ<br/>ă</p>', "<p>Đ<br>ă</p>"),
    ],
)  # fmt: skip
def test_rich_text_is_ready_for_another_site(article_of, stored, shown):
    fetched = article_of(body=[("paragraph", stored)])

    assert fetched["body"] == [{"type": "paragraph", "html": shown}]
    assert fetched["body_html"] == shown


def test_words_of_editors_are_escaped_in_the_html(article_of):
    fetched = article_of(
        body=[("heading", "<script>1</script>"), photo_block(None, caption='"><img src=x>')]
    )

    assert "<script>" not in fetched["body_html"]
    assert "<img" not in fetched["body_html"]


def test_full_addresses_follow_the_public_url_once_the_sweep_has_run(api, everything, settings):
    settings.PUBLIC_URL = "https://sonoivu.example.vn"
    sweep()

    fetched = api.get(f"articles/{everything.translation_key}/")

    assert fetched["url"].startswith("https://sonoivu.example.vn/tin-tuc/thi-dua/")
    assert "http://localhost" not in json.dumps(fetched)


def test_a_project_without_our_setting_uses_wagtails(api, everything, settings):
    del settings.PUBLIC_URL
    settings.WAGTAILADMIN_BASE_URL = "https://tinh.example.vn"
    sweep()

    fetched = api.get(f"articles/{everything.translation_key}/")

    assert fetched["url"].startswith("https://tinh.example.vn/tin-tuc/")
