"""A draft on another front end: from Wagtail's own preview to the object the API gives out."""

import datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import time_machine
from django.core.signing import TimestampSigner
from django.urls import reverse
from pydantic import TypeAdapter
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_headless_preview.models import PagePreview

from news.awards.factories import AwardGrantFactory
from news.awards.models import (
    AwardAnnouncementPage,
    AwardTitle,
    ConsultationNominee,
    ConsultationPage,
)
from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import ArticlePage
from news.models.articles import ArticleByline
from news.previews import forget_old_previews
from news.syndication.models import Edition, Publication
from news.syndication.objects.contract import AnyObject

pytestmark = pytest.mark.once

PORTAL = "https://cong.example.vn/xem-truoc"
INLINE = ("byline", "participants", "organisation_rows", "corrections", "related", "comments")


@pytest.fixture
def front_end(settings):
    names = {"CLIENT_URLS": {"default": PORTAL}}
    settings.WAGTAIL_HEADLESS_PREVIEW = settings.WAGTAIL_HEADLESS_PREVIEW | names


@pytest.fixture
def editor(client, db, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("lan", password="mật khẩu"))
    return client


@pytest.fixture
def sent_to(editor, front_end):
    """Where the preview of the draft sends the editor's browser, and with what."""

    def sent(address: str) -> dict[str, str]:
        response = editor.get(address, {"mode": "elsewhere"})
        assert response.status_code == 302, response.content.decode()
        target = urlsplit(response["Location"])
        assert f"{target.scheme}://{target.netloc}{target.path}" == PORTAL
        return dict(parse_qsl(target.query))

    return sent


@pytest.fixture
def preview(sent_to, api):
    """The object the front end gets of the newest draft of a page."""

    def shown(page) -> dict:
        page.save_revision()
        given = sent_to(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        return checked(api.get("preview/", **given))

    return shown


def checked(shown: dict) -> dict:
    """Of the form that the contract promises."""
    promised: Any = TypeAdapter(AnyObject).validate_python(shown)
    assert promised == shown
    return shown


def test_a_draft_is_the_object_it_will_be_when_it_is_published(preview, api, everything):
    published = api.get(f"articles/{everything.translation_key}/")

    assert preview(everything) == published | {"version": 0, "views": 0}


def test_what_was_changed_is_shown_there_alone(preview, api, everything):
    everything.title = "Hội nghị ký kết giao ước (bản sửa)"
    everything.byline = [ArticleByline(name="Đặng Ước", unit="Phòng Xây dựng chính quyền")]
    everything.tags.add("Đính chính")
    everything.body.append(("paragraph", "<p>Đoạn <b>mới</b>.</p>"))

    shown = preview(everything)

    assert shown["title"] == "Hội nghị ký kết giao ước (bản sửa)"
    assert [row["name"] for row in shown["byline"]] == ["Đặng Ước"]
    assert "Đính chính" in shown["tags"]
    assert shown["body"][-1] == {"type": "paragraph", "html": "<p>Đoạn <b>mới</b>.</p>"}
    assert "<p>Đoạn <b>mới</b>.</p>" in shown["body_html"]
    assert "Đoạn" not in str(api.get(f"articles/{everything.translation_key}/"))


def test_two_texts_begun_in_one_second_are_not_mistaken_for_each_other(
    editor, sent_to, api, site_tree
):
    drafts = [
        ArticlePageFactory(parent=site_tree.emulation, title=title, published=False)
        for title in ("Bài của Lan", "Bài của Minh")
    ]
    with time_machine.travel(datetime.datetime.now(datetime.UTC), tick=False):
        given = [draft.create_page_preview().token for draft in (*drafts, drafts[0])]
        shown = [
            api.get("preview/", content_type="news.articlepage", token=token)["title"]
            for token in given
        ]
    assert len({*given}) == 3
    assert shown == ["Bài của Lan", "Bài của Minh", "Bài của Lan"]


def test_previews_of_days_before_are_forgotten(everything):
    everything.create_page_preview()
    forget_old_previews()
    assert PagePreview.objects.exists()
    PagePreview.objects.update(created_at=datetime.date(2026, 1, 5))
    forget_old_previews()
    assert not PagePreview.objects.exists()


def test_nothing_is_published_by_a_preview(preview, site_tree):
    draft = ArticlePageFactory(parent=site_tree.emulation, published=False)
    before = list(Publication.objects.values()), Edition.objects.values().first()

    preview(draft)

    assert (list(Publication.objects.values()), Edition.objects.values().first()) == before
    assert not ArticlePage.objects.get().live


def test_a_photo_that_nobody_made_ready_can_be_seen(preview, site_tree):
    photo = PhotoFactory(file__width=800, file__height=500)
    draft = ArticlePageFactory(
        parent=site_tree.emulation, published=False, body=[photo_block(photo, caption="Ký kết")]
    )

    shown = preview(draft)

    (seen,) = shown["photos"]
    assert seen["caption"] == "Ký kết"
    assert [(each["width"], each["format"]) for each in seen["renditions"]] == [
        (360, "webp"),
        (720, "webp"),
    ]
    assert shown["lead_photo"]["renditions"] == seen["renditions"]


def test_a_text_that_was_never_saved_is_shown(editor, sent_to, api, site_tree):
    names = ["news", "articlepage", site_tree.emulation.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=names)
    written = {
        "title": "Đại hội thi đua yêu nước",
        "lead": "Sáng nay.",
        "body": streamfield([("heading", "Nơi họp")]),
        **{name: inline_formset([]) for name in INLINE},
    }
    posted = editor.post(address, nested_form_data(written))
    assert posted.json() == {"is_valid": True, "is_available": True}

    shown = checked(api.get("preview/", **sent_to(address)))

    assert shown["title"] == "Đại hội thi đua yêu nước"
    assert shown["body"] == [{"type": "heading", "text": "Nơi họp"}]
    assert [section["title"] for section in shown["sections"]] == [site_tree.emulation.title]
    assert shown["published_at"][:4] == str(datetime.date.today().year)
    assert not ArticlePage.objects.exists()


def test_announcements_and_consultations_are_shown_as_well(preview, site_tree):
    grant = AwardGrantFactory()
    announcement = AwardAnnouncementPage(title="Khen thưởng quý I", live=False)
    site_tree.awards.add_child(instance=announcement)
    announcement.more_grants = [grant]
    opens_on = datetime.date(2026, 3, 2)
    consultation = ConsultationPage(title="Lấy ý kiến", opens_on=opens_on, live=False)
    site_tree.awards.add_child(instance=consultation)
    flag = AwardTitle.objects.get(code="CO_BNT")
    consultation.nominees = [ConsultationNominee(title=flag, recipient_name="Sở Nội vụ")]

    assert [each["id"] for each in preview(announcement)["awards"]] == [str(grant.uuid)]
    assert [each["recipient"] for each in preview(consultation)["nominees"]] == ["Sở Nội vụ"]


def test_what_is_not_public_is_not_named_in_a_draft_either(preview, site_tree):
    inside = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=inside, restriction_type="login")
    photo = PhotoFactory(collection=inside)
    draft = ArticlePageFactory(
        parent=site_tree.emulation, published=False, body=[photo_block(photo, caption="Họp kín")]
    )

    (seen,) = preview(draft)["photos"]

    assert (seen["caption"], seen["width"], seen["renditions"]) == ("Họp kín", None, [])


