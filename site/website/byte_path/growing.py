"""Whatever a page may show makes a new edition when it is written, by whichever way.

Publications do so themselves, in their own transaction. Pages of the website show more than they
tell: menus, the department's name, posts, plain pages. So every statement that writes is looked at,
bulk updates and those of libraries too, and unless its table is known never to be shown, a growth of
the edition is promised for when the transaction has committed. Where the transaction writes the edition
itself, as publications do last of all, that promise is void.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.backends.signals import connection_created
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from news.models import PhotoRendition
from news.syndication.models import Edition
from news.syndication.publications.hooks import DRAFT_FIELDS
from search.models import PromotedResult, Synonym

from .editions import give_notice

WRITE = re.compile(
    r'\s*(INSERT|UPDATE|DELETE|REPLACE|TRUNCATE)\s+(?:OR\s+\w+\s+)?(?:INTO\s+|FROM\s+|ONLY\s+)?"?(\w+)',
    re.IGNORECASE,
)
SET_COLUMN = re.compile(r'"?(\w+)"?\s*=')

EDITION = Edition._meta.db_table
PAGE = Page._meta.db_table
DRAFT_COLUMNS = {each.column for each in Page._meta.concrete_fields if each.name in DRAFT_FIELDS}

Then = Callable[[], None]

# No page that is kept shows anything of these; a test compares them with what pages read.
NEVER_SHOWN = (
    "auth_",
    "django_admin_log",
    "django_session",
    "django_tasks_",
    "news_importrecord",
    "news_proposal",
    "news_reviewtask",
    "pageviews_",  # shown, and allowed to be a minute old
    "search_",  # an index may lag behind, of which `search.given_again` knows
    "syndication_offeredarticle",
    "syndication_portal",
    "syndication_publicationdependency",
    "syndication_publicationhtml",  # shows what other rows say, and is forgotten with a change of these
    "syndication_waitingpage",
    "syndication_webhook",
    "wagtail_headless_preview_",
    "wagtail_localize_",
    "wagtailadmin_",
    "wagtailcore_apitoken",
    "wagtailcore_comment",
    "wagtailcore_group",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_task",
    "wagtailcore_uploadedfile",
    "wagtailcore_workflow",
    "wagtailsearch_",
    "wagtailusers_",
    "website_feedback",
)
# But what editors tell the search acts at once.
SHOWN_ALL_THE_SAME = {Synonym._meta.db_table, PromotedResult._meta.db_table}
# Made when a page that shows them is made first; nobody else misses them before.
MADE_BY_SHOWING = {PhotoRendition._meta.db_table, "wagtailembeds_embed"}


def install() -> None:
    """For every connection that is opened from now on."""
    connection_created.connect(_watch, dispatch_uid=__name__)


def _watch(connection: Any, **kwargs: Any) -> None:
    if connection.alias == "default" and _look_at not in connection.execute_wrappers:
        # First: whoever listens for a while takes the last one away again.
        connection.execute_wrappers.insert(0, _look_at)


def _look_at(execute: Callable[..., Any], sql: Any, *arguments: Any) -> Any:
    result = execute(sql, *arguments)
    written = WRITE.match(sql) if isinstance(sql, str) else None
    if written is None:
        return result
    verb, table = written[1].upper(), written[2].lower()
    if table == EDITION:
        _take_back_growth()
        _promise(give_notice)
    elif is_shown(verb, table, sql):
        _promise(_grow)
    return result


def is_shown(verb: str, table: str, sql: str) -> bool:
    """Whether a statement that begins so changes what a reader may see."""
    if table.startswith(NEVER_SHOWN) and table not in SHOWN_ALL_THE_SAME:
        return False
    if verb == "INSERT" and table in MADE_BY_SHOWING:
        return False
    return not (verb == "UPDATE" and table == PAGE and _is_of_a_draft(sql))


def _is_of_a_draft(sql: str) -> bool:
    columns = sql.partition(" SET ")[2].partition(" WHERE ")[0]
    names = set(SET_COLUMN.findall(columns))
    return bool(names) and names <= DRAFT_COLUMNS


def _promise(what: Then) -> None:
    """After the commit, and once. Django forgets it where the savepoint it was given in is undone."""
    promises: list[Any] = connection.run_on_commit
    given = [promised for _savepoints, promised, _robust in promises]
    if what not in given:
        transaction.on_commit(what, robust=True)


def _take_back_growth() -> None:
    """What was promised outside of the savepoint we are in still holds: we may yet be undone alone."""
    here = set(connection.savepoint_ids)
    promises: list[Any] = connection.run_on_commit
    for place, (savepoints, promised, robust) in enumerate(promises):
        if promised is _grow and here <= savepoints:
            promises[place] = (savepoints, _nothing, robust)


def _nothing() -> None:
    pass


def _grow() -> None:
    """By a statement of its own: inside the transaction it would make all other writers wait.

    Before anything was published there is no edition, and nothing is kept.
    """
    only = Edition.objects.filter(pk=Edition.ONLY)
    try:
        only.update(number=F("number") + 1, changed_at=timezone.now())
    except DatabaseError:
        if EDITION in connection.introspection.table_names():
            raise
