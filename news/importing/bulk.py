"""New article pages in batches: rows, revisions, log entries and index, a few queries each.

Saving pages one by one takes some ninety queries each. Here a batch takes about a dozen, and
leaves behind what `add_child` and `save_revision().publish()` would: a revision on every page,
`live_revision` on published ones, entries in the log, photo uses, a note for the search index.
Signals of single pages are not sent, and only pages with photos or a province get references.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from news.models import ArticleByline, ArticlePage, ArticleParticipant, Photo, PhotoUse
from news.photo_uses import build_photo_uses
from news.slugs import free_slug
from news.syndication.publications import touch_page
from search.outbox import remember_all

# Copied from the article to the row of the page it is: Wagtail keeps one in each table.
_PAGE_FIELDS = [
    page_field.attname for page_field in Page._meta.concrete_fields if page_field.attname != "id"
]


@dataclass
class NewArticle:
    """An article not yet saved, and the rows that come with it."""

    page: ArticlePage
    byline: list[ArticleByline] = field(default_factory=list)
    participants: list[ArticleParticipant] = field(default_factory=list)


def create_articles(
    parent: Page, articles: Sequence[NewArticle], *, publish: bool, user: User | None
) -> None:
    """Save the articles as the last children of `parent`, drafts or published.

    Call it inside `changes()`. Signals of single pages are not sent; what they would have done
    (revision, log, photo uses, index, publications) is done here for all.
    """
    pages = [article.page for article in articles]
    _place(pages, parent)
    _fill_in(pages, publish=publish, user=user)
    _insert_pages(pages)
    _insert_rows(articles)
    revisions = _insert_revisions(pages, user)
    _point_at_revisions(pages, revisions, publish=publish)
    _log(pages, revisions, publish=publish, user=user)
    _index_references(pages)
    if publish:
        uses = [use for page in pages for use in build_photo_uses(page)]
        PhotoUse.objects.bulk_create(uses)
        remember_all(Photo, {use.photo_id for use in uses} - {None})
        for page in pages:
            touch_page(page.pk)
    remember_all(ArticlePage, [page.pk for page in pages])


def _place(pages: list[ArticlePage], parent: Page) -> None:
    """Give each page its address and its place in the tree, after the last child there is."""
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    taken = set(parent.get_children().values_list("slug", flat=True))
    last = parent.get_last_child()
    path = last.path if last else None
    for page in pages:
        path = (path and path[: -Page.steplen] + _next_step(path)) or _first_path(parent)
        page.path, page.depth, page.numchild = path, parent.depth + 1, 0
        page.slug = free_slug(page.title, lambda slug: slug in taken)
        taken.add(page.slug)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale_id = parent.locale_id
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _first_path(parent: Page) -> str:
    return Page._get_path(parent.path, parent.depth + 1, 1)


def _next_step(path: str) -> str:
    return Page._int2str(Page._str2int(path[-Page.steplen :]) + 1).rjust(
        Page.steplen, Page.alphabet[0]
    )


def _fill_in(pages: list[ArticlePage], *, publish: bool, user: User | None) -> None:
    now = timezone.now()
    content_type = ContentType.objects.get_for_model(ArticlePage)
    for page in pages:
        page.content_type = content_type
        page.draft_title = page.title
        page.translation_key = page.translation_key or uuid.uuid4()
        page.owner = user
        page.latest_revision_created_at = now
        page.live, page.has_unpublished_changes = publish, not publish
        if publish:
            page.first_published_at = page.last_published_at = now
            page.published_at = page.published_at or now


def _insert_pages(pages: list[ArticlePage]) -> None:
    bases = Page.objects.bulk_create(
        Page(**{name: getattr(page, name) for name in _PAGE_FIELDS}) for page in pages
    )
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.id = page.page_ptr_id = base.pk
        # raw: only the row of the article itself, the page's row is there already.
        page.save_base(raw=True, force_insert=True)


def _insert_rows(articles: Sequence[NewArticle]) -> None:
    for model, name in ((ArticleByline, "byline"), (ArticleParticipant, "participants")):
        rows = []
        for article in articles:
            for order, row in enumerate(getattr(article, name)):
                row.article, row.sort_order = article.page, order
                if hasattr(row, "locale_id"):
                    row.locale_id = article.page.locale_id
                rows.append(row)
        model._default_manager.bulk_create(rows)
    for article in articles:
        _remember_rows(article)


def _remember_rows(article: NewArticle) -> None:
    """Tell the page of all its rows, so that neither revision nor index asks the database."""
    given = {"byline": article.byline, "participants": article.participants}
    for relation in get_all_child_relations(ArticlePage):
        name = relation.get_accessor_name()
        setattr(article.page, name, given.get(name, []))
    for relation in get_all_child_m2m_relations(ArticlePage):
        setattr(article.page, relation.name, [])


def _insert_revisions(pages: list[ArticlePage], user: User | None) -> list[Revision]:
    article_type = ContentType.objects.get_for_model(ArticlePage)
    page_type = ContentType.objects.get_for_model(Page)
    return Revision.objects.bulk_create(
        Revision(
            content_type=article_type,
            base_content_type=page_type,
            object_id=str(page.pk),
            created_at=page.latest_revision_created_at,
            user=user,
            object_str=str(page),
            content=page.serializable_data(),
        )
        for page in pages
    )


def _point_at_revisions(
    pages: list[ArticlePage], revisions: list[Revision], *, publish: bool
) -> None:
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.live_revision = revision if publish else None
    rows = [
        Page(
            pk=page.pk,
            latest_revision_id=page.latest_revision_id,
            live_revision_id=page.live_revision_id,
        )
        for page in pages
    ]
    Page.objects.bulk_update(rows, ["latest_revision", "live_revision"])


def _index_references(pages: list[ArticlePage]) -> None:
    """Where each photo and province is used; most imported texts use none."""
    for page in pages:
        if page.event_province_id or any(photo["image"] for photo in page.photos):
            ReferenceIndex.create_or_update_for_object(page)


def _log(
    pages: list[ArticlePage],
    revisions: list[Revision],
    *,
    publish: bool,
    user: User | None,
) -> None:
    actions = ["wagtail.create", "wagtail.publish"] if publish else ["wagtail.create"]
    common: dict[str, Any] = {
        "content_type": ContentType.objects.get_for_model(ArticlePage),
        "user": user,
        "content_changed": True,
    }
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page_id=page.pk,
            revision=revision,
            label=page.title,
            action=action,
            timestamp=page.latest_revision_created_at,
            **common,
        )
        for page, revision in zip(pages, revisions, strict=True)
        for action in actions
    )
