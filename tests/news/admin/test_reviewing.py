"""Written, edited, approved, published: each by somebody, with reasons, and never by its writer alone."""

import datetime
import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import (
    GroupPagePermission,
    Locale,
    Page,
    PageLogEntry,
    Workflow,
    WorkflowState,
)
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from news.admin import handing_in
from news.awards.factories import AwardAnnouncementPageFactory
from news.factories import ArticlePageFactory
from news.models import ArticlePage, ReviewTask, Topic

pytestmark = [pytest.mark.django_db, pytest.mark.once]

WRITERS, EDITORS, APPROVERS, ADMINS = "Phóng viên", "Biên tập viên", "Lãnh đạo duyệt", "Quản trị"


@pytest.fixture
def person(db):
    def made(name, *roles):
        user = get_user_model().objects.create_user(name, f"{name}@example.vn", "mật khẩu")
        user.groups.set(Group.objects.filter(name__in=roles))
        return user

    return made


@pytest.fixture
def writer(person):
    return person("lan", WRITERS)


@pytest.fixture
def editor(person):
    return person("huong", EDITORS)


@pytest.fixture
def approver(person):
    return person("minh", APPROVERS)


@pytest.fixture
def draft(site_tree, writer) -> ArticlePage:
    return ArticlePageFactory(
        parent=site_tree.emulation, title="Hội nghị ký kết", published=False, owner=writer
    )


@pytest.fixture
def submitted(draft, writer, editor) -> ArticlePage:
    draft.get_workflow().start(draft, writer)
    return draft


def act(client, user, page, action, **fields):
    """What the user does on the edit screen with the step the page is at."""
    client.force_login(user)
    state = ArticlePage.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, fields, headers={"X-Requested-With": "XMLHttpRequest"})


