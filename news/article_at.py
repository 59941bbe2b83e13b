"""The article at an address, with what stands ready of its page."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Locale, Page

from news.article_shown import is_ready
from news.models import ArticlePage
from news.pageviews.models import ViewTotal
from news.syndication.models import Publication, PublicationContent, PublicationHtml
from news.syndication.publications.html import TO_BE_MADE, PageTold, html_of_row
from search.addresses import address_asked_for
from search.remembering import remembered

# What the frame of a page shows of its article, and what is told of it. Written out, because Django
# takes as long to put it together as for all the rest of the page. Whether it is over, it says itself.
# What most do without stands in SELECTs of its own: PostgreSQL plans every JOIN again each time.
TOLD_AT = f"""
    SELECT
        page.id, page.path, page.depth, page.url_path, page.slug, page.live, page.expire_at,
        page.locale_id, page.translation_key, page.title, page.seo_title, page.search_description,
        article.page_ptr_id, article.lead,
        publication.locale AS told_locale,
        (SELECT total FROM {ViewTotal._meta.db_table} WHERE article = publication.key) AS told_views,
        html.made_with AS told_made_with, html.head AS told_head, html.main AS told_main,
        html.chosen AS told_chosen, html.is_translated AS told_is_translated,
        CASE WHEN coalesce(html.made_with, '{TO_BE_MADE}') = '{TO_BE_MADE}' THEN (
            SELECT json FROM {PublicationContent._meta.db_table} WHERE publication_id = publication.id
        ) END AS told_content
    FROM {Publication._meta.db_table} publication
    JOIN {Page._meta.db_table} page ON page.id = publication.page
    JOIN {ArticlePage._meta.db_table} article ON article.page_ptr_id = page.id
    LEFT JOIN {PublicationHtml._meta.db_table} html ON html.publication_id = publication.id
    WHERE publication.url = %s AND publication.visible AND page.live AND page.url_path = %s
"""  # noqa: S608 - the names are ours


def article_at(request: HttpRequest, url_path: str) -> ArticlePage | None:
    """The article with that path in the tree, or None.

    Where its finished HTML is stored, only what the frame of the page needs is fetched with it; any
    other field costs a query of its own. Where it is not, all that the page shows is fetched at once.
    """
    light = next(
        iter(ArticlePage.objects.raw(TOLD_AT, [address_asked_for(request), url_path])), None
    )
    told = _told(light) if light else None
    if light and told and is_ready(told):
        light.told, light.locale = told, _locale(told.locale)
        return light
    at_address = {"slug": url_path.rstrip("/").rpartition("/")[2], "url_path": url_path}
    whole = ArticlePage.objects.to_be_read().filter(**at_address).first()
    if whole and light and light.pk == whole.pk and light.told_content is not None:
        whole.told = told
    return whole


def _told(row: Any) -> PageTold:
    return PageTold(
        page=row.pk,
        locale=row.told_locale,
        views=row.told_views or 0,
        made_with=row.told_made_with or TO_BE_MADE,
        html=html_of_row(
            row.told_head, row.told_main, row.told_chosen, is_translated=row.told_is_translated
        ),
        _content=row.told_content,
    )


def _locale(code: str) -> Locale:
    return remembered(f"locale {code}", lambda: Locale.objects.get(language_code=code))
