import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parents[1] / "data" / "provinces.json"


def load(apps, schema_editor):
    """Both lists of provinces, and what became of each in 2025."""
    Province = apps.get_model("people", "Province")
    ProvinceSuccession = apps.get_model("people", "ProvinceSuccession")
    data = json.loads(DATA.read_text(encoding="utf-8"))
    Province.objects.bulk_create(Province(**row) for row in data["provinces"])
    by_key = {province.key: province for province in Province.objects.all()}
    ProvinceSuccession.objects.bulk_create(
        ProvinceSuccession(
            predecessor=by_key[row["predecessor"]],
            successor=by_key[row["successor"]],
            kind=row["kind"],
            on=data["succession_on"],
            legal_act=data["legal_act"],
        )
        for row in data["successions"]
    )


class Migration(migrations.Migration):
    replaces = [("people", "0003_load_provinces")]

    dependencies = [("people", "0002_portraits")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
