"""What a visitor finds: public pages, the best first, with everything to say about the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet, prefetch_related_objects
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend
from wagtail.search.index import RelatedFields

from .backends.results import SearchResults
from .engine.answers import Answer
from .engine.documents import own_texts, years_of
from .engine.expansions import OtherName, provinces_among
from .engine.expressions import marks_in
from .engine.marks import Said
from .facets import KIND, Facet, facets
from .highlighting import Highlighter
from .public import searchable_pages
from .vietnamese.analysis import tokens


@dataclass(frozen=True)
class Question:
    """What is asked. `chosen` are values by the names of facets, `locale` is a language code."""

    typed: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    locale: str = ""
    newest_first: bool = False
    as_typed: bool = False
    """Exactly these words: nothing repaired, nothing added."""
    site: Site | None = field(default=None, compare=False)
    """Whose pages are asked for, of all sites where none is named; where it is asked is no part of what."""


@dataclass(frozen=True)
class Result:
    page: Page
    title_html: SafeString
    snippet_html: SafeString


@dataclass(frozen=True)
class FacetChoice:
    value: str
    name: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetChoices:
    facet: Facet
    values: list[FacetChoice]


@dataclass(frozen=True)
class ResultPage:
    """One page of an answer; `total` counts all of it."""

    question: Question
    results: list[Result] = field(default_factory=list)
    total: int = 0
    understood_as: str = ""
    did_you_mean: str | None = None
    also: Sequence[OtherName] = ()
    facets: list[FacetChoices] = field(default_factory=list)
    degraded: bool = False
    """The search server did not answer, and the database did."""
    is_partial: bool = False
    """No page holds all the words: these hold some of them."""
    asked_time: str = ""
    instead: str = ""
    """The wider time these pages are of, where none is of the time that was asked for."""
    said: Sequence[Said] = ()
    """The days and numbers that were asked for, with what is wrong about them."""

    @property
    def is_read_otherwise(self) -> bool:
        """Whether keys were read as accents, or a day or a number is spelt otherwise."""
        is_shown = not (self.question.as_typed or self.instead)
        return is_shown and tokens(self.understood_as) != tokens(self.question.typed)

    @property
    def is_also_places(self) -> bool:
        """Whether the other names are those of provinces, not what editors or offices add."""
        return bool(self.also) and all(map(_is_province, self.also))


def find_pages(
    question: Question, *, limit: int, offset: int = 0, or_last: bool = False
) -> ResultPage:
    """Public pages that fit the words, best first; nothing for a question without words.

    As many queries for a hundred answers as for ten. `or_last`: an offset behind the end is that of
    the last page.
    """
    results = _search(question)
    compiler = results.query_compiler
    if compiler is None:
        return ResultPage(question)
    # "Năm nay" is understood by what the index holds of it, so the engine is asked already here.
    if results.ask(lambda: compiler.answer and compiler.answer.understanding.is_empty):
        return ResultPage(question)
    counts = results.facet_counts()
    total = _total(counts.get(KIND, {}), question.chosen.get(KIND))
    if or_last and offset >= total > 0:
        offset = (total - 1) // limit * limit
    pages = _specific(results[offset : offset + limit]) if offset < total else []
    # Another one by now, where the database stepped in.
    also = results.ask(lambda: compiler.answer.also) if compiler.answer else ()
    answer: Answer | None = compiler.answer
    marks = _marks(answer)
    return ResultPage(
        question=question,
        results=[_result(page, compiler, marks) for page in pages],
        total=total,
        understood_as=_understood_as(answer) if answer else " ".join(compiler.asked_words),
        # What no page holds either is hardly what was meant.
        did_you_mean=answer.did_you_mean if answer and not answer.is_partial else None,
        also=also,
        facets=_choices(counts, question.chosen),
        degraded=results.degraded,
        is_partial=answer.is_partial if answer else False,
        asked_time=_asked_time(answer) if answer else "",
        instead=answer.instead if answer else "",
        said=answer.understanding.said if answer else (),
    )


def _search(question: Question) -> SearchResults:
    pages = searchable_pages(question.site)
    if question.locale:
        pages = pages.filter(locale__in=Locale.objects.filter(language_code=question.locale))
    results: SearchResults = get_search_backend().search(
        question.typed,
        pages,
        chosen=question.chosen,
        newest_first=question.newest_first,
        as_typed=question.as_typed,
    )
    return results


def _specific(results: SearchResults) -> list[Page]:
    """The pages with all that is shown of them, fetched together for each type."""
    keys = results.keys()
    pages = results.query_compiler.queryset.filter(pk__in=keys).order_by()
    by_kind: dict[int, list[int]] = {}
    for key, kind in pages.values_list("pk", "content_type"):
        by_kind.setdefault(kind, []).append(key)
    specific: dict[str, Page] = {}
    for kind, some in by_kind.items():
        if model := ContentType.objects.get_for_id(kind).model_class():
            specific |= {str(page.pk): page for page in _with_own_texts(model).filter(pk__in=some)}
    found = [specific[key] for key in keys if key in specific]
    with_photos = [page for page in found if _has_lead_photo(page)]
    prefetch_related_objects(with_photos, "lead_photo__renditions")
    return found


def _has_lead_photo(page: Page) -> bool:
    """A host's page may call something else so."""
    if not getattr(page, "lead_photo_id", None):
        return False
    return issubclass(page._meta.get_field("lead_photo").related_model, AbstractImage)