def answered(client, user, page, action, reason="") -> str:
    """What the user reads once they have said yes or no on the edit screen."""
    client.force_login(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    form = shown.dict() | nested_form_data({"body": streamfield([("heading", "Kết quả")])})
    form |= {
        "action-workflow-action": "true",
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps({"comment": reason}),
    }
    answer = client.post(address, form)
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def handed_in(client, user, page, note="", button="action-submit", **changed):
    """By the edit screen, with a line to whoever reviews."""
    client.force_login(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    form = shown.dict() | nested_form_data({"body": streamfield([("heading", "Kết quả")])})
    assert "note-to-reviewers" in form
    return client.post(address, form | {"note-to-reviewers": note, button: "true"} | changed)


def read_above_the_form(client, user, page) -> str:
    client.force_login(user)
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def step_of(page) -> str:
    state = ArticlePage.objects.get(pk=page.pk).current_workflow_task_state
    return state.task.name if state else ""


def test_there_are_four_roles_and_one_way_to_publication(site_tree):
    assert {WRITERS, EDITORS, APPROVERS, ADMINS} <= {group.name for group in Group.objects.all()}
    workflow = site_tree.emulation.get_workflow()
    assert [task.name for task in workflow.tasks] == ["Biên tập", "Lãnh đạo duyệt"]
    assert Workflow.objects.filter(active=True).count() == 1


def test_a_writer_edits_own_texts_only_and_publishes_none(site_tree, draft, writer, editor):
    other = ArticlePageFactory(parent=site_tree.emulation, owner=editor)
    own, others = (page.permissions_for_user(writer) for page in (draft, other))

    assert own.can_edit()
    assert not own.can_publish()
    assert not others.can_edit()


def test_a_text_goes_from_hand_to_hand_until_it_is_published(client, submitted, editor, approver):
    assert step_of(submitted) == "Biên tập"
    act(client, editor, submitted, "approve")
    assert step_of(submitted) == "Lãnh đạo duyệt"
    assert not ArticlePage.objects.get().live

    act(client, approver, submitted, "approve")

    assert ArticlePage.objects.get().live


@pytest.mark.parametrize(
    ("made", "under"),
    [(ArticlePageFactory, "emulation"), (AwardAnnouncementPageFactory, "awards")],
)
def test_who_reviews_reads_what_came_of_it(
    client, site_tree, writer, editor, approver, made, under
):
    parent = getattr(site_tree, under)
    page = made(parent=parent, title="Ký kết", published=False, owner=writer)
    page.get_workflow().start(page, writer)

    assert answered(client, editor, page, "reject", "Thiếu tên.") == "Đã trả lại “Ký kết”."
    page.current_workflow_state.resume(writer)
    passed_on = answered(client, editor, page, "approve")
    assert passed_on == "Đã duyệt “Ký kết”, chuyển sang bước “Lãnh đạo duyệt”."
    assert answered(client, approver, page, "approve") == "Đã duyệt và đăng “Ký kết”."


def test_a_yes_from_the_home_screen_says_the_same(client, submitted, editor, approver):
    said = []
    for user, answer in ((editor, "approve"), (approver, "approve")):
        response = act(client, user, submitted, answer)
        said.append([str(each) for each in get_messages(response.wsgi_request)][-1])

    assert said == [
        "Đã duyệt “Hội nghị ký kết”, chuyển sang bước “Lãnh đạo duyệt”.",
        "Đã duyệt và đăng “Hội nghị ký kết”.",
    ]


def test_a_no_without_its_reason_says_nothing_was_done(client, submitted, editor):
    refused = act(client, editor, submitted, "reject", comment=" ")
    assert not list(get_messages(refused.wsgi_request))
    sent_back = act(client, editor, submitted, "reject", comment="Thiếu tên.")
    said = [str(each) for each in get_messages(sent_back.wsgi_request)]
    assert said == ["Đã trả lại “Hội nghị ký kết”."]


def test_who_approves_a_schedule_reads_its_hour(client, draft, writer, editor, approver):
    draft.go_live_at = timezone.localtime() + datetime.timedelta(days=1)
    draft.save_revision()
    draft.get_workflow().start(draft, writer)
    act(client, editor, draft, "approve")

    assert answered(client, approver, draft, "approve") == (
        f"Đã duyệt “Hội nghị ký kết”, sẽ đăng lúc {draft.go_live_at:%H:%M %d/%m/%Y}."
    )


def test_who_runs_the_machine_gets_no_letter_of_each_text(admin_user, submitted, editor):
    assert admin_user.email
    assert [message.to for message in mail.outbox] == [[editor.email]]


def test_each_is_told_by_mail_when_it_is_their_turn(client, submitted, editor, approver, writer):
    assert [message.to for message in mail.outbox] == [[editor.email]]
    mail.outbox.clear()

    act(client, editor, submitted, "approve")
    assert [message.to for message in mail.outbox] == [[approver.email]]
    mail.outbox.clear()

    act(client, approver, submitted, "approve")
    assert [message.to for message in mail.outbox] == [[writer.email]]


def test_a_text_is_sent_back_with_a_reason_only(client, submitted, editor, writer):
    refused = act(client, editor, submitted, "reject", comment="  ")
    assert "Ghi lý do để người viết biết cần sửa gì." in refused.json()["html"]
    assert step_of(submitted) == "Biên tập"
    mail.outbox.clear()

    act(client, editor, submitted, "reject", comment="Thiếu tên người trao.")

    state = ArticlePage.objects.get().current_workflow_state
    assert state.status == "needs_changes"
    assert [message.to for message in mail.outbox] == [[writer.email]]
    assert "Thiếu tên người trao." in mail.outbox[0].body


def test_no_way_around_the_reason(submitted, editor):
    """The edit screen hands on what its dialog has checked in the browser only."""
    state = submitted.current_workflow_task_state

    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, editor, "reject", comment=" ")


NOTE = "Chị xem giúp ảnh 3 & tên người trao"


def test_who_hands_a_text_in_may_say_something_to_all_who_review_it(
    client, draft, writer, editor, approver
):
    handed_in(client, writer, draft, f" {NOTE} ")

    for reviewer in (editor, approver):
        assert f"“{NOTE}”" in mail.outbox[-1].body
        assert mail.outbox[-1].to == [reviewer.email]
        said = read_above_the_form(client, reviewer, draft)
        assert "lan nhắn người duyệt lúc" in said
        assert f"“{NOTE}”" in said
        home = client.get(reverse("wagtailadmin_home")).content.decode()
        assert f"“{escape(NOTE)}”" in home
        act(client, reviewer, draft, "approve")

    assert ArticlePage.objects.get().live
    assert NOTE not in read_above_the_form(client, approver, draft)
    history = client.get(reverse("wagtailadmin_pages:history", args=[draft.pk])).content.decode()
    assert f"Gửi duyệt kèm lời nhắn: “{escape(NOTE)}”" in history


def test_the_last_note_is_told_and_none_of_a_former_review(client, draft, writer, editor):
    handed_in(client, writer, draft, "Lần đầu")
    act(client, editor, draft, "reject", comment="Thiếu tên.")
    assert "nhắn người duyệt" not in read_above_the_form(client, writer, draft)
    handed_in(client, writer, draft, "Đã thêm tên")
    said = read_above_the_form(client, editor, draft)
    assert "“Đã thêm tên”" in said
    assert "Lần đầu" not in said

    act(client, editor, draft, "reject", comment="Thiếu ảnh.")
    handed_in(client, writer, draft)
    assert "nhắn người duyệt" not in read_above_the_form(client, editor, draft)

    draft.current_workflow_state.cancel(writer)
    handed_in(client, writer, draft)

    assert "nhắn người duyệt" not in read_above_the_form(client, editor, draft)
    assert mail.outbox[-1].to == [editor.email]
    assert "nhắn người duyệt" not in mail.outbox[-1].body


def test_a_note_goes_with_a_text_that_is_handed_in_at_once(client, site_tree, writer, editor):
    client.force_login(writer)
    address = reverse(
        "wagtailadmin_pages:add", args=["news", "articlepage", site_tree.emulation.pk]
    )
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    body = nested_form_data({"body": streamfield([("heading", "Kết quả")])})
    written = {"title": "Ký kết", "lead": "Sáng nay.", "action-submit": "1", "slug": "ky-ket"}
    client.post(address, form.dict() | body | written | {"note-to-reviewers": NOTE})

    assert NOTE in read_above_the_form(client, editor, ArticlePage.objects.get())


def test_a_note_that_was_typed_and_not_sent_is_told_of_no_other_text(
    client, site_tree, draft, writer, editor
):
    handed_in(client, writer, draft, "Chưa gửi", button="action-save")

    other = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=writer)
    other.get_workflow().start(other, writer)

    for page in (draft, other):
        assert "Chưa gửi" not in read_above_the_form(client, editor, page)
    assert not PageLogEntry.objects.filter(action=handing_in.NOTE).exists()