def test_nobody_keeps_a_draft(preview, sent_to, client, everything):
    preview(everything)
    given = sent_to(reverse("wagtailadmin_pages:view_draft", args=[everything.pk]))
    client.logout()

    answers = [client.get("/api/v1/preview/", asked) for asked in (given, given | {"token": "sai"})]

    assert [answer.status_code for answer in answers] == [200, 404]
    for answer in answers:
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert "ETag" not in answer
        assert "Access-Control-Allow-Credentials" not in answer
        assert not answer.cookies


def test_a_token_opens_its_own_draft_for_half_an_hour(sent_to, api, everything):
    everything.save_revision()
    now = datetime.datetime(2026, 3, 2, 1, tzinfo=datetime.UTC)
    with time_machine.travel(now, tick=False):
        given = sent_to(reverse("wagtailadmin_pages:view_draft", args=[everything.pk]))
    with time_machine.travel(now + datetime.timedelta(minutes=29)):
        api.get("preview/", **given)
        forged = given | {
            "token": given["token"][:-1] + ("A" if given["token"][-1] != "A" else "B")
        }
        other_salt = TimestampSigner(salt="khác").sign(f"id={everything.pk}")
        for wrong in (
            forged,
            given | {"token": other_salt},
            given | {"token": "\x00"},
            given | {"content_type": "awards.consultationpage"},
        ):
            refusal = api.get("preview/", 404, **wrong)
            assert "Mã xem trước không đúng" in refusal["detail"]
        unknown = api.get("preview/", 400, **given | {"content_type": "auth.user"})
        assert unknown["parameters"] == ["content_type"]
        assert api.get("preview/", 400, content_type="news.articlepage")["parameters"] == ["token"]
    with time_machine.travel(now + datetime.timedelta(minutes=31)):
        assert "đã hết hạn" in api.get("preview/", 410, **given)["detail"]


def test_the_page_itself_comes_first(editor, front_end, everything):
    assert everything.preview_modes == [
        ("", "Trên trang này"),
        ("elsewhere", "Trên cổng cong.example.vn"),
    ]
    own = editor.get(reverse("wagtailadmin_pages:view_draft", args=[everything.pk]))
    assert everything.lead in own.content.decode()


def test_without_a_front_end_there_is_one_way_to_preview(editor, api, everything):
    assert len(everything.preview_modes) == 1

    own = editor.get(
        reverse("wagtailadmin_pages:view_draft", args=[everything.pk]), {"mode": "elsewhere"}
    )

    assert everything.lead in own.content.decode()
    refusal = api.get("preview/", 404, content_type="news.articlepage", token="x")
    assert "không mở xem trước" in refusal["detail"]
