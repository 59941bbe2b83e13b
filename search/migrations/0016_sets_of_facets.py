"""Documents with the same facets share a set of them, made here of what each has of its own."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from operator import itemgetter

import django.db.models.deletion
from django.db import migrations, models

AT_ONCE = 500


def share(apps, schema_editor):
    using = schema_editor.connection.alias
    documents = apps.get_model("search", "IndexedDocument").objects.using(using)
    sets = apps.get_model("search", "FacetSet").objects.using(using)
    values = apps.get_model("search", "FacetValue")
    for facets, numbers in _documents_by_facets(apps, using).items():
        shared = sets.create(digest=sha256(repr(list(facets)).encode()).hexdigest())
        values.objects.using(using).bulk_create(
            values(facet_set=shared, name=name, value=value) for name, value in facets
        )
        for start in range(0, len(numbers), AT_ONCE):
            documents.filter(pk__in=numbers[start : start + AT_ONCE]).update(facet_set=shared)


def _documents_by_facets(apps, using) -> dict[tuple[tuple[str, str], ...], list[int]]:
    found: dict[tuple[tuple[str, str], ...], list[int]] = defaultdict(list)
    for number, facets in groupby(_rows(apps, using), key=itemgetter(0)):
        found[tuple(sorted((name, value) for _, name, value in facets))].append(number)
    return found


def _rows(apps, using) -> Iterator[tuple[int, str, str]]:
    facets = apps.get_model("search", "IndexedFacet").objects.using(using)
    return facets.order_by("document").values_list("document", "name", "value").iterator()


class Migration(migrations.Migration):
    dependencies = [("search", "0015_index_of_live_pages")]

    operations = [
        migrations.CreateModel(
            name="FacetSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "verbose_name": "bộ giá trị lọc",
                "verbose_name_plural": "bộ giá trị lọc",
            },
        ),
        migrations.AddField(
            model_name="indexeddocument",
            name="facet_set",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="search.facetset",
            ),
        ),
        migrations.CreateModel(
            name="FacetValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30)),
                ("value", models.CharField(max_length=80)),
                (
                    "facet_set",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="values",
                        to="search.facetset",
                    ),
                ),
            ],
            options={
                "verbose_name": "giá trị lọc",
                "verbose_name_plural": "giá trị lọc",
            },
        ),
        migrations.RunPython(share, migrations.RunPython.noop),
    ]
