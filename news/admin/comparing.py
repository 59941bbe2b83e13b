"""How versions of a text are compared, where Wagtail's own way does not show enough."""

import datetime
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import DateField, DateTimeField, Model
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from wagtail.admin import compare
from wagtail.admin.compare import FieldComparison, RichTextBlockComparison, TextDiff
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.models import Page, Revision
from wagtail.rich_text import RichText, get_text_for_indexing

_WORD_OR_SIGN = re.compile(r"\w+|\W")


def diff_text(before: str | None, after: str | None) -> TextDiff:
    """Word by word. Wagtail's own takes words of up to four letters for noise: most of ours are."""
    old, new = (_WORD_OR_SIGN.findall(text or "") for text in (before, after))
    changes = []
    matcher = SequenceMatcher(lambda piece: not piece.isalnum(), old, new)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            changes.append(("equal", "".join(old[start:end])))
            continue
        changes.append(("deletion", "".join(old[start:end])))
        changes.append(("addition", "".join(new[new_start:new_end])))
    return TextDiff([change for change in changes if change[1]])


class DayComparison(FieldComparison):
    """As an editor reads it; and a version keeps no such fractions of a second as a page does."""

    def __init__(self, field: DateField, before: Model, after: Model) -> None:
        super().__init__(field, before, after)
        self.val_a = _shown(field.value_from_object(before))
        self.val_b = _shown(field.value_from_object(after))


def _shown(day: datetime.date | None) -> str:
    if isinstance(day, datetime.datetime):
        return f"{localtime(day):%H:%M %d/%m/%Y}"
    return f"{day:%d/%m/%Y}" if day else ""


def install() -> None:
    """In place of Wagtail's, for titles, captions and whatever else is plain text; and for days.

    Of every page type, so the project decides (docs/plugin.md).
    """
    compare.diff_text = diff_text
    compare.register_comparison_class(DateField, comparison_class=DayComparison)
    compare.register_comparison_class(DateTimeField, comparison_class=DayComparison)


class RichTextComparison(RichTextBlockComparison):
    """A blank between paragraphs: without it “nhân.” and “Cờ” are one word, and one change."""

    def htmlvalue(self, val: RichText) -> str:
        return escape(_words(val))

    def htmldiff(self) -> SafeString:
        diff: SafeString = diff_text(_words(self.val_a), _words(self.val_b)).to_html()
        return diff


def _words(value: RichText | None) -> str:
    return get_text_for_indexing(value.source) if value else ""


@dataclass(frozen=True)
class Version:
    """One of the two, as an editor would name it."""

    name: str
    at: datetime.datetime | None
    by: AbstractUser | None


class VersionsView(RevisionsCompareView):
    """Says which two are compared: Wagtail only shows what differs."""

    template_name = "news/admin/compare.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)  # first: it knows what is not there
        before, after = (
            _version(self.object, which) for which in (self.revision_id_a, self.revision_id_b)
        )
        return context | {"before": before, "after": after}


def _version(page: Page, which: str) -> Version:
    """`which` as in the address: the number of a revision, or one of three words."""
    if which == "live":
        live = page.live_revision
        name = "Bản đang đăng" if page.live else "Bản không còn đăng"
        return Version(name, page.last_published_at, live.user if live else None)
    revision = _revision(page, which)
    return Version(_name(page, revision), revision.created_at, revision.user)


def _revision(page: Page, which: str) -> Revision:
    in_order = page.revisions.order_by("created_at", "pk").select_related("user")
    if which == "earliest":
        return in_order.first()
    if which == "latest":
        return in_order.last()
    return in_order.get(pk=which)


def _name(page: Page, revision: Revision) -> str:
    if page.live and revision.pk == page.live_revision_id:
        return "Bản đang đăng"
    return "Bản mới nhất" if revision.pk == page.latest_revision_id else "Bản cũ"
