"""Everything the bodies of a batch of pages show, fetched in a fixed number of queries."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from news.awards.models import AwardGrant
from news.models import Photo
from people.models import Person
from search.addresses import absolute, address_of

from .contract import RenditionObject
from .publicity import Publicity
from .raw_body import RawBlock, list_items, raw_blocks, raw_photos, rich_texts, values_of
from .renditions import photos_of, renditions_of, specs_for
from .rich_text import LinkTargets, linked_pks

Dependencies = set[tuple[str, int]]  # kind and pk


@dataclass(frozen=True)
class BodyFacts:
    """Public things only, by their pks: whatever is not in here is not shown."""

    blocks: Mapping[int, list[RawBlock]]  # by the page's pk
    photos: Mapping[int, Photo]
    renditions: Mapping[int, list[RenditionObject]]  # of the photos
    documents: Mapping[int, AbstractDocument]
    speakers: Mapping[int, uuid.UUID]
    grants: Mapping[int, uuid.UUID]  # those named at photos
    links: Mapping[str, LinkTargets]  # by the language of the page they stand on
    collections: Mapping[tuple[str, int], int]
    """The collection of every photo and document that is named, public or not."""

    def dependencies(self, page: Any) -> Dependencies:
        """What the body and the lead photo of the page name, public or not."""
        blocks = self.blocks[page.pk]
        named: Dependencies = {("photo", pk) for pk in _photos_in(blocks, [page])}
        named |= {("document", pk) for pk in _documents_in(blocks)}
        named |= {("collection", self.collections[each]) for each in named & {*self.collections}}
        named |= {("page", pk) for pk in _pages_linked(blocks)}
        named |= {("person", pk) for pk in _speakers_in(blocks)}
        named |= {("grant", pk) for pk in _grants_in(blocks)}
        return named

    def unready_photos(self, page: Any) -> set[int]:
        """Those shown that lack some of their sizes."""
        shown = _photos_in(self.blocks[page.pk], [page]) & self.photos.keys()
        return {pk for pk in shown if len(self.renditions[pk]) < len(specs_for(self.photos[pk]))}


def gather_bodies(pages: Sequence[Any], public: Publicity) -> BodyFacts:
    """For pages with a body and a lead photo."""
    by_page = {page.pk: raw_blocks(page.body) for page in pages}
    blocks = list(chain.from_iterable(by_page.values()))
    photos = photos_of(_photos_in(blocks, pages))
    documents = documents_of(_documents_in(blocks))
    collections = {("photo", each.pk): each.collection_id for each in photos}
    collections |= {("document", each.pk): each.collection_id for each in documents}

    def shown(items: Iterable[Any]) -> dict[int, Any]:
        return {each.pk: each for each in public.in_public_collections(items)}

    shown_photos = shown(photos)
    return BodyFacts(
        blocks=by_page,
        photos=shown_photos,
        renditions=renditions_of(shown_photos.values()),
        documents=shown(documents),
        speakers=_uuids(Person.objects.all(), _speakers_in(blocks)),
        grants=_uuids(AwardGrant.objects.public(), _grants_in(blocks)),
        links=link_targets(_pages_linked(blocks), documents, public, pages),
        collections=collections,
    )


def photos_shown(page: Any, public: Publicity) -> list[Photo]:
    """Those of the text and the lists, unless they are kept in a private collection."""
    return public.in_public_collections(photos_of(_photos_in(raw_blocks(page.body), [page])))


def documents_of(pks: set[int]) -> list[AbstractDocument]:
    return list(get_document_model().objects.filter(pk__in=pks)) if pks else []


def link_targets(
    linked: set[int],
    documents: Iterable[AbstractDocument],
    public: Publicity,
    pages: Iterable[Page],
) -> dict[str, LinkTargets]:
    """Where links to these may lead, by the languages of the pages they stand on: to what is public."""
    led_to = public.led_to(linked, {page.locale.language_code for page in pages})
    addresses = document_addresses(documents, public)
    return {
        language: LinkTargets({pk: address_of(page) for pk, page in there.items()}, addresses)
        for language, there in led_to.items()
    }


def document_addresses(documents: Iterable[AbstractDocument], public: Publicity) -> dict[int, str]:
    """Of the public ones, by their pks."""
    return {each.pk: absolute(each.url) for each in public.in_public_collections(documents)}


def _photos_in(blocks: list[RawBlock], pages: Sequence[Any]) -> set[int]:
    used = {photo.get("image") for photo in raw_photos(blocks)}
    return {pk for pk in used | {page.lead_photo_id for page in pages} if pk}


def _documents_in(blocks: list[RawBlock]) -> set[int]:
    attached = (block.get("document") for block in values_of(blocks, "document"))
    linked = chain.from_iterable(linked_pks(html, "document") for html in rich_texts(blocks))
    return {pk for pk in chain(attached, linked) if pk}


def _pages_linked(blocks: list[RawBlock]) -> set[int]:
    """The pages that links in the text name, by their pks."""
    return set(chain.from_iterable(linked_pks(html, "page") for html in rich_texts(blocks)))


def _speakers_in(blocks: list[RawBlock]) -> set[int]:
    named = (block.get("speaker_person") for block in values_of(blocks, "speech"))
    return {pk for pk in named if pk}


def _grants_in(blocks: list[RawBlock]) -> set[int]:
    def named() -> Iterator[int]:
        for photo in raw_photos(blocks):
            yield from (pk for pk in list_items(photo.get("grants")) if pk)

    return set(named())


def _uuids(queryset: Any, pks: set[int]) -> dict[int, uuid.UUID]:
    return dict(queryset.filter(pk__in=pks).values_list("pk", "uuid")) if pks else {}
