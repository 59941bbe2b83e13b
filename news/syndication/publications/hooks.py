"""Where changes come from: Wagtail's actions, saves and deletions of whatever pages show.

Wagtail's own signals come too late for us, or outside of the transaction that changed the row; so
its actions run inside `changes()`, and signals of the rows only mark. What still gets past (bulk
updates, expiry) is found by the sweep.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import (
    ModelSignal,
    m2m_changed,
    post_delete,
    post_save,
    pre_delete,
    pre_save,
)
from taggit.models import Tag
from wagtail import hooks
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin.views.bulk_action.base_bulk_action import BulkAction
from wagtail.documents import get_document_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
    get_page_models,
)

from news.awards.models import AwardDecision, AwardGrant, AwardTitle, GrantArticle
from news.models import ArticlePage, BasePage, Photo, PhotoRendition, Topic
from people.models import Cluster, Organisation, Person, Province, ProvinceSuccession

from .changing import changes, touch, touch_below, touch_deleted, touch_page, within_changes
from .kinds import TYPES
from .tombstones import chosen_of

ACTIONS: tuple[type, ...] = (
    PublishPageRevisionAction,
    UnpublishPageAction,
    MovePageAction,
    DeletePageAction,
    CopyPageAction,
    CreatePageAliasAction,
    ConvertAliasPageAction,
)
# What `save_revision` writes on the page's row: nothing of it is public.
DRAFT_FIELDS = {
    "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at",
    "wagtail_admin_comments", "locked", "locked_at", "locked_by", "numchild",
}  # fmt: skip
# What pages tell of the pages above them.
TOLD_BELOW = ("title", "slug", "url_path", "live", "expire_at", "path")


def shown_things() -> dict[type[Model], str]:
    """Models that pages show, with the kind of their dependencies."""
    return {
        Photo: "photo",
        get_document_model(): "document",
        Person: "person",
        Organisation: "organisation",
        Province: "province",
        Topic: "topic",
        Tag: "tag",
        AwardTitle: "award_title",
        AwardGrant: "grant",
        AwardDecision: "decision",
    }


def wrapped() -> list[tuple[type, str]]:
    """Every method that has to run inside `changes()`."""
    saved = [
        *shown_things(),
        Cluster,
        BasePage,
        Page,
        PageViewRestriction,
        CollectionViewRestriction,
        Collection,
        Site,
    ]
    return [
        *((action, "execute") for action in ACTIONS),
        *((model, name) for model in saved for name in ("save", "delete")),
        (Collection, "move"),
        # Many pages at once are one change, and the edition is locked after the pages, not between.
        (BulkAction, "form_valid"),
    ]


def install() -> None:
    for owner, name in wrapped():
        setattr(owner, name, within_changes(getattr(owner, name)))
    Collection.move = _touching_collections(Collection.move)
    for model in {*get_page_models(), Page}:
        _connect(_remember_page, model, pre_save)
        _connect(_page_saved, model, post_save)
        _connect(_page_deleted, model, post_delete)
    _connect(_article_goes, ArticlePage, pre_delete)
    for model in shown_things():
        _connect(_thing_changed, model, post_save, post_delete)
    _connect(_rendition_deleted, PhotoRendition, post_delete)
    _connect(_grant_changed, AwardGrant, pre_save, post_save, pre_delete)
    _connect(_grant_link_changed, GrantArticle, post_save, post_delete)
    _connect(_grant_links_changed, GrantArticle, m2m_changed)
    _connect(_cluster_changed, Cluster, post_save, pre_delete)
    _connect(_succession_changed, ProvinceSuccession, post_save, post_delete)
    for restriction, receiver in (
        (PageViewRestriction, _page_restriction_changed),
        (CollectionViewRestriction, _collection_restriction_changed),
    ):
        _connect(receiver, restriction, pre_save, post_save, post_delete)
    _connect(_site_changed, Site, pre_save, post_save, post_delete)
    hooks.register("after_bulk_action", _after_bulk_action)


def _connect(receiver: Callable[..., None], sender: type[Model], *signals: ModelSignal) -> None:
    """Fixtures are left out: while they are loaded, half of what a page shows is missing."""

    def unless_loaded_from_a_fixture(raw: bool = False, **kwargs: Any) -> None:
        if not raw:
            receiver(**kwargs)

    for signal in signals:
        signal.connect(unless_loaded_from_a_fixture, sender=sender, weak=False)


# --- Pages -------------------------------------------------------------------------------------


def _is_published_type(page: Page) -> bool:
    return isinstance(page, tuple(each.model for each in TYPES.values()))


def _remember_page(instance: Page, **kwargs: Any) -> None:
    """How a page stands that may have pages below it: its type says whether they tell of it."""
    if not _is_published_type(instance) and not _is_draft(kwargs.get("update_fields")):
        instance._told_below = _told_below(instance.pk)


def _page_saved(instance: Page, update_fields: Any = None, **kwargs: Any) -> None:
    # A draft of a public page changes nothing that is published. But the draft of a page that is down may
    # say why, and its date is the only one of a page that was made live without Wagtail.
    if _is_draft(update_fields) and instance.live and instance.first_published_at:
        return
    if _is_published_type(instance):
        touch_page(instance.pk)
        return
    if _is_draft(update_fields):
        return
    before = instance.__dict__.pop("_told_below", None)
    # A move saves the page as a plain one, so it may still be an article: pages below, if any.
    if type(instance) is Page or before != _told_below(instance.pk):
        touch_below(instance.pk)


def _article_goes(instance: ArticlePage, **kwargs: Any) -> None:
    """Why, and what took its place, can only be read before."""
    if instance.live:
        touch_deleted(instance.pk, chosen_of(instance))


def _page_deleted(instance: Page, **kwargs: Any) -> None:
    """Links to its translations may have led to it; now only the instance knows which these are."""
    texts = Page.objects.filter(translation_key=instance.translation_key)
    with changes():
        touch_page(instance.pk)
        for page in (instance.pk, *texts.values_list("pk", flat=True)):
            touch("page", page)


def _is_draft(update_fields: Iterable[str] | None) -> bool:
    return bool(update_fields) and DRAFT_FIELDS.issuperset(update_fields or ())


def _told_below(pk: int | None) -> Any:
    pages = Page.objects.filter(pk=pk)
    return pages.values_list(*TOLD_BELOW, "sectionpage__tile_set").first() if pk else None


# --- What pages show ---------------------------------------------------------------------------


def _thing_changed(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    touch(shown_things()[sender], instance.pk)


def _rendition_deleted(instance: PhotoRendition, **kwargs: Any) -> None:
    """Who makes those the API offers says so when all are there (`make_photos_ready`)."""
    touch("photo", instance.image_id)


def _grant_changed(instance: AwardGrant, created: bool = False, **kwargs: Any) -> None:
    """Before the change too: it may take the grant from one decision to another. No text tells of a
    new one yet."""
    if instance.pk is None:
        return
    if created:
        touch("decision", instance.decision_id)
        return
    decisions = AwardGrant.objects.filter(pk=instance.pk).values_list("decision", flat=True)
    with changes():
        for decision in {*decisions, instance.decision_id}:
            touch("decision", decision)
        _touch_texts(ArticlePage.objects.filter(grant_links__grant=instance.pk))


def _grant_link_changed(instance: GrantArticle, **kwargs: Any) -> None:
    _touch_texts(ArticlePage.objects.filter(pk=instance.article_id))


def _grant_links_changed(instance: Any, pk_set: set[int] | None, **kwargs: Any) -> None:
    """`grant.articles.add(…)` and its like, from either side."""
    with changes():
        if isinstance(instance, AwardGrant):
            touch("grant", instance.pk)
            _touch_texts(ArticlePage.objects.filter(pk__in=pk_set or ()))
        else:
            _touch_texts(ArticlePage.objects.filter(pk=instance.pk))


def _touch_texts(articles: Any) -> None:
    """In all their languages: a grant is told in each of them."""
    with changes():
        for page in articles.in_all_languages().values_list("pk", flat=True):
            touch_page(page)


def _cluster_changed(instance: Cluster, **kwargs: Any) -> None:
    """No portal is told of it; the page of an article names it."""
    with changes():
        for page in instance.articles.values_list("pk", flat=True):
            touch_page(page)


def _succession_changed(instance: ProvinceSuccession, **kwargs: Any) -> None:
    with changes():
        for province in Province.objects.values_list("pk", flat=True):
            touch("province", province)


# --- Who may see ---------------------------------------------------------------------------------


def _page_restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Before the change too: it may make another page private in place of this one."""
    stored = PageViewRestriction.objects.filter(pk=instance.pk)
    with changes():
        for page in {*stored.values_list("page", flat=True), instance.page_id}:
            touch_below(page)


