"""What an update of the system notes, so that old documents are read as new ones are."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from news.factories import ArticlePageFactory
from search import outbox
from search.models import IndexedDocument, IndexWrite

pytestmark = pytest.mark.django_db


def test_where_words_are_read_otherwise_every_document_is_written_again(site_tree, settings):
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "search.backends.database"},
        "by_hand": {"BACKEND": "search.backends.database", "AUTO_UPDATE": False},
    }
    article = ArticlePageFactory(parent=site_tree.emulation, title="Họat động khen thủơng")
    outbox.write_what_is_due()
    assert not IndexWrite.objects.exists()

    migration = import_module("search.migrations.0009_words_visitors_can_find")
    migration.note_every_document(apps, connection.schema_editor())

    assert set(IndexWrite.objects.values_list("backend", "content_type", "object_id")) == {
        ("default", each.content_type_id, each.object_id) for each in IndexedDocument.objects.all()
    }
    kind = ContentType.objects.get_for_model(article)
    assert IndexWrite.objects.filter(content_type=kind, object_id=str(article.pk)).exists()
