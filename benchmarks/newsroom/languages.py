"""The same text in a second place, and in a second language."""

from typing import Any

from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from news.models import ArticlePage

from .room import Newsroom


def show_in_another_section(room: Newsroom) -> None:
    """As an alias: it follows its original."""
    room.needs_room_for_articles()
    article = room.article(alias_of=None)
    slug = room.slug("ban-sao")
    article.create_alias(parent=room.another_place(article), update_slug=slug)


def show_in_english_as_it_is(room: Newsroom) -> None:
    _untranslated(room).copy_for_translation(_english(), copy_parents=True, alias=True)


def make_an_alias_a_page_of_its_own(room: Newsroom) -> None:
    ConvertAliasPageAction(room.article(alias_of__isnull=False)).execute()


def begin_a_translation(room: Newsroom) -> None:
    """A draft, until somebody publishes it."""
    _untranslated(room).copy_for_translation(_english(), copy_parents=True)


def translate_piece_by_piece(room: Newsroom) -> None:
    """With wagtail-localize; what nobody has translated stays as it is."""
    translate_object(_untranslated(room), [_english()])


def go_on_translating(room: Newsroom) -> None:
    """The newest text, with an English title, published at once."""
    translation = room.one(Translation.objects.filter(enabled=True))
    source = translation.source
    room.needs(_pages(source.object_id, source.locale) and _pages(source.object_id, _english()))
    source.update_from_db()
    for segment in source.stringsegment_set.filter(context__path="title"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": room.words("News")},
        )
    translation.save_target(publish=True)


def delete_all_english_pages(room: Newsroom) -> None:
    room.needs(room.likely(0.3))
    room.one(Page.objects.filter(depth=2, locale=_english())).specific.delete()


def _english() -> Locale:
    return Locale.objects.get(language_code="en")


def _pages(key: Any, locale: Locale) -> bool:
    return ArticlePage.objects.filter(translation_key=key, locale=locale).exists()


def _untranslated(room: Newsroom) -> Any:
    room.needs_room_for_articles()
    english = _english()
    home = Page.objects.get(depth=2, locale__language_code="vi")
    if not home.has_translation(english):
        home.specific.copy_for_translation(english).save_revision().publish()
    translated = ArticlePage.objects.filter(locale=english).values("translation_key")
    originals = ArticlePage.objects.filter(locale__language_code="vi", alias_of=None)
    return room.one(originals.exclude(translation_key__in=translated))


OPERATIONS = (
    show_in_another_section, show_in_english_as_it_is, make_an_alias_a_page_of_its_own,
    begin_a_translation, translate_piece_by_piece, *[go_on_translating] * 2,
    delete_all_english_pages,
)  # fmt: skip
