from django.apps import apps as present_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

WRITERS, EDITORS, APPROVERS, ADMINS = "Phóng viên", "Biên tập viên", "Lãnh đạo duyệt", "Quản trị"
# Wagtail's own two become the first and the third.
FORMER = {"Editors": WRITERS, "Moderators": APPROVERS}
# On all pages. Who may only add them edits what they added.
ON_PAGES = {
    WRITERS: ["add"],
    EDITORS: ["add", "change"],
    APPROVERS: ["add", "change", "publish", "lock", "unlock"],
    ADMINS: ["add", "change", "publish", "lock", "unlock", "bulk_delete"],
}
# People, organisations, the register and what the search knows are public at once, and nobody approves
# them: they are not for writers. Those who approve also answer readers.
KEPT = [
    ("people", ["person", "organisation", "organisationsuccession", "cluster"], ["add", "change"]),
    ("awards", ["awarddecision", "awardgrant", "emulationmovement", "holiday"], ["add", "change"]),
    ("news", ["topic"], ["add", "change"]),
    ("search", ["synonym", "promotedresult"], ["add", "change", "delete"]),
]
ANSWERED = [("website", ["feedback"], ["view", "change", "delete"])]
ADMINISTERED = [
    "auth", "awards", "news", "people", "search", "syndication", "taggit", "wagtailadmin",
    "wagtailcore", "wagtaildocs", "wagtailimages", "wagtailredirects", "website",
]  # fmt: skip
STEPS = [("Biên tập", EDITORS), ("Lãnh đạo duyệt", APPROVERS)]


def name_in_vietnamese(apps, schema_editor):
    """What Wagtail names when it is installed; editors meet these on buttons and above every list."""
    Page, Collection, Workflow, Task = (
        apps.get_model("wagtailcore", name) for name in ("Page", "Collection", "Workflow", "Task")
    )
    Page.objects.filter(depth=1).update(title="Gốc", draft_title="Gốc")
    Collection.objects.filter(depth=1).update(name="Kho chung")
    Workflow.objects.update(name="Duyệt bài")
    Task.objects.update(name="Lãnh đạo duyệt")


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Permissions are made after all migrations have run; here they are needed before.
    for app in ADMINISTERED:
        create_permissions(present_apps.get_app_config(app), verbosity=0)
    for english, role in FORMER.items():
        Group.objects.filter(name=english).update(name=role)
    groups = {role: Group.objects.get_or_create(name=role)[0] for role in ON_PAGES}
    translating = Permission.objects.filter(codename="submit_translation")
    groups[WRITERS].permissions.remove(*translating)
    common = groups[WRITERS].permissions.all()
    kept, answered = (_for(Permission.objects, each) for each in (KEPT, ANSWERED))
    groups[EDITORS].permissions.add(*common, *kept)
    groups[APPROVERS].permissions.add(*common, *kept, *answered)
    groups[ADMINS].permissions.add(
        *Permission.objects.filter(content_type__app_label__in=ADMINISTERED)
    )
    for group in groups.values():
        group.permissions.add(Permission.objects.get(codename="access_admin"))
    _on_pages(apps, groups)
    _on_collections(apps, groups)


def _for(permissions, objects):
    return [
        permission
        for app, models, acts in objects
        for permission in permissions.filter(
            content_type__app_label=app,
            codename__in=[f"{act}_{model}" for act in acts for model in models],
        )
    ]


def _on_pages(apps, groups):
    Page = apps.get_model("wagtailcore", "Page")
    Permission = apps.get_model("auth", "Permission")
    OnPage = apps.get_model("wagtailcore", "GroupPagePermission")
    root = Page.objects.get(depth=1)
    OnPage.objects.all().delete()  # Wagtail's editors may change what others wrote
    OnPage.objects.bulk_create(
        OnPage(
            group=groups[role],
            page=root,
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{action}_page"
            ),
        )
        for role, actions in ON_PAGES.items()
        for action in actions
    )


def _on_collections(apps, groups):
    """All use photos and documents as the approvers do."""
    OnCollection = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for each in OnCollection.objects.filter(group=groups[APPROVERS]):
        for group in groups.values():
            OnCollection.objects.get_or_create(
                group=group, collection=each.collection, permission=each.permission
            )


def set_up_workflow(apps, schema_editor):
    """Editors read what writers send in, then whoever signs for it: in place of the one step that
    Wagtail comes with."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    ReviewTask = apps.get_model("news", "ReviewTask")
    Workflow, WorkflowTask, Task = (
        apps.get_model("wagtailcore", name) for name in ("Workflow", "WorkflowTask", "Task")
    )
    WorkflowTask.objects.all().delete()
    Task.objects.update(active=False)
    workflow = Workflow.objects.get()
    kind, _made = ContentType.objects.get_or_create(app_label="news", model="reviewtask")
    for number, (name, role) in enumerate(STEPS):
        step = ReviewTask.objects.create(name=name, active=True, content_type=kind)
        step.groups.add(Group.objects.get(name=role))
        WorkflowTask.objects.create(workflow=workflow, task_id=step.pk, sort_order=number)


class Migration(migrations.Migration):
    replaces = [
        ("website", "0003_editors_keep_facts"),
        ("website", "0004_editors_tune_the_search"),
        ("website", "0006_vietnamese_names"),
        ("website", "0007_roles_and_workflow"),
        ("website", "0009_writers_leave_the_search_alone"),
        ("website", "0010_writers_propose"),
    ]

    dependencies = [
        ("website", "0002_pages"),
        ("awards", "0003_holidays"),
        ("people", "0003_provinces"),
        ("search", "0002_words"),
        ("syndication", "0001_tables"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0012_uploadeddocument"),
        ("wagtailimages", "0002_initial_data"),
        ("wagtailredirects", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(name_in_vietnamese, migrations.RunPython.noop),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
        migrations.RunPython(set_up_workflow, migrations.RunPython.noop),
    ]
