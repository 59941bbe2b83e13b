from django.db import migrations


def take_back(apps, schema_editor):
    """Synonyms and promoted results are public at once, and nobody approves them."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for writers in Group.objects.filter(name="Phóng viên"):
        writers.permissions.remove(*Permission.objects.filter(content_type__app_label="search"))


class Migration(migrations.Migration):
    dependencies = [("website", "0008_words_beside_fields")]

    operations = [migrations.RunPython(take_back, migrations.RunPython.noop)]
