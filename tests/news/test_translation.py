"""An article and its English version: one text, two pages, translated piece by piece."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from news.awards.factories import AwardGrantFactory
from news.factories import (
    ArticlePageFactory,
    PhotoFactory,
    TopicFactory,
    gallery_block,
    photo_block,
)
from news.models import (
    ArticleByline,
    ArticleCorrection,
    ArticlePage,
    ArticleParticipant,
)
from people.factories import PersonFactory
from people.models import Province

pytestmark = pytest.mark.once


@pytest.fixture
def english(db):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def bac_kan(db):
    return Province.objects.get(key="vn63-bac-kan")


@pytest.fixture
def article(site_tree, bac_kan):
    """An article with every kind of block, and rows of every kind."""
    person, grant = PersonFactory(full_name="Đặng Hữu Thưởng"), AwardGrantFactory()
    document = get_document_model().objects.create(
        title="Bản giao ước", file=ContentFile(b"%PDF-1.4", "giao-uoc.pdf")
    )
    table = {
        "columns": [{"type": "text", "heading": "Đơn vị"}, {"type": "number", "heading": "Số"}],
        "rows": [{"values": ["Văn phòng Sở", "12"]}],
    }
    speech = {
        "words": "Thi đua là yêu nước.",
        "speaker_person": person.pk,
        "speaker_name": "Ông Đặng Hữu Thưởng",
        "speaker_posts": "Giám đốc Sở",
    }
    stream = ArticlePage.body.field.stream_block
    data = [
        ("paragraph", "<p>Chiều 29/02, Hội nghị <b>khai mạc</b>.</p>"),
        ("heading", "Kết quả"),
        ("list", {"ordered": True, "items": ["<p>Một</p>", "<p>Hai</p>"]}),
        ("speech", speech),
        ("table", {"caption": "Kết quả theo đơn vị", "table": table, "source": "Văn phòng Sở"}),
        ("document", {"document": document.pk, "title": "Bản giao ước thi đua"}),
        ("awards", {"title": "Khen thưởng trong bài"}),
        ("embed", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
    ]
    body = stream.to_python([{"type": kind, "value": value} for kind, value in data])
    body.append(photo_block(PhotoFactory(), caption="Quang cảnh", grants=[grant]))
    body.append(photo_block(None, caption="Chú thích còn lại của ảnh đã mất"))
    body.append(gallery_block(PhotoFactory(), None, title="Ảnh hội nghị"))
    assert {block.block_type for block in body} == set(stream.child_blocks)
    return ArticlePageFactory(
        parent=site_tree.emulation,
        title="Hội nghị tổng kết",
        body=body,
        external_id="kho-cu-1289",
        legacy_url="/tin-tuc/1289.html",
        event_date=datetime.date(2024, 2, 29),
        event_province=bac_kan,
        provinces=[bac_kan],
        topics=[TopicFactory()],
        other_sections=[site_tree.structure],
        tags=["thi đua"],
        byline=[ArticleByline(name="Nông Thị Kiều Oanh", unit="Văn phòng Sở")],
        participants=[
            ArticleParticipant(
                honorific="Ông",
                name="Đặng Hữu Thưởng",
                posts="Giám đốc Sở\nCụm trưởng",
                person=person,
            )
        ],
        corrections=[
            ArticleCorrection(on=datetime.date(2024, 3, 2), note="Bản trước ghi nhầm ngày.")
        ],
    )


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """wagtail-localize publishes after the commit; a test's transaction never commits."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def translation(article, english, lan, committed):
    """The article, its section and the pages above, submitted for translation by Lan, and published."""
    with committed():
        translate_object(article, [english], user=lan)
        for page in Page.objects.filter(locale=english, live=False, depth__gt=1).order_by("depth"):
            page.specific.save_revision().publish()
    source = TranslationSource.objects.get_for_instance(article)
    return Translation.objects.get(source=source, target_locale=english)


def translate(translation, **words):
    """Enter English words for Vietnamese ones, wherever they stand."""
    for segment in translation.source.stringsegment_set.all():
        if segment.string.data in words:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": words[segment.string.data]},
            )


