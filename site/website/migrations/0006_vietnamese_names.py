from django.db import migrations

# What Wagtail names when it is installed; editors meet these on buttons and above every list.
ROOT_PAGE = ("Root", "Gốc")
ROOT_COLLECTION = ("Root", "Kho chung")
WORKFLOW = ("Moderators approval", "Duyệt bài")
TASK = ("Moderators approval", "Lãnh đạo duyệt")


def rename(apps, schema_editor):
    """Only what still has the name it was given; a name of somebody's own is left alone."""
    page, collection, workflow, task = (
        apps.get_model("wagtailcore", name) for name in ("Page", "Collection", "Workflow", "Task")
    )
    english, ours = ROOT_PAGE
    page.objects.filter(depth=1, title=english).update(title=ours, draft_title=ours)
    for model, (english, ours) in (
        (collection, ROOT_COLLECTION), (workflow, WORKFLOW), (task, TASK)
    ):
        model.objects.filter(name=english).update(name=ours)


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0005_feedback"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
