"""What a server keeps of an object, and under which names."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any as AnyType

from django.db.models import Manager, Model, QuerySet
from django.utils import timezone
from modelsearch.backends.base import get_model_root
from wagtail.search.index import FilterField, RelatedFields, class_is_indexed

from search.engine.documents import Document, folded

from .elastic_store import DEEPEST

WORDS = {"type": "text", "analyzer": "whitespace"}
INDEX: dict[str, AnyType] = {
    "settings": {
        "index": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "max_result_window": DEEPEST,
        }
    },
    "mappings": {
        "dynamic": False,
        "dynamic_templates": [
            {"words": {"match_mapping_type": "string", "mapping": {"type": "keyword"}}}
        ],
        "date_detection": False,
        "properties": {
            "key": {"type": "keyword"},
            "kinds": {"type": "keyword"},
            "title": WORDS,
            "body": WORDS,
            "title_folded": WORDS,
            "body_folded": WORDS,
            "beginnings": WORDS | {"index_prefixes": {"min_chars": 1, "max_chars": 8}},
            "marks": {"type": "keyword"},
            "facets": {"type": "keyword"},
            "day": {"type": "date"},
            "filters": {"type": "object", "dynamic": True},
        },
    },
}


def stored(instance: Model, document: Document) -> AnyType:
    """The document as the server keeps it."""
    return {
        "key": str(instance.pk),
        "kinds": [model._meta.label for model in _kinds(type(instance))],
        "title": " ".join(document.title),
        "body": " ".join(document.body),
        "title_folded": " ".join(map(folded, document.title)),
        "body_folded": " ".join(map(folded, document.body)),
        "beginnings": " ".join(document.beginnings),
        "marks": document.marks,
        "facets": [f"{name}={value}" for name, value in sorted(document.facets)],
        "day": timezone.localtime(document.at).isoformat() if document.at else None,
        "filters": _filters(instance, instance.get_search_fields()),  # type: ignore[attr-defined]
    }


def _filters(instance: AnyType, fields: Iterable[AnyType]) -> dict[str, AnyType]:
    found: dict[str, AnyType] = {}
    for field in fields:
        if isinstance(field, FilterField):
            found[column_of(field, type(instance))] = plain(field.get_value(instance))
        elif isinstance(field, RelatedFields):
            related = field.get_value(instance)
            rows = related.all() if isinstance(related, Manager) else [related] if related else []
            columns: dict[str, list[AnyType]] = defaultdict(list)
            for row in rows:
                for name, value in _filters(row, field.fields).items():
                    columns[name].append(value)
            if columns:
                found[column_of(field, type(instance))] = columns
    return found


def column_of(field: AnyType, model: type[Model]) -> str:
    """The name of a filter: fields of different types may bear the same name."""
    owner = field.get_definition_model(model)
    name = field.field_name if isinstance(field, RelatedFields) else field.get_attname(model)
    return f"{owner._meta.label_lower.replace('.', '_')}__{name}" if owner else name


def plain(value: AnyType) -> AnyType:
    """A value as JSON has it, such that greater stays greater."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, (Manager, QuerySet)):
        return list(value.values_list("pk", flat=True))
    if isinstance(value, Model):
        return plain(value.pk)
    if isinstance(value, (list, tuple, set)):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _kinds(model: type[Model]) -> list[type[Model]]:
    return [
        model,
        *(parent for parent in model._meta.get_parent_list() if class_is_indexed(parent)),
    ]


def identity(model: type[Model], pk: AnyType) -> str:
    """The same for a page whatever its type, and never that of another kind of object."""
    return f"{get_model_root(model)._meta.label_lower}:{pk}"
