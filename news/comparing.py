"""How versions of a text are compared, where Wagtail's own way does not show enough."""

from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import RichTextBlockComparison, diff_text
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
