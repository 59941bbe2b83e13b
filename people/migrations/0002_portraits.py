import django.db.models.deletion
from django.db import migrations, models
from wagtail.images import get_image_model_string

# Whatever image model the project has chosen; this room does not know which.
IMAGE_MODEL = get_image_model_string()


class Migration(migrations.Migration):
    replaces = [("people", "0002_portrait")]

    dependencies = [
        (IMAGE_MODEL.split(".")[0], "__first__"),
        ("people", "0001_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="portrait",
            field=models.ForeignKey(
                blank=True,
                help_text="Ảnh chân dung, hiện ở trang của người này.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=IMAGE_MODEL,
                verbose_name="ảnh chân dung",
            ),
        ),
    ]
