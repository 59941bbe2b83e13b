"""No article goes out with a photo that lacks caption or alt, whichever way it is published."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from news.factories import ArticlePageFactory, PhotoFactory, gallery_block, photo_block
from news.models import ArticlePage, Photo, PhotoUse
from news.scheduling import keep_schedule
from news.unfinished_photos import PhotosUnfinished, lacking_words

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SAID = "Ảnh thứ 2 (“Trao cờ”) chưa có chú thích và mô tả ảnh."


@pytest.fixture
def bare() -> Photo:
    """A photo of which nothing is known."""
    return PhotoFactory(title="Trao cờ", caption="", description="", photographer="")


@pytest.fixture
def draft(site_tree, lan, bare) -> ArticlePage:
    return ArticlePageFactory(
        parent=site_tree.emulation,
        title="Hội nghị ký kết",
        published=False,
        owner=lan,
        lead_photo=None,
        body=[photo_block(PhotoFactory()), photo_block(bare)],
    )


def sent(page: ArticlePage, client, action: str, **words: str):
    """The edit screen's form with one photo in it, sent by one of its buttons."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data = {name: form.getlist(name) for name in form if not name.startswith("body-")}
    block = {"caption": "", "alt": "", "credit": "", "moment": "other", **words}
    block["grants"] = streamfield([])
    data |= nested_form_data({"body": streamfield([("photo", block)]), action: "1"})
    return client.post(address, data)


def test_a_draft_is_saved_as_it_is_and_published_only_with_its_words(client, minh, draft, bare):
    client.force_login(minh)
    assert sent(draft, client, "action-save", image=str(bare.pk)).status_code == 302

    answer = sent(draft, client, "action-publish", image=str(bare.pk), caption="Trao cờ")
    screen = answer.content.decode()
    assert "Ảnh thứ 1 (“Trao cờ”) chưa có mô tả ảnh." in screen
    said = BeautifulSoup(screen, "html.parser").select_one(".messages").text
    assert "Chưa làm được: có chỗ còn thiếu hoặc chưa đúng." in said
    assert "Chưa lưu" not in said  # the draft is
    assert "Validation error" not in said
    assert json.dumps("Ghi mô tả ảnh cho người không nhìn thấy")[1:-1] in screen  # at the field
    assert not ArticlePage.objects.get().live
    empty = sent(draft, client, "action-publish", image="").content.decode()
    assert json.dumps("Khối này chưa có gì")[1:-1] in empty
    assert not ArticlePage.objects.get().live

    words = {"image": str(bare.pk), "caption": "Trao cờ", "alt": "Hai người cầm cờ"}
    sent(draft, client, "action-publish", **words)
    assert ArticlePage.objects.get().live
    assert PhotoUse.objects.get().alt == "Hai người cầm cờ"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"caption": "Trao cờ"}, "Ảnh thứ 1 (“Trao cờ”) chưa có mô tả ảnh."),
        ({"alt": "Hai người"}, "Ảnh thứ 1 (“Trao cờ”) chưa có chú thích."),
        ({"caption": "Trao cờ", "alt": "Hai người"}, None),
        ({"caption": "Trao cờ", "decorative": True}, None),
        ({"caption": "  ", "alt": "\n"}, "Ảnh thứ 1 (“Trao cờ”) chưa có chú thích và mô tả ảnh."),
    ],
)
def test_caption_and_alt_are_wanted_or_the_mark_of_decoration(words, said, bare):
    article = ArticlePageFactory.build(body=[photo_block(bare, **words)])
    assert lacking_words(article.body) == ([said] if said else [])


def test_photos_are_counted_through_galleries_and_the_photo_of_lists_is_asked_for(bare):
    lost = photo_block(None)
    article = ArticlePageFactory.build(body=[gallery_block(PhotoFactory(), bare), lost])
    other = PhotoFactory(title="Đại biểu", description="")
    assert lacking_words(article.body, other) == [
        SAID,
        "Ảnh đại diện “Đại biểu” chưa có mô tả ảnh trong kho ảnh.",
    ]
    assert lacking_words(article.body, bare) == [
        SAID,
    ]


def test_nothing_publishes_it_and_nothing_is_half_done(draft):
    with pytest.raises(PhotosUnfinished, match="Chưa đăng được “Hội nghị ký kết”"):
        draft.get_latest_revision().publish()
    assert not ArticlePage.objects.get().live
    assert not PhotoUse.objects.exists()


def test_of_many_pages_at_once_none_is_published_and_the_editor_told(
    client, minh, site_tree, draft, lan
):
    good = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=lan)
    client.force_login(minh)
    action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{action}?id={good.pk}&id={draft.pk}&next=/admin/", follow=True)
    assert SAID in answer.content.decode()
    assert answer.redirect_chain == [(reverse("wagtailadmin_pages:edit", args=[draft.pk]), 302)]
    assert not Page.objects.filter(pk__in=[good.pk, draft.pk], live=True).exists()


def test_a_workflow_ends_at_the_photo_and_may_send_it_back(client, draft, lan, minh):
    draft.get_workflow().start(draft, lan)
    state = draft.current_workflow_task_state
    state.approve(user=minh)
    state = ArticlePage.objects.get().current_workflow_task_state
    client.force_login(minh)

    address = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk])
    answer = client.post(address, headers={"X-Requested-With": "XMLHttpRequest"})

    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert answer.json() == {"step": "success", "redirect": edit}
    assert SAID in client.get(edit).content.decode()
    page = ArticlePage.objects.get()
    assert not page.live
    assert page.current_workflow_task_state.pk == state.pk

    reject = {"workflow-action-name": "reject"}
    reject["workflow-action-extra-data"] = '{"comment": "Ghi chú thích cho ảnh thứ hai."}'
    form = querydict_from_html(client.get(edit).content.decode(), form_id="page-edit-form")
    data = {name: form.getlist(name) for name in form if not name.startswith("body-")}
    photo = {"image": str(page.body[1].value["image"].pk), "moment": "other"}
    photo["grants"] = streamfield([])
    body = nested_form_data({"body": streamfield([("photo", photo)])})
    client.post(edit, data | body | reject | {"action-workflow-action": "1"})
    assert ArticlePage.objects.get().current_workflow_state.status == "needs_changes"


def test_what_was_scheduled_and_lost_its_words_is_a_draft_again_and_the_person_is_told(
    client, draft, bare, minh, django_capture_on_commit_callbacks
):
    minh.email = "minh@example.vn"
    minh.save()
    Photo.objects.filter(pk=bare.pk).update(caption="Trao cờ", description="Hai người cầm cờ")
    draft.refresh_from_db()
    draft.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    draft.save_revision(user=minh).publish(user=minh, skip_permission_checks=True)
    Photo.objects.filter(pk=bare.pk).update(caption="", description="")
    scheduled = ArticlePage.objects.get().scheduled_revision
    type(scheduled).objects.filter(pk=scheduled.pk).update(
        approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1)
    )

    with django_capture_on_commit_callbacks(execute=True):
        keep_schedule()
        keep_schedule()

    page = ArticlePage.objects.get()
    assert not page.live
    assert page.scheduled_revision is None
    letter = mail.outbox[0]
    assert (len(mail.outbox), letter.to) == (1, ["minh@example.vn"])
    assert SAID in letter.body
    client.force_login(minh)
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    for screen in (history, client.get("/admin/").content.decode()):
        assert f"Chưa đăng được theo lịch. {SAID}" in screen