def _collection_restriction_changed(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """Before the change too, as with pages."""
    stored = CollectionViewRestriction.objects.filter(pk=instance.pk)
    changed = {*stored.values_list("collection", flat=True), instance.collection_id}
    with changes():
        for collection in Collection.objects.filter(pk__in=changed):
            _touch_collection(collection)


def _touch_collection(collection: Collection) -> None:
    with changes():
        below = Collection.objects.filter(path__startswith=collection.path)
        for pk in below.values_list("pk", flat=True):
            touch("collection", pk)


def _touching_collections(move: Any) -> Any:
    """Treebeard moves by SQL, without a signal."""

    def moving(self: Collection, *args: Any, **kwargs: Any) -> None:
        with changes():
            move(self, *args, **kwargs)
            _touch_collection(Collection.objects.get(pk=self.pk))

    moving.within_changes = True  # type: ignore[attr-defined]
    return moving


def _site_changed(instance: Site, **kwargs: Any) -> None:
    """Addresses start at the root page; before the change too, when that was another one."""
    stored = Site.objects.filter(pk=instance.pk)
    with changes():
        for page in {*stored.values_list("root_page", flat=True), instance.root_page_id}:
            touch_below(page)


def _after_bulk_action(request: Any, action_type: str, objects: Iterable[Any], action: Any) -> None:
    """Wagtail moves images and documents into a collection by one update, without signals."""
    kinds = shown_things()
    with changes():
        for each in objects:
            if type(each) in kinds:
                touch(kinds[type(each)], each.pk)
