"""Publications as they are handed out: finished bytes, with what is filled in at the last moment."""

import json
from collections.abc import Sequence

from django.db.models import OuterRef, QuerySet, Subquery

from news.pageviews.models import ViewTotal
from news.syndication.models import Publication
from news.syndication.objects.encoding import encoded


def with_content(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """With the content and `views`, in the same query."""
    totals = ViewTotal.objects.filter(article=OuterRef("key")).values("total")
    return publications.select_related("content").annotate(views=Subquery(totals[:1]))


def content_of(
    publication: Publication, *, is_fallback: bool = False, fields: Sequence[str] = ()
) -> bytes:
    """The JSON object of a row that was read `with_content`; with `fields`, only these.

    What is replaced stands nowhere else: within words every quotation mark is escaped.
    """
    content = bytes(publication.content.json)
    views: int | None = publication.views  # type: ignore[attr-defined] # annotated
    if views:
        content = content.replace(b'"views":0,', b'"views":%d,' % views, 1)
    if is_fallback:
        content = content.replace(b'"locale_fallback":false', b'"locale_fallback":true', 1)
    if not fields:
        return content
    whole = json.loads(content)
    return encoded({name: whole[name] for name in whole if name in fields})