def _with_own_texts(model: Any) -> QuerySet:
    """Objects as they are indexed, for passages are cut from what is indexed.

    Without the objects related to them, whose texts are not shown.
    """
    objects: Any = model.get_indexed_objects()
    related = [
        field.field_name for field in model.get_search_fields() if isinstance(field, RelatedFields)
    ]
    fetched = objects._prefetch_related_lookups
    shown = [each for each in fetched if each not in related]
    return objects.prefetch_related(None).prefetch_related(*shown)


def _result(page: Page, compiler: Any, marks: frozenset[str]) -> Result:
    texts = own_texts(page)
    reading = compiler.reading_of(str(page.pk))
    if compiler.answer and compiler.answer.is_partial:
        reading = None  # a guess that no page holds either
    years = years_of(page) if marks else frozenset()
    words, names = (reading.words, reading.folded_names) if reading else ((), ())
    highlighter = Highlighter(
        compiler.asked_words, [page.title, *texts], words, marks, years, names
    )
    return Result(page, highlighter.marked(page.title), highlighter.passage(texts))


def _marks(answer: Answer | None) -> frozenset[str]:
    """The days and document numbers that texts of the answer write."""
    if answer is None:
        return frozenset()
    said = answer.understanding.said
    if answer.instead:
        said = tuple(each for one in said for each in one.wider if each.label == answer.instead)
    return frozenset(mark for each in said for mark in marks_in(each.expression))


def _understood_as(answer: Answer) -> str:
    return answer.understanding.text if answer.is_partial else answer.understood_as


def _asked_time(answer: Answer) -> str:
    """What no page is of, so that pages of a wider time are shown."""

    def is_widened(said: Said) -> bool:
        return any(wider.label == answer.instead for wider in said.wider)

    return next((said.label for said in answer.understanding.said if is_widened(said)), "")


def _is_province(name: OtherName) -> bool:
    words = tokens(name.name)
    return any(len(place) == len(words) for place in provinces_among(words))


def _total(kinds: Mapping[str, int], chosen: str | None) -> int:
    """Every page is of one kind; of a chosen kind the others are counted too, to be offered."""
    return kinds.get(chosen, 0) if chosen else sum(kinds.values())


def _choices(
    counts: Mapping[str, Mapping[str, int]], chosen: Mapping[str, str]
) -> list[FacetChoices]:
    found = []
    for facet in facets():
        values = _values(facet, counts.get(facet.name, {}), chosen.get(facet.name))
        if values:
            found.append(FacetChoices(facet, values))
    return found


def _values(facet: Facet, counts: Mapping[str, int], chosen: str | None) -> list[FacetChoice]:
    """The commonest values under their names, the chosen one always among them."""
    by_count = sorted(counts, key=lambda value: (-counts[value], value))
    offered = by_count[: facet.most]
    if chosen and chosen not in offered:
        offered.append(chosen)
    names = facet.names(offered)
    values = [
        FacetChoice(value, names[value], counts.get(value, 0), value == chosen)
        for value in offered
        if value in names
    ]
    return sorted(values, key=lambda each: each.value, reverse=True) if facet.by_value else values