def test_a_note_that_was_typed_and_not_sent_stands_there_still(client, draft, writer, editor):
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    field = f">{escape(NOTE)}</textarea>"

    handed_in(client, writer, draft, NOTE, button="action-save")
    assert field in client.get(edit).content.decode()

    refused = handed_in(client, writer, draft, NOTE, title="")
    assert field in refused.content.decode()

    handed_in(client, writer, draft, NOTE)
    draft.refresh_from_db()
    act(client, editor, draft, "reject", comment="Thiếu tên.")
    client.force_login(writer)
    assert field not in client.get(edit).content.decode()


def test_a_review_of_something_else_has_no_note_of_the_page_with_its_number(client, draft, writer):
    handed_in(client, writer, draft, NOTE)
    snippet = ContentType.objects.get_for_model(Topic)

    for key in (str(draft.pk), "5f0c9a52-1111-4222-8333-944455556666"):
        review = WorkflowState.objects.create(
            workflow=draft.get_workflow(),
            base_content_type=snippet,
            content_type=snippet,
            object_id=key,
            requested_by=writer,
        )
        assert handing_in.notes_of([review]) == []


def test_notes_of_many_texts_take_as_many_queries_as_of_one(
    client, site_tree, writer, django_assert_num_queries
):
    for title in ("Một", "Hai", "Ba"):
        page = ArticlePageFactory(
            parent=site_tree.emulation, title=title, published=False, owner=writer
        )
        handed_in(client, writer, page, f"Về bài {title}")

    with django_assert_num_queries(3):
        notes = handing_in.notes_of(WorkflowState.objects.all())
        said = [(note.page.title, handing_in.sentence(note)) for note in notes]

    assert [title for title, _words in said] == ["Ba", "Hai", "Một"]
    assert all(f"Về bài {title}" in words for title, words in said)


def test_at_the_last_step_there_is_one_button_that_publishes(
    client, submitted, editor, approver, admin_user
):
    edit = reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    client.force_login(admin_user)
    assert 'name="action-publish"' in client.get(edit).content.decode()  # past the last step
    act(client, editor, submitted, "approve")

    for user in (approver, admin_user):
        client.force_login(user)
        screen = client.get(edit).content.decode()
        assert 'data-workflow-action-name="approve"' in screen
        assert 'name="action-publish"' not in screen


def test_the_last_step_of_a_scheduled_text_says_that_it_waits_for_its_hour(
    client, draft, writer, editor, approver
):
    draft.go_live_at = timezone.localtime() + datetime.timedelta(days=1)
    draft.save_revision()
    draft.get_workflow().start(draft, writer)
    act(client, editor, draft, "approve")

    client.force_login(approver)
    screen = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "Duyệt và hẹn giờ đăng" in screen
    assert "Duyệt và đăng" not in screen