def test_every_block_and_row_offers_its_words_for_translation(translation):
    offered = set(translation.source.stringsegment_set.values_list("string__data", flat=True))
    assert {
        "Hội nghị tổng kết",
        "Chiều 29/02, Hội nghị <b>khai mạc</b>.",
        "Kết quả",
        "Một",
        "Hai",
        "Thi đua là yêu nước.",
        "Ông Đặng Hữu Thưởng",
        "Giám đốc Sở",
        "Kết quả theo đơn vị",
        "Văn phòng Sở",
        "Bản giao ước thi đua",
        "Khen thưởng trong bài",
        "Quang cảnh",
        "Chú thích còn lại của ảnh đã mất",
        "Ảnh hội nghị",
        "Bản trước ghi nhầm ngày.",
    } <= offered


def test_nobody_is_asked_to_translate_the_marks_of_an_older_system(article, translation, english):
    offered = set(translation.source.stringsegment_set.values_list("string__data", flat=True))
    assert not offered & {"kho-cu-1289", "/tin-tuc/1289.html"}
    assert article.get_translation(english).external_id == "kho-cu-1289"


def test_the_english_article_is_the_same_text_in_another_language(article, translation, english):
    page = article.get_translation(english)
    assert page.live
    assert page.translation_key == article.translation_key
    assert page.section == article.section.get_translation(english)
    assert page.live_revision is not None


def test_published_words_are_those_of_the_translator_and_the_rest_stays_vietnamese(
    article, translation, english, lan, committed
):
    translate(
        translation,
        **{
            "Hội nghị tổng kết": "Year-end conference",
            "Chú thích còn lại của ảnh đã mất": "The words left of a lost photo",
            "Giám đốc Sở<br/>Cụm trưởng": "Director<br/>Head of the cluster",
            "Bản trước ghi nhầm ngày.": "An earlier version gave a wrong date.",
        },
    )
    with committed():
        translation.save_target(user=lan, publish=True)
    page = article.get_translation(english)
    assert page.title == "Year-end conference"
    captions = [use.caption for use in page.photo_uses.all()]
    assert captions[:2] == ["Quang cảnh", "The words left of a lost photo"]
    assert page.participants.get().post_lines == ["Director", "Head of the cluster"]
    assert page.corrections.get().note == "An earlier version gave a wrong date."
    assert page.corrections.get().locale == english
    assert article.corrections.get().note == "Bản trước ghi nhầm ngày."


def test_facts_are_shared_and_not_translated(article, translation, english, bac_kan):
    page = article.get_translation(english)
    assert page.event_date == datetime.date(2024, 2, 29)
    assert page.event_province == bac_kan
    assert list(page.provinces.all()) == [bac_kan]
    assert bac_kan.name_en == "Bac Kan"
    assert page.participants.get().person == article.participants.get().person
    assert page.byline.get().name == "Nông Thị Kiều Oanh"
    assert list(page.tags.names()) == ["thi đua"]
    assert page.lead_photo == article.lead_photo


def test_photos_and_grants_in_blocks_survive_translation(article, translation, english):
    page = article.get_translation(english)
    assert [photo["image"] for photo in page.photos] == [photo["image"] for photo in article.photos]
    assert [list(photo["grants"]) for photo in page.photos] == [
        list(photo["grants"]) for photo in article.photos
    ]


def test_the_address_decides_the_language_and_not_the_browser(
    article, translation, english, client
):
    page = article.get_translation(english)
    assert article.url == "/tin-tuc/thi-dua/hoi-nghi-tong-ket/"
    assert page.url.startswith("/en/")
    for language in ("en", "vi", "fr", "*"):
        headers = {"accept-language": language}
        vietnamese = client.get(article.url, headers=headers)
        translated = client.get(page.url, headers=headers)
        assert vietnamese.context["page"].pk == article.pk
        assert translated.context["page"].pk == page.pk


