"""The roles are added to whatever groups and workflow a site has already."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Workflow, WorkflowTask

from news.models import ReviewTask

pytestmark = pytest.mark.django_db
migration = import_module("website.migrations.0007_roles_and_workflow")
writers = import_module("website.migrations.0010_writers_propose")


@pytest.fixture
def before(db):
    """As it is without our roles: Wagtail's two groups, and its workflow of one step."""
    ReviewTask.objects.all().delete()
    for role, former in (("Phóng viên", "Editors"), ("Lãnh đạo duyệt", "Moderators")):
        Group.objects.filter(name=role).update(name=former)
    Group.objects.filter(name__in=["Biên tập viên", "Quản trị"]).delete()
    workflow = Workflow.objects.get()
    step = GroupApprovalTask.objects.create(name="Moderators approval")
    step.groups.add(Group.objects.get(name="Moderators"))
    WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=0)
    return workflow


def steps(workflow) -> list[str]:
    return [task.name for task in workflow.tasks]


def test_wagtails_own_groups_and_step_make_room(before):
    migration.make_roles(apps, None)

    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert steps(before) == ["Biên tập", "Lãnh đạo duyệt"]


def test_groups_of_somebodys_own_lose_nothing(before):
    editors = Group.objects.get(name="Editors")
    editors.name = "Biên tập viên"
    editors.save()
    could = set(editors.permissions.values_list("codename", flat=True))
    on_pages = GroupPagePermission.objects.filter(group=editors).count()

    migration.make_roles(apps, None)

    editors.refresh_from_db()
    assert could <= set(editors.permissions.values_list("codename", flat=True))
    assert GroupPagePermission.objects.filter(group=editors).count() >= on_pages
    writers = Group.objects.get(name="Phóng viên")
    assert writers.permissions.filter(codename="access_admin").exists()


def test_a_role_that_is_there_already_stands_beside_wagtails_group(before):
    Group.objects.create(name="Phóng viên")

    migration.make_roles(apps, None)

    assert Group.objects.filter(name__in=["Editors", "Phóng viên"]).count() == 2


def test_a_workflow_of_somebodys_own_is_left_alone(before):
    WorkflowTask.objects.create(
        workflow=before, task=GroupApprovalTask.objects.create(name="Giám đốc ký"), sort_order=1
    )

    migration.make_roles(apps, None)

    assert steps(before) == ["Moderators approval", "Giám đốc ký"]


def test_what_is_under_review_stays_where_it_is(before, site_tree, admin_user):
    page = Page.objects.get(pk=site_tree.emulation.pk).specific
    before.start(page, admin_user)

    migration.make_roles(apps, None)

    state = page.current_workflow_task_state
    assert state.task.active
    state.task.specific.on_action(state, admin_user, "approve")
    assert page.current_workflow_task_state.task.name == "Biên tập"


def test_who_manages_everything_may(before):
    migration.make_roles(apps, None)

    admins = Group.objects.get(name="Quản trị")
    for codename in ("change_user", "change_portal", "approve_own_text", "change_feedback"):
        assert admins.permissions.filter(codename=codename).exists(), codename
    assert Permission.objects.filter(codename="access_admin", group=admins).exists()


@pytest.mark.parametrize(("role", "may"), [("Phóng viên", False), ("Biên tập viên", True)])
def test_who_may_change_facts_that_are_public_at_once(db, role, may):
    group = Group.objects.get(name=role)
    kept = group.permissions.filter(content_type__app_label__in=["people", "awards"])
    assert kept.exists() is may

    writers.give(apps, None)
    writers.take_back(apps, None)
    assert kept.exists() is may


@pytest.mark.parametrize(("role", "may"), [("Phóng viên", False), ("Biên tập viên", True)])
def test_who_may_change_what_everybody_finds(db, role, may):
    tuned = Group.objects.get(name=role).permissions.filter(content_type__app_label="search")
    assert tuned.exists() is may