def test_what_is_said_with_a_yes_is_read_by_the_next_step(
    client, submitted, editor, approver, writer
):
    act(client, editor, submitted, "approve", comment="Đã kiểm tra số liệu.")
    said = read_above_the_form(client, approver, submitted)
    assert "huong duyệt lúc" in said
    assert "“Đã kiểm tra số liệu.”" in said

    act(client, approver, submitted, "reject", comment="Thiếu ảnh.")
    handed_in(client, writer, submitted)
    assert "Đã kiểm tra số liệu." not in read_above_the_form(client, approver, submitted)


def test_nobody_approves_a_text_of_their_own(client, site_tree, person):
    both = person("vua-viet-vua-duyet", WRITERS, EDITORS, APPROVERS)
    page = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=both)
    page.get_workflow().start(page, both)

    assert act(client, both, page, "approve").status_code == 403
    assert step_of(page) == "Biên tập"
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Chờ bạn duyệt" not in home


def test_nobody_publishes_a_text_of_their_own(client, site_tree, approver):
    page = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=approver)
    client.force_login(approver)
    screen = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="action-publish"' not in screen

    action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for chosen in (page, site_tree.emulation):
        client.post(f"{action}?id={chosen.pk}&next=/admin/", {"include_descendants": "on"})

    assert not ArticlePage.objects.get().live


def test_a_new_page_is_not_published_in_one_go(client, site_tree, approver):
    client.force_login(approver)
    address = reverse(
        "wagtailadmin_pages:add", args=["news", "articlepage", site_tree.emulation.pk]
    )

    assert 'name="action-publish"' not in client.get(address).content.decode()


WHY_NOT = "thì người khác đăng"


def test_where_publishing_would_stand_they_read_why_it_is_not_there(client, site_tree, approver):
    own = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=approver)
    client.force_login(approver)
    edit = reverse("wagtailadmin_pages:edit", args=[own.pk])
    add = reverse("wagtailadmin_pages:add", args=["news", "articlepage", site_tree.emulation.pk])
    for address in (edit, add):
        screen = client.get(address).content.decode()
        assert WHY_NOT in screen
        assert "Hãy gửi duyệt." in screen

    own.get_workflow().start(own, approver)

    assert WHY_NOT not in client.get(edit).content.decode()  # locked, which is told above


def test_of_a_page_that_is_locked_only_the_lock_is_told(client, site_tree, approver, admin_user):
    own = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=approver)
    own.locked, own.locked_by = True, admin_user
    own.save()
    client.force_login(approver)
    screen = client.get(reverse("wagtailadmin_pages:edit", args=[own.pk])).content.decode()
    assert WHY_NOT not in screen


def test_who_never_publishes_is_told_nothing_of_it(client, draft, writer, approver):
    for user in (writer, approver):  # the one publishes nothing, the other this
        client.force_login(user)
        screen = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
        assert WHY_NOT not in screen


def test_nobody_publishes_the_translation_of_their_own_text_alone(site_tree, approver):
    english = Locale.objects.get(language_code="en")
    page = ArticlePageFactory(parent=site_tree.emulation, owner=approver)
    translation = page.copy_for_translation(english, copy_parents=True)

    assert not translation.permissions_for_user(approver).can_publish()


def test_without_such_a_step_wagtails_own_rules_hold(site_tree, approver):
    """In another project, say, that has a workflow of its own or none."""
    page = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=approver)
    assert not page.permissions_for_user(approver).can_publish()

    ReviewTask.objects.all().delete()

    assert page.permissions_for_user(approver).can_publish()


def test_who_is_allowed_to_may_publish_their_own(client, site_tree, approver):
    approver.user_permissions.add(Permission.objects.get(codename="approve_own_text"))
    page = ArticlePageFactory(parent=site_tree.emulation, published=False, owner=approver)
    client.force_login(approver)
    screen = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="action-publish"' in screen

    action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{action}?id={page.pk}")

    assert ArticlePage.objects.get().live


def test_an_approver_publishes_what_others_wrote(client, draft, approver):
    client.force_login(approver)
    screen = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert 'name="action-publish"' in screen


def test_a_role_can_be_limited_to_one_section(site_tree, person):
    group = Group.objects.create(name="Phóng viên Thi đua")
    add = Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=site_tree.emulation, permission=add)
    user = person("hoa", group.name)

    assert site_tree.emulation.permissions_for_user(user).can_add_subpage()
    assert not site_tree.structure.permissions_for_user(user).can_add_subpage()


def test_administrators_manage_users_portals_and_the_workflow(client, person):
    client.force_login(person("quan-tri", ADMINS))

    for name in (
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtailadmin_workflows:index",
        "wagtailsnippets_syndication_portal:list",
        "wagtailredirects:index",
    ):
        assert client.get(reverse(name)).status_code == 200, name
    assert Page.objects.first().permissions_for_user(person("khac", ADMINS)).can_add_subpage()
