"""A new article made from an old one: its words, and nothing that happened to the old one."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from news.models import ArticlePage
from news.slugs import free_slug

OF_THE_ORIGINAL = (
    "first_published_at",
    "last_published_at",
    "published_at",
    "event_date",
    "event_end_date",
    "event_part_of_day",
    "go_live_at",
    "expire_at",
    "expired",
    "external_id",
    "legacy_url",
    "removal_reason",
    "removal_note",
    "replaced_by",
)


class DraftCopyForm(CopyForm):
    """A copy is a draft, as is all below it, whose address follows its title: nobody wants the same text in public twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
        slug = self.fields["new_slug"]
        slug.required, slug.initial = False, ""
        slug.help_text = "Để trống thì theo tiêu đề."

    def clean(self) -> dict[str, Any]:
        parent = self.cleaned_data.get("new_parent_page") or self.page.get_parent()
        title = self.cleaned_data.get("new_title")
        if title and not self.cleaned_data.get("new_slug"):
            self.cleaned_data["new_slug"] = free_slug(
                title, lambda slug: not Page._slug_is_available(slug, parent)
            )
        cleaned: dict[str, Any] = super().clean()
        return cleaned


def begin_anew(request: HttpRequest, page: Page, copied: Page) -> None:
    """The day of the old text would put the new one among last year's when it is published."""
    for article in ArticlePage.objects.descendant_of(copied, inclusive=True).not_live():
        _begin_anew(article, request.user)


@transaction.atomic
def _begin_anew(article: ArticlePage, user: Any) -> None:
    """Without the versions of the old text either: to go back to one would bring its days back."""
    draft = article.get_latest_revision_as_object()
    for name in OF_THE_ORIGINAL:
        setattr(draft, name, draft._meta.get_field(name).get_default())
    draft.corrections.clear()
    draft.save()
    version = draft.save_revision(user=user, changed=False, clean=False)
    article.revisions.exclude(pk=version.pk).delete()
