from django.apps import apps as present_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

# What was not found is for those to see who know the words of the office.
MODELS = [("search", ["synonym", "promotedresult"])]


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for app, models in MODELS:
        # Permissions are made after all migrations have run; here they are needed before.
        create_permissions(present_apps.get_app_config(app), verbosity=0)
        wanted = Permission.objects.filter(
            content_type__app_label=app,
            codename__in=[f"{act}_{model}" for act in ("add", "change", "delete") for model in models],
        )
        for group in Group.objects.filter(name__in=["Editors", "Moderators"]):
            group.permissions.add(*wanted)


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0003_editors_keep_facts"),
        ("search", "0003_editing_and_log"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
