"""What editors told the search, as the search asks for it."""

from collections.abc import Iterator

from django.utils.translation import gettext_noop
from wagtail.models import Page

from .engine.expansions import OtherName, register_other_names
from .models import PromotedResult, Synonym
from .models.editing import words_key
from .public import public_pages


@register_other_names
def synonyms() -> Iterator[OtherName]:
    for words, meaning, both_ways in Synonym.objects.values_list("words", "meaning", "both_ways"):
        yield _also(words, meaning)
        if both_ways:
            yield _also(meaning, words)


def _also(typed: str, other: str) -> OtherName:
    """Said to the visitor, who can do without it."""
    return OtherName(typed, other, gettext_noop("Tìm thêm “{other}”"))


def promoted_pages(*words: str) -> list[Page]:
    """The public pages editors chose for just these words, typed or understood, in their order."""
    chosen = PromotedResult.objects.filter(key__in=set(map(words_key, words)))
    keys = list(dict.fromkeys(chosen.order_by("sort_order", "pk").values_list("page", flat=True)))
    public = public_pages().filter(pk__in=keys).in_bulk() if keys else {}
    return [public[key] for key in keys if key in public]
