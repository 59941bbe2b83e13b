from django.db import migrations

KEPT = [
    ("people", ["person", "organisation", "organisationsuccession", "cluster"]),
    ("awards", ["awarddecision", "awardgrant", "emulationmovement", "holiday"]),
    ("news", ["topic"]),
]


def take_back(apps, schema_editor):
    """People, organisations and the register are public at once, and nobody approves them."""
    for writers, permissions in _writers(apps):
        writers.permissions.remove(*permissions)


def give(apps, schema_editor):
    for writers, permissions in _writers(apps):
        writers.permissions.add(*permissions)


def _writers(apps):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for writers in Group.objects.filter(name="Phóng viên"):
        for app, models in KEPT:
            yield (
                writers,
                Permission.objects.filter(
                    content_type__app_label=app,
                    codename__in=[f"{act}_{model}" for act in ("add", "change") for model in models],
                ),
            )


class Migration(migrations.Migration):
    dependencies = [("website", "0009_writers_leave_the_search_alone")]

    operations = [migrations.RunPython(take_back, give)]
