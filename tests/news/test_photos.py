"""Photos in articles: captions become data when, and only when, an article is published."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from news.awards.factories import AwardGrantFactory
from news.factories import ArticlePageFactory, PhotoFactory, gallery_block, photo_block
from news.models import ArticlePage, Photo, PhotoUse
from news.photo_blocks import photo_words
from news.pictures import LARGE_CARD, picture_of_large_card
from news.syndication.objects.renditions import make_large_card_renditions

pytestmark = [pytest.mark.django_db, pytest.mark.once]

STAGE = "Quang cảnh Hội nghị"
HANDING_OVER = "Trao Bằng khen cho các cá nhân"
ONLY_WORDS = "Các tỉnh ký kết giao ước thi đua"


@pytest.fixture
def article(site_tree):
    """A photo with words of its own, a gallery of two, and a caption whose photo is lost."""
    return ArticlePageFactory(
        parent=site_tree.emulation,
        body=[
            ("paragraph", "<p>Chiều 29/02, Hội nghị khai mạc.</p>"),
            photo_block(PhotoFactory(), caption=STAGE, alt="Hội trường kín chỗ", moment="overview"),
            gallery_block(PhotoFactory(caption="Đại biểu 1"), PhotoFactory(caption="Đại biểu 2")),
            photo_block(None, caption=ONLY_WORDS, moment="signing"),
        ],
    )


def captions(article):
    return list(article.photo_uses.values_list("caption", flat=True))


def test_publishing_records_every_photo_in_reading_order_galleries_too(article):
    assert captions(article) == [STAGE, "Đại biểu 1", "Đại biểu 2", ONLY_WORDS]
    uses = list(article.photo_uses.all())
    assert [use.position for use in uses] == [0, 1, 2, 3]
    assert [use.moment for use in uses] == ["overview", "other", "other", "signing"]
    assert uses[0].alt == "Hội trường kín chỗ"


def test_a_caption_without_its_photo_is_kept(article):
    lost = article.photo_uses.get(caption=ONLY_WORDS)
    assert lost.photo is None
    assert lost.alt == lost.credit == ""


def test_words_left_empty_are_taken_from_the_photo(article):
    use = article.photo_uses.get(position=1)
    assert use.alt == "Đại biểu ngồi kín hội trường, phía trước là sân khấu có phông đỏ"
    assert use.credit == "Đỗ Hữu Ước"


def test_a_decorative_photo_has_no_alt_text_whatever_is_known_of_it():
    photo = PhotoFactory.build()
    _, block = photo_block(photo, alt="Hoa sen", decorative=True)
    assert photo_words(block)["alt"] == ""


def test_the_credit_of_the_place_wins_then_the_photos_then_the_photographer():
    _, here = photo_block(PhotoFactory.build(credit="Báo tỉnh"), credit="TTXVN")
    _, of_photo = photo_block(PhotoFactory.build(credit="Báo tỉnh"))
    _, nobody = photo_block(PhotoFactory.build(photographer=""))
    assert [photo_words(block)["credit"] for block in (here, of_photo, nobody)] == [
        "TTXVN",
        "Báo tỉnh",
        "",
    ]


def test_grants_shown_in_a_photo_are_linked_to_it(site_tree):
    grants = [AwardGrantFactory(), AwardGrantFactory()]
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        body=[photo_block(PhotoFactory(), caption=HANDING_OVER, grants=grants)],
    )
    assert set(article.photo_uses.get().grants.all()) == set(grants)


def test_a_grant_deleted_since_does_not_stop_publishing(site_tree):
    grant = AwardGrantFactory()
    article = ArticlePageFactory(
        parent=site_tree.emulation, body=[photo_block(PhotoFactory(), grants=[grant])]
    )
    grant.delete()
    article.get_latest_revision().publish()
    assert article.photo_uses.get().grants.count() == 0


def test_publishing_again_replaces_the_captions(article):
    article.body = [photo_block(PhotoFactory(), caption=HANDING_OVER)]
    article.save_revision().publish()
    assert captions(article) == [HANDING_OVER]
    article.save_revision().publish()
    assert captions(article) == [HANDING_OVER]


def test_captions_that_stay_the_same_are_not_written_again(article):
    before = list(article.photo_uses.values_list("pk", flat=True))
    article.title = "Hội nghị tổng kết và ký kết giao ước"
    article.save_revision().publish()
    assert list(article.photo_uses.values_list("pk", flat=True)) == before


def test_a_grant_that_is_shown_or_no_longer_shown_is_noticed(article):
    grant = AwardGrantFactory()
    for shown in ([grant], []):
        article.body = [photo_block(None, caption=HANDING_OVER, grants=shown)]
        article.save_revision().publish()
        assert list(article.photo_uses.get().grants.all()) == shown


def test_a_saved_draft_leaves_the_published_captions_alone(article):
    article.body = []
    article.save_revision()
    assert len(captions(article)) == 4


def test_a_draft_that_was_never_published_has_no_captions(site_tree):
    draft = ArticlePageFactory(
        parent=site_tree.emulation, published=False, body=[photo_block(PhotoFactory())]
    )
    assert captions(draft) == []


def test_captions_are_no_part_of_a_revision_and_going_back_brings_them_back(article):
    first = article.latest_revision
    assert "photo_uses" not in first.content
    article.body = []
    article.save_revision().publish()
    assert captions(article) == []
    first.publish()
    assert captions(article) == [STAGE, "Đại biểu 1", "Đại biểu 2", ONLY_WORDS]


def test_a_copied_article_gets_captions_of_its_own_when_it_is_published(article, site_tree):
    copy = article.copy(to=site_tree.structure, keep_live=False)
    assert captions(copy) == []
    copy.get_latest_revision().publish()
    assert captions(copy) == captions(article)


def test_two_uses_cannot_stand_at_one_position(article):
    with pytest.raises(IntegrityError), transaction.atomic():
        PhotoUse.objects.create(article=article, position=0, caption="Chen ngang")


def test_deleting_a_photo_keeps_its_captions(article):
    Photo.objects.all().delete()
    assert captions(article) == [STAGE, "Đại biểu 1", "Đại biểu 2", ONLY_WORDS]


def test_an_article_whose_photos_were_deleted_is_still_shown(article, client):
    Photo.objects.all().delete()
    response = client.get(article.url)
    assert response.status_code == 200
    assert ONLY_WORDS in response.content.decode()


def test_the_first_photo_becomes_the_lead_photo_when_none_was_chosen(article, site_tree):
    assert article.lead_photo == article.photos[0]["image"]
    chosen = PhotoFactory()
    other = ArticlePageFactory(
        parent=site_tree.emulation, lead_photo=chosen, body=[photo_block(PhotoFactory())]
    )
    assert other.lead_photo == chosen


def test_a_draft_whose_first_photo_is_exchanged_shows_the_new_one_in_lists(site_tree):
    draft = ArticlePageFactory(
        parent=site_tree.emulation, published=False, body=[photo_block(PhotoFactory())]
    )
    draft.save_revision()
    better = PhotoFactory()
    reopened = draft.get_latest_revision_as_object()
    reopened.body = [photo_block(better)]
    reopened.save_revision().publish()
    assert ArticlePage.objects.get(pk=draft.pk).lead_photo == better


def test_a_version_keeps_the_lead_photo_that_somebody_chose(site_tree):
    chosen = PhotoFactory()
    draft = ArticlePageFactory(
        parent=site_tree.emulation,
        published=False,
        lead_photo=chosen,
        body=[photo_block(PhotoFactory())],
    )
    draft.save_revision()
    assert draft.get_latest_revision_as_object().lead_photo == chosen


def test_an_article_without_any_image_has_no_lead_photo(site_tree, client):
    article = ArticlePageFactory(
        parent=site_tree.emulation, body=[photo_block(None, caption=ONLY_WORDS)]
    )
    assert article.lead_photo is None
    assert ONLY_WORDS in client.get(article.url).content.decode()


def test_the_page_has_the_words_of_every_photo_in_their_order(article, rf):
    html = article.get_context(rf.get("/"))["main"]
    places = [html.index(caption) for caption in captions(article)]
    assert places == sorted(places)


def test_a_gallery_of_one_photo_is_refused():
    gallery = ArticlePage.body.field.stream_block.child_blocks["gallery"]
    value = gallery.to_python({"title": "", "photos": [{"image": None, "caption": "Một mình"}]})
    with pytest.raises(ValidationError):
        gallery.clean(value)


def test_renditions_are_kept_and_made_only_once():
    photo = PhotoFactory(file__width=640, file__height=480)
    first, again = (photo.get_rendition("width-320|format-webp") for _ in range(2))
    assert first == again
    assert (first.width, first.height) == (320, 240)
    assert first.file.name.endswith(".webp")


def test_sizes_cut_around_another_point_are_made_again():
    photo = PhotoFactory(file__width=1600, file__height=1200)
    make_large_card_renditions(photo)
    assert {*LARGE_CARD} <= {*photo.ready_renditions()}

    photo.focal_point_x, photo.focal_point_y = 200, 200
    photo.focal_point_width = photo.focal_point_height = 100
    photo.save()
    assert not {*LARGE_CARD} & {*photo.ready_renditions()}
    assert not any("avif" in each.filter_spec for each in picture_of_large_card(photo).renditions)

    make_large_card_renditions(photo)
    assert {*LARGE_CARD} <= {*photo.ready_renditions()}


def test_the_way_to_a_large_photo_has_a_name_even_where_the_photo_has_none(client, site_tree):
    """Otherwise who cannot see it is read the name of the file."""
    photo = PhotoFactory(file__width=800, file__height=500, description="")
    block = photo_block(photo, alt="", decorative=True)
    article = ArticlePageFactory(parent=site_tree.emulation, body=[block, block])

    page = client.get(article.url).content.decode()

    ways = re.findall(r"<a [^>]*data-photo[^>]*>", page)
    assert ways
    assert all('aria-label="Xem ảnh lớn: Quang cảnh' in way for way in ways)
