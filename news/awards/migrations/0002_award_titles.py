import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parents[1] / "data" / "award_titles.json"


def load(apps, schema_editor):
    """The titles and commendations of the law of 2022, and two of the law of 2003."""
    AwardTitle = apps.get_model("awards", "AwardTitle")
    rows = json.loads(DATA.read_text(encoding="utf-8"))["titles"]
    successors = {row["code"]: row.pop("successor") for row in rows}
    AwardTitle.objects.bulk_create(AwardTitle(**row) for row in rows)
    by_code = {title.code: title for title in AwardTitle.objects.all()}
    for code, successor in successors.items():
        if successor:
            by_code[code].successor = by_code[successor]
            by_code[code].save(update_fields=["successor"])


class Migration(migrations.Migration):
    replaces = [("awards", "0003_load_award_titles")]

    dependencies = [("awards", "0001_tables")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
