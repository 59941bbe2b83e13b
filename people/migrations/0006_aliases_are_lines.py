import people.models.aliases
from django.db import migrations


def make_lists(apps, schema_editor):
    """They were typed as JSON, and might be a word, a number or anything else."""
    for name in ("Cluster", "Organisation"):
        model = apps.get_model("people", name)
        for each in model.objects.only("aliases"):
            if (made := _lines(each.aliases)) != each.aliases:
                model.objects.filter(pk=each.pk).update(aliases=made)


def _lines(stored):
    many = stored if isinstance(stored, (list, dict)) else [stored]
    return [str(one) for one in many if one not in (None, "")]


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_words_beside_fields'),
    ]

    operations = [
        migrations.AlterField(
            model_name='cluster',
            name='aliases',
            field=people.models.aliases.AliasesField(blank=True, default=list, help_text='Các cách viết thường gặp, mỗi dòng một cách viết, để tìm kiếm nhận ra.', verbose_name='cách viết khác'),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='aliases',
            field=people.models.aliases.AliasesField(blank=True, default=list, help_text='Chữ viết tắt và cách viết thường gặp, mỗi dòng một cách viết, để tìm kiếm nhận ra.', verbose_name='cách viết khác'),
        ),
        migrations.RunPython(make_lists, migrations.RunPython.noop),
    ]
