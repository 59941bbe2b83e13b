import datetime

from django.db import migrations

# The public holidays with a fixed date, Bộ luật Lao động 45/2019/QH14, Điều 112. Tết, the Hùng
# Kings' day, the second day of September's holiday and days worked in exchange are decided each
# year and are for the editors to enter.
FIXED = [
    (1, 1, "Tết Dương lịch"),
    (4, 30, "Ngày Chiến thắng"),
    (5, 1, "Ngày Quốc tế lao động"),
    (9, 2, "Quốc khánh"),
]
YEARS = range(2024, 2036)


def load(apps, schema_editor):
    Holiday = apps.get_model("awards", "Holiday")
    Holiday.objects.bulk_create(
        Holiday(day=datetime.date(year, month, day), name=name)
        for year in YEARS
        for month, day, name in FIXED
    )


class Migration(migrations.Migration):
    replaces = [("awards", "0004_load_holidays")]

    dependencies = [("awards", "0002_award_titles")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
