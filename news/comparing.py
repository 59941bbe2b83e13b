"""How versions of a text are compared, where Wagtail's own way does not show enough."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import RichTextBlockComparison, diff_text
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.models import Page, Revision
from wagtail.rich_text import RichText, get_text_for_indexing


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
