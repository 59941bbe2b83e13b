"""wagtail-localize's buttons beside the rows of a list of pages, for two questions a list.

Its own hook asks the database twice for each row: half of what the admin's search of pages asked.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from search.remembering import remembered_now

HOOK = "register_page_listing_more_buttons"


def take_the_place_of_the_others() -> None:
    # Wagtail takes no hook back, but for a temporary one that ends.
    hooks.register_temporarily(HOOK, page_listing_more_buttons).__exit__(None, None, None)
    hooks.register(HOOK, translation_buttons)


def translation_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """The same buttons, in the same words."""
    is_untranslated = getattr(page, "_has_untranslated_locale", None)
    if is_untranslated is None:  # not from a list that asked for it
        yield from page_listing_more_buttons(page, user, next_url=next_url)
        return
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if is_untranslated or page.translation_key in remembered_now("aliases", _with_alias):
        yield Button(
            _("Translate this page"),
            reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk]),
            priority=60,
            icon_name="wagtail-localize-language",
        )
    sources = remembered_now("sources of translations", _sources)
    if source := sources.get((page.translation_key, page.locale_id)):
        address = reverse("wagtail_localize:update_translations", args=[source])
        query = "?" + urlencode({"next": next_url}) if next_url else ""
        yield Button(_("Sync translated pages"), address + query, priority=60, icon_name="resubmit")


def _with_alias() -> set[UUID]:
    """Of pages that some language shows in another's words: Wagtail takes them for translated."""
    aliases = Page.objects.order_by().exclude(alias_of=None)
    return set(aliases.values_list("translation_key", flat=True))


def _sources() -> dict[tuple[UUID, int], int]:
    """By text and language, what is kept in step with its translations."""
    sources = TranslationSource.objects.filter(
        translations__enabled=True, object__content_type=ContentType.objects.get_for_model(Page)
    )
    rows = sources.order_by().values_list("object_id", "locale_id", "pk")
    return {(text, language): source for text, language, source in rows}
