"""The form of every page type of ours in the admin."""

from typing import Any

from django.db.models import Q, QuerySet
from django.forms import ModelMultipleChoiceField
from django.forms.models import ModelChoiceIterator
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.fields import RichTextField
from wagtail.models import Page, TranslatableMixin

from news.slugs import free_slug, is_made_of
from news.typed_text import in_one_spelling, tidy
from news.unfinished_photos import has_our_body, lacking_words
from search.vietnamese.slugs import vietnamese_slug


class _Offered(ModelChoiceIterator):
    """Fewer than the field takes."""

    def __init__(self, field: ModelMultipleChoiceField, offered: QuerySet) -> None:
        super().__init__(field)
        self.queryset = offered


class PageForm(WagtailAdminPageForm):
    """Of every page type of ours; those without a body have no photos to ask about."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(in_one_spelling(data), *args, **kwargs)
        if self.data.get("workflow-action-name") == "reject":
            self.defer_required_fields()  # what is sent back is sent back because it is unfinished
        for name, field in self.fields.items():
            if isinstance(field, ModelMultipleChoiceField):
                self._offer_own_language(name, field)

    def _offer_own_language(self, name: str, field: ModelMultipleChoiceField) -> None:
        """And what a translation names of the other one: the sections and topics of its original.

        What is offered no more is still taken: it may be ticked again, or in another window.
        """
        known = field.queryset
        if known is None or not issubclass(known.model, TranslatableMixin):
            return
        named = [each.pk for each in self.initial.get(name, ())]
        offered = known.filter(Q(locale=self.instance.locale_id) | Q(pk__in=named))
        field.widget.choices = _Offered(field, offered)

    def clean_slug(self) -> str:
        """It follows the title, unless somebody wrote one; and a page called like another one gets a
        number, and not a fault that nobody made.

        Not once it was public: then its address is known.
        """
        slug: str = self.cleaned_data["slug"]
        if not slug or self.instance.first_published_at:
            return slug
        title = self.cleaned_data.get("title")
        # An automatic save in the middle of a title brings back the slug of half of it.
        if title and slug == self.instance.slug and is_made_of(slug, self.instance.title):
            slug = vietnamese_slug(title)
        return free_slug(slug, lambda each: not self._is_free(each))

    def _is_free(self, slug: str) -> bool:
        return bool(Page._slug_is_available(slug, self.parent_page, self.instance))

    def get_field_updates_for_resave(self) -> list[tuple[str, Any]]:
        """What an automatic save changes in the form: the number behind the slug, too."""
        return [*super().get_field_updates_for_resave(), ("slug", self.instance.slug)]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for field in self.instance._meta.fields:
            if isinstance(field, RichTextField) and cleaned.get(field.name):
                cleaned[field.name] = tidy(cleaned[field.name])
        if not self.is_deferred_validation:
            for sentence in lacking_words(self._body(cleaned), cleaned.get("lead_photo")):
                self.add_error(None, sentence)
            self._speak_of_the_body_in_vietnamese()
        return cleaned

    def add_error(self, field: str | None, error: Any) -> None:
        """A text that is over can be previewed and worked on: not before it is published again does it
        need another end. Wagtail finds that fault behind `clean`."""
        stands = field == "expire_at" and field not in self.changed_data
        if not (stands and self.is_deferred_validation):
            super().add_error(field, error)

    def _speak_of_the_body_in_vietnamese(self) -> None:
        """Beside our sentences the screen lists every field's own, and Wagtail has one in English."""
        for error in self.errors.as_data().get("body", []):
            if isinstance(error, StreamBlockValidationError):
                error.message = "Có khối chưa đủ hoặc chưa đúng, đánh dấu đỏ ở dưới."

    def _body(self, cleaned: dict[str, Any]) -> Any:
        """As it was sent, when its blocks have errors: what is missing is one of them."""
        if "body" not in self.fields or not has_our_body(self.instance):
            return ()
        return cleaned["body"] if "body" in cleaned else self["body"].data
