from django.apps import apps as present_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

WRITERS, EDITORS, APPROVERS, ADMINS = "Phóng viên", "Biên tập viên", "Lãnh đạo duyệt", "Quản trị"
# Wagtail's own two become the first and the third.
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
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Permissions are made after all migrations have run; here they are needed before.
    for app in ADMINISTERED:
        create_permissions(present_apps.get_app_config(app), verbosity=0)
    for role in ON_PAGES:
        Group.objects.filter(name=FORMER.get(role)).update(name=role)
    groups = {role: Group.objects.get_or_create(name=role)[0] for role in ON_PAGES}
    groups[EDITORS].permissions.set(groups[WRITERS].permissions.all())
    groups[WRITERS].permissions.remove(*Permission.objects.filter(codename="submit_translation"))
    everything = Permission.objects.filter(content_type__app_label__in=ADMINISTERED)
    groups[ADMINS].permissions.set(everything)
    _on_pages(apps, groups)
    _on_collections(apps, groups)
    _set_up_workflow(apps, groups)


def _on_pages(apps, groups):
    Page = apps.get_model("wagtailcore", "Page")
    Permission = apps.get_model("auth", "Permission")
    OnPage = apps.get_model("wagtailcore", "GroupPagePermission")
    for role, actions in ON_PAGES.items():
        for root in Page.objects.filter(depth=1):
            OnPage.objects.filter(group=groups[role], page=root).delete()
            wanted = Permission.objects.filter(
                content_type__app_label="wagtailcore",
                codename__in=[f"{action}_page" for action in actions],
            )
            OnPage.objects.bulk_create(
                OnPage(group=groups[role], page=root, permission=each) for each in wanted
            )


def _on_collections(apps, groups):
    """The new roles use photos and documents as the approvers do."""
    OnCollection = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for each in OnCollection.objects.filter(group=groups[APPROVERS]):
        for role in (EDITORS, ADMINS):
            OnCollection.objects.get_or_create(
                group=groups[role], collection=each.collection, permission=each.permission
            )


def _set_up_workflow(apps, groups):
    """One for all pages: editors read what writers send in, then whoever signs for it."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    ReviewTask = apps.get_model("news", "ReviewTask")
    Task, Workflow, WorkflowTask, WorkflowPage, Page = (
        apps.get_model("wagtailcore", name)
        for name in ("Task", "Workflow", "WorkflowTask", "WorkflowPage", "Page")
    )
    kind, _made = ContentType.objects.get_or_create(app_label="news", model="reviewtask")
    workflow = Workflow.objects.filter(name="Duyệt bài").first()
    workflow = workflow or Workflow.objects.create(name="Duyệt bài", active=True)
    former = WorkflowTask.objects.filter(workflow=workflow)
    Task.objects.filter(pk__in=former.values("task")).update(active=False)
    former.delete()
    for number, (name, role) in enumerate(STEPS):
        step = ReviewTask.objects.create(name=name, active=True, content_type=kind)
        step.groups.add(groups[role])
        WorkflowTask.objects.create(workflow=workflow, task_id=step.pk, sort_order=number)
    for root in Page.objects.filter(depth=1):
        if not WorkflowPage.objects.filter(page=root).exists():
            WorkflowPage.objects.create(workflow=workflow, page=root)


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
