"""A list narrowed to what bears the words somebody typed, with or without accents."""

from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

from .backends.rows import RowStore

IN_THE_DATABASE = "search.backends.database"


def bearing(words: str, objects: QuerySet, *fields: str) -> QuerySet:
    """Those that have all the words in these search fields, or in any; none where there is no word.

    A condition for the database to go on with, not a list of keys: of a common word there are ten thousands.
    So the engine inside the database is asked, also where a server stands beside it.
    """
    search = get_search_backend(IN_THE_DATABASE).search
    compiler = search(words, objects, fields=fields or None, operator="and").query_compiler
    if compiler is None:
        return objects.none()
    store: RowStore = compiler.store
    return store.objects(compiler.expression)
