"""What each document had of its own is gone; its indexes are those of the sets now."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0016_sets_of_facets")]

    operations = [
        migrations.DeleteModel(name="IndexedFacet"),
        migrations.AddIndex(
            model_name="facetvalue",
            index=models.Index(fields=["name", "value"], name="search_facet_value"),
        ),
        migrations.AddConstraint(
            model_name="facetvalue",
            constraint=models.UniqueConstraint(
                fields=("facet_set", "name", "value"), name="search_facet_once"
            ),
        ),
    ]
