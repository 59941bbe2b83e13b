from django.apps import apps as present_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

WRITERS, EDITORS, APPROVERS, ADMINS = "Phóng viên", "Biên tập viên", "Lãnh đạo duyệt", "Quản trị"
# Wagtail's own two become the first and the third, unless somebody has renamed them.
FORMER = {WRITERS: "Editors", APPROVERS: "Moderators"}
# On all pages. Who may only add them edits what they added.
ON_PAGES = {
    WRITERS: ["add"],
    EDITORS: ["add", "change"],
    APPROVERS: ["add", "change", "publish", "lock", "unlock"],
    ADMINS: ["add", "change", "publish", "lock", "unlock", "bulk_delete"],
}
ADMINISTERED = [
    "auth", "awards", "news", "people", "search", "syndication", "taggit", "wagtailadmin",
    "wagtailcore", "wagtaildocs", "wagtailimages", "wagtailredirects", "website",
]  # fmt: skip
STEPS = [("Biên tập", EDITORS), ("Lãnh đạo duyệt", APPROVERS)]


def make_roles(apps, schema_editor):
    """Adds to what there is: groups of somebody's own keep their names and all they may do."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Permissions are made after all migrations have run; here they are needed before.
    for app in ADMINISTERED:
        create_permissions(present_apps.get_app_config(app), verbosity=0)
    groups = {role: _group(Group.objects, role) for role in ON_PAGES}
    common = groups[WRITERS].permissions.exclude(codename="submit_translation")
    for role in (EDITORS, APPROVERS):
        groups[role].permissions.add(*common)
    groups[ADMINS].permissions.add(
        *Permission.objects.filter(content_type__app_label__in=ADMINISTERED)
    )
    for group in groups.values():
        group.permissions.add(Permission.objects.get(codename="access_admin"))
    groups[WRITERS].permissions.remove(*Permission.objects.filter(codename="submit_translation"))
    _on_pages(apps, groups)
    _on_collections(apps, groups)
    _set_up_workflow(apps, groups)


def _group(groups, role):
    former = groups.filter(name=FORMER.get(role)).first()
    if former and not groups.filter(name=role).exists():
        former.name = role
        former.save()
        return former
    return groups.get_or_create(name=role)[0]


def _on_pages(apps, groups):
    Page = apps.get_model("wagtailcore", "Page")
    Permission = apps.get_model("auth", "Permission")
    OnPage = apps.get_model("wagtailcore", "GroupPagePermission")
    may = {
        each.codename.removesuffix("_page"): each
        for each in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__endswith="_page"
        )
    }
    for root in Page.objects.filter(depth=1):
        for role, actions in ON_PAGES.items():
            for action in actions:
                OnPage.objects.get_or_create(
                    group=groups[role], page=root, permission=may[action]
                )
        # Wagtail's editors may change what others wrote.
        OnPage.objects.filter(
            group=groups[WRITERS], page=root, permission=may["change"]
        ).delete()


def _on_collections(apps, groups):
    """All use photos and documents as the approvers do."""
    OnCollection = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for each in OnCollection.objects.filter(group=groups[APPROVERS]):
        for group in groups.values():
            OnCollection.objects.get_or_create(
                group=group, collection=each.collection, permission=each.permission
            )


def _set_up_workflow(apps, groups):
    """In place of the one that Wagtail comes with: editors read what writers send in, then whoever
    signs for it. A workflow that somebody has made is left as it is."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    ReviewTask = apps.get_model("news", "ReviewTask")
    Workflow, WorkflowTask, WorkflowPage, Page = (
        apps.get_model("wagtailcore", name)
        for name in ("Workflow", "WorkflowTask", "WorkflowPage", "Page")
    )
    root = Page.objects.filter(depth=1).first()
    assigned = WorkflowPage.objects.filter(page=root).first()
    if assigned and not _is_wagtails_own(apps, assigned.workflow):
        return
    workflow = assigned.workflow if assigned else Workflow.objects.create(name="Duyệt bài")
    _take_out_of_use(apps, workflow)
    kind, _made = ContentType.objects.get_or_create(app_label="news", model="reviewtask")
    for number, (name, role) in enumerate(STEPS):
        step = ReviewTask.objects.create(name=name, active=True, content_type=kind)
        step.groups.add(groups[role])
        WorkflowTask.objects.create(workflow=workflow, task_id=step.pk, sort_order=number)
    if root and not assigned:
        WorkflowPage.objects.create(workflow=workflow, page=root)


def _is_wagtails_own(apps, workflow):
    tasks = [each.task for each in workflow.workflow_tasks.all()]
    return len(tasks) == 1 and tasks[0].content_type.model == "groupapprovaltask"


def _take_out_of_use(apps, workflow):
    """What is under review stays with whoever has it now."""
    TaskState = apps.get_model("wagtailcore", "TaskState")
    for each in workflow.workflow_tasks.all():
        if not TaskState.objects.filter(task=each.task, status="in_progress").exists():
            each.task.active = False
            each.task.save()
        each.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0006_vietnamese_names"),
        ("news", "0004_review_task"),
        ("awards", "0005_words_for_editors"),
        ("people", "0004_words_for_editors"),
        ("search", "0007_folded_texts_in_postgresql"),
        ("syndication", "0006_publication_by_address"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0012_uploadeddocument"),
        ("wagtailimages", "0002_initial_data"),
        ("wagtailredirects", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
