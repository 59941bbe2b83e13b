"""What a new site's groups may do, and whom a text in review is sent to."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Page, Task, Workflow

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def may(role: str, app: str) -> set[str]:
    permissions = Group.objects.get(name=role).permissions.filter(content_type__app_label=app)
    return set(permissions.values_list("codename", flat=True))


def test_wagtails_own_groups_and_step_make_room():
    assert set(Group.objects.values_list("name", flat=True)) == {
        "Phóng viên", "Biên tập viên", "Lãnh đạo duyệt", "Quản trị",
    }  # fmt: skip
    assert [task.name for task in Workflow.objects.get().tasks] == ["Biên tập", "Lãnh đạo duyệt"]
    assert not Task.objects.filter(active=True, content_type__model="groupapprovaltask").exists()


@pytest.mark.parametrize(
    ("role", "actions"),
    [
        ("Phóng viên", {"add"}),
        ("Biên tập viên", {"add", "change"}),
        ("Lãnh đạo duyệt", {"add", "change", "publish", "lock", "unlock"}),
        ("Quản trị", {"add", "change", "publish", "lock", "unlock", "bulk_delete"}),
    ],
)
def test_what_each_may_do_to_all_pages(role, actions):
    on_pages = GroupPagePermission.objects.filter(group__name=role, page=Page.get_first_root_node())
    codenames = on_pages.values_list("permission__codename", flat=True)
    assert {each.removesuffix("_page") for each in codenames} == actions
    assert may(role, "wagtailadmin") >= {"access_admin"}


@pytest.mark.parametrize("app", ["people", "awards", "search"])
def test_who_may_change_what_is_public_at_once(app):
    assert not may("Phóng viên", app)
    assert may("Biên tập viên", app)
    assert may("Biên tập viên", app) == may("Lãnh đạo duyệt", app)


def test_who_answers_readers_and_who_manages_everything():
    assert not may("Biên tập viên", "website")
    assert "change_feedback" in may("Lãnh đạo duyệt", "website")
    assert "change_user" in may("Quản trị", "auth")
    assert "change_portal" in may("Quản trị", "syndication")
    assert "approve_own_text" in may("Quản trị", "news")
