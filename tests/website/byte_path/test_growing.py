"""Which statements make a new edition."""

import datetime
import re

import pytest
from django.apps import apps
from django.db import connection, models
from wagtail.models import Locale

from news.factories import ArticlePageFactory, PhotoFactory
from news.models import Photo
from news.syndication.models import Edition
from news.syndication.objects.renditions import make_renditions
from search.models import (
    FacetSet,
    FacetValue,
    IndexedAcronym,
    IndexedDocument,
    IndexWrite,
    SearchedWords,
    Term,
)
from tests.website.byte_path.conftest import committed
from website.byte_path import growing
from website.factories import StandardPageFactory

READ = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)
# Read for pages, and said in docs/byte-path.md to be a minute old at most; or gone with what it shows.
MAY_BE_OLD = {"pageviews_viewtotal", "syndication_publicationhtml"}
# Nothing found is kept while they lag behind.
INDEX = {model._meta.db_table for model in (FacetSet, FacetValue, IndexWrite, IndexedAcronym, IndexedDocument, Term)}  # fmt: skip


@pytest.fixture(autouse=True)
def first_edition(db):
    Edition.locked()


def number():
    return Edition.now().number


def test_no_page_is_read_from_a_table_that_is_not_watched(site, pages):
    read: set[str] = set()

    for address in pages.values():
        site.ask_django(address)  # sizes of photos are made, and written

    def note(execute, sql, *arguments):
        if not growing.WRITE.match(sql):
            read.update(table.lower() for table in READ.findall(sql))
        return execute(sql, *arguments)

    with connection.execute_wrapper(note):
        for address in pages.values():
            assert site.ask_django(address).status == 200

    ours = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert {"wagtailcore_page", "website_sitesettings", "people_post"} <= read
    unwatched = {table for table in read & ours if not growing.is_shown("DELETE", table, "")}
    assert unwatched - MAY_BE_OLD - INDEX == set()


def test_every_name_on_the_list_is_of_a_table():
    """What is gone may not stay on it: another could come to have its name."""
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    tables |= {"django_migrations", "django_admin_log"}
    for name in (*growing.NEVER_SHOWN, *growing.MADE_BY_SHOWING):
        assert any(table.startswith(name) for table in tables), name


@pytest.mark.parametrize(
    ("sql", "shown"),
    [
        ('UPDATE "people_person" SET "full_name" = %s', True),
        ("update people_person set full_name = %s", True),
        ('INSERT OR IGNORE INTO "people_person" ("slug") VALUES (%s)', True),
        ('INSERT INTO "people_person" ("slug") VALUES (%s) ON CONFLICT DO NOTHING', True),
        ('DELETE FROM "people_person" WHERE TRUE', True),
        ('TRUNCATE "people_person", "people_post";', True),
        ('INSERT INTO "django_session" VALUES (%s)', False),
        ('UPDATE "pageviews_viewtotal" SET "total" = %s', False),
        ('INSERT INTO "news_photorendition" VALUES (%s)', False),
        ('DELETE FROM "news_photorendition" WHERE "image_id" = %s', True),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = 7'
         ' WHERE "wagtailcore_page"."id" = %s', False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE "id" = %s', True),
        ("UPDATE wagtailcore_page SET numchild=numchild+1 WHERE path = %s", False),
        ("UPDATE wagtailcore_page SET path=%s||SUBSTR(path, 9) WHERE path LIKE %s", True),
        ("update wagtailcore_page\nset title = 'x'", True),
    ],
)  # fmt: skip
def test_a_statement_is_known_by_its_beginning(sql, shown):
    written = growing.WRITE.match(sql)

    assert written
    assert growing.is_shown(written[1].upper(), written[2].lower(), sql) is shown


@pytest.mark.parametrize("sql", ["SELECT 1", "SAVEPOINT x", "CREATE TABLE x (y int)", " select 1"])
def test_what_does_not_write_is_not_looked_at(sql):
    assert growing.WRITE.match(sql) is None


def test_it_stays_when_the_connection_is_opened_while_somebody_listens(db):
    opened = connection.copy()

    with opened.execute_wrapper(lambda execute, *arguments: execute(*arguments)):
        opened.ensure_connection()

    assert opened.execute_wrappers == [growing._look_at]
    opened.close()


def test_a_draft_a_search_and_a_photo_s_sizes_make_none(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    photo = PhotoFactory()
    before = number()

    with committed():
        article.title = "Chờ duyệt"
        article.save_revision()
        SearchedWords.objects.create(day=datetime.date.today(), key="giao uoc")
        make_renditions(photo)

    assert number() == before


def test_what_publishes_makes_one_and_not_two(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    article.title = "Đã sửa"
    revision = article.save_revision()
    before = number()

    with committed():
        revision.publish()

    assert number() == before + 1


@pytest.mark.parametrize("model", [Photo, Locale], ids=str)
def test_many_to_many_and_bulk_count(site_tree, model):
    row = PhotoFactory() if model is Photo else Locale.objects.get(language_code="vi")
    before = number()

    with committed():
        first = next(f for f in model._meta.concrete_fields if isinstance(f, models.CharField))
        model.objects.filter(pk=row.pk).update(**{first.name: "vi"})

    assert number() == before + 1


def test_a_page_that_no_portal_takes_makes_one_too(site_tree):
    before = number()

    with committed():
        StandardPageFactory(parent=site_tree.home)

    assert number() == before + 1
