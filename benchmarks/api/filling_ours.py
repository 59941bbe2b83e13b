"""Articles published one by one, and copies of what the public sees of them: the API reads nothing else."""

import datetime
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

from benchmarks.contenders import ours

MADE = 20
AT_ONCE = 1000
SEVERAL = 100  # addresses of each sort
LIMIT = 20
LIST = f"/api/v1/articles/?limit={LIMIT}"


def fill(number: int) -> dict[str, list[str]]:
    from django.db import connection, transaction

    award = _give_awards(ours.make_articles(MADE))
    with transaction.atomic():
        copy_publications(number - MADE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return _addresses(number, award)


def _give_awards(articles: list[Any]) -> str:
    """Every second one tells of an event in Bắc Kạn, every fourth of an award."""
    from news.awards.factories import AwardGrantFactory
    from news.awards.models import GrantArticle
    from people.models import Province

    for article in articles[::2]:
        article.event_province = Province.objects.get(key="vn63-bac-kan")
        article.save_revision().publish()
    for article in articles[::4]:
        grant = AwardGrantFactory()
        GrantArticle.objects.create(grant=grant, article=article)
    return str(grant.title.code)


def copy_publications(number: int) -> None:
    """Each a little older than the one before."""
    from news.syndication.models import Publication

    originals = list(Publication.objects.filter(kind="article").select_related("content"))
    facets = [list(original.facets.all()) for original in originals]
    newest = max(original.published_at for original in originals)
    for start in range(0, number, AT_ONCE):
        copies = [
            _Copy(
                originals[n % len(originals)],
                facets[n % len(originals)],
                newest - n * datetime.timedelta(minutes=7, seconds=1),
            )
            for n in range(start, min(start + AT_ONCE, number))
        ]
        _save(copies)


class _Copy:
    def __init__(self, original: Any, facets: list[Any], at: datetime.datetime) -> None:
        from news.syndication.models import Publication

        key = uuid.uuid4()
        fields = {
            field.attname: getattr(original, field.attname)
            for field in Publication._meta.concrete_fields
            if not field.primary_key
        }
        self.row = Publication(**fields | {"key": key, "page": 0, "published_at": at})
        self.json = bytes(original.content.json).replace(
            str(original.key).encode(), str(key).encode()
        )
        self.facets = facets


def _save(copies: list[_Copy]) -> None:
    from news.syndication.models import Publication, PublicationContent, PublicationFacet

    Publication.objects.bulk_create(copy.row for copy in copies)
    PublicationContent.objects.bulk_create(
        PublicationContent(publication=copy.row, json=copy.json) for copy in copies
    )
    PublicationFacet.objects.bulk_create(
        PublicationFacet(
            publication=copy.row,
            name=facet.name,
            value=facet.value,
            locale=facet.locale,
            published_at=copy.row.published_at,
        )
        for copy in copies
        for facet in copy.facets
    )


def _addresses(number: int, award: str) -> dict[str, list[str]]:
    from news.syndication.models import Publication

    newest_first = Publication.objects.filter(kind="article").order_by("-published_at", "-pk")
    rows = list(newest_first.values_list("key", "published_at", "pk"))
    first, middle, last = 0, number // 2, number - LIMIT - SEVERAL - 1

    def depths(parameters: str, start: int) -> list[str]:
        return list(_from(rows[start : start + SEVERAL], parameters))

    return {
        "list of 20": [LIST],
        "first page": depths("", first),
        "in the middle": depths("", middle),
        "near the end": depths("", last),
        "oldest first, in the middle": depths("&order=published_at", middle),
        "section, in the middle": depths("&section=thi-dua", middle),
        "province, in the middle": depths("&province=vn63-bac-kan", middle),
        "award, in the middle": depths(f"&award={award}", middle),
        "detail": [f"/api/v1/articles/{key}/" for key, *_ in rows[middle : middle + SEVERAL]],
    }


def _from(rows: list[Any], parameters: str) -> Iterator[str]:
    from news.syndication.api.cursors import Cursor, question

    path, _, asked = f"{LIST}{parameters}".partition("?")
    own = question(path, dict(parse_qsl(asked)))
    return (f"{path}?{asked}&cursor={Cursor.at(at, pk).word(own)}" for _key, at, pk in rows)