def test_a_new_version_reaches_the_translator_and_not_yet_the_english_page(
    article, translation, english, lan, committed
):
    article.title = "Hội nghị tổng kết và ký kết giao ước"
    article.save_revision().publish()
    translation.source.update_from_db()
    offered = translation.source.stringsegment_set.values_list("string__data", flat=True)
    assert article.title in set(offered)
    assert article.get_translation(english).title == "Hội nghị tổng kết"
    translate(translation, **{article.title: "Conference and signing of the pledge"})
    with committed():
        translation.save_target(user=lan, publish=True)
    assert article.get_translation(english).title == "Conference and signing of the pledge"


def test_an_alias_in_the_other_tree_follows_its_article(site_tree, english):
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        title="Thông báo",
        body=[photo_block(PhotoFactory(), caption="Ảnh cũ"), photo_block(None, caption="Chữ")],
        corrections=[ArticleCorrection(on=datetime.date(2024, 3, 2), note="Nhầm ngày.")],
    )
    alias = article.copy_for_translation(english, copy_parents=True, alias=True)
    assert alias.alias_of.pk == article.pk
    article.title = "Thông báo (sửa)"
    article.body = [photo_block(None, caption="Ảnh mới")]
    article.save_revision().publish()
    alias.refresh_from_db()
    assert alias.title == "Thông báo (sửa)"
    assert [photo["caption"] for photo in alias.photos] == ["Ảnh mới"]
    assert alias.corrections.get().note == "Nhầm ngày."
    assert [use.caption for use in alias.photo_uses.all()] == ["Ảnh mới"]


def test_an_alias_disappears_with_its_article(site_tree, english):
    article = ArticlePageFactory(parent=site_tree.emulation)
    alias = article.copy_for_translation(english, copy_parents=True, alias=True)
    assert alias in ArticlePage.objects.publicly_visible()
    article.unpublish()
    assert alias not in ArticlePage.objects.publicly_visible()


def test_sections_list_the_articles_of_their_own_language(article, translation, english, site_tree):
    """The other sections of an article are chosen once, in Vietnamese, and count in both."""
    page = article.get_translation(english)
    with_translation = site_tree.structure.copy_for_translation(english)
    for section in (article.section, site_tree.structure):
        assert list(section.articles()) == [article]
    for section in (page.section, with_translation):
        assert list(section.articles()) == [page]


def test_a_person_is_shown_with_each_article_once(article, translation, client):
    person = article.participants.get().person
    assert list(client.get(person.get_absolute_url()).context["articles"]) == [article]


def test_the_same_topic_in_english_keeps_its_address(english):
    topic = TopicFactory(name="Đề án 06")
    copy = topic.copy_for_translation(english)
    copy.name = "Project 06"
    copy.save()
    assert (copy.translation_key, copy.slug) == (topic.translation_key, "de-an-06")


def test_a_translation_is_a_draft_until_somebody_publishes_it(client, site_tree, admin_user):
    """Otherwise the Vietnamese words would stand on the English site at once."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    site_tree.home.copy_for_translation(english)
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị")
    client.force_login(admin_user)
    address = reverse("wagtail_localize:submit_page_translation", args=[article.pk])

    client.post(address, {"locales": [english.pk]})

    translation = article.get_translation(english)
    assert not translation.live


def test_a_row_of_a_list_offers_the_translation_that_is_missing(
    client, site_tree, english, admin_user
):
    """And what is translated is brought up to date from there."""
    site_tree.emulation.copy_for_translation(english, copy_parents=True)
    new, translated, shown_as_it_is = ArticlePageFactory.create_batch(3, parent=site_tree.emulation)
    source, _ = TranslationSource.get_or_create_from_instance(translated)
    Translation.objects.create(source=source, target_locale=english).save_target(publish=False)
    shown_as_it_is.copy_for_translation(english, alias=True)
    client.force_login(admin_user)

    page = client.get(reverse("wagtailadmin_explore", args=[site_tree.emulation.pk]))

    def is_offered(article: ArticlePage) -> bool:
        address = reverse("wagtail_localize:submit_page_translation", args=[article.pk])
        return f'"{address}"' in page.content.decode()

    assert [*map(is_offered, (new, translated, shown_as_it_is))] == [True, False, True]
    assert (
        reverse("wagtail_localize:update_translations", args=[source.pk]) in page.content.decode()
    )
