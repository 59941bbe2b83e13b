"""A draft as another front end shows it, such as a portal's: one more way to preview a page.

wagtail-headless-preview keeps the draft and signs the token that opens it; the API gives it out
(news.syndication.api.previews). Where that package is not installed, or its setting names no front end, a
page is previewed on its own site alone (docs/previews.md).
"""

from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import get_random_string

PACKAGE = "wagtail_headless_preview"
ELSEWHERE = "elsewhere"

if apps.is_installed(PACKAGE):
    from wagtail_headless_preview.models import HeadlessPreviewMixin
else:

    class HeadlessPreviewMixin:  # type: ignore[no-redef]
        """Nothing: its model would ask for a table that is not there."""


def forget_old_previews() -> None:
    """Those of days before; the package waits for somebody to preview another text."""
    if apps.is_installed(PACKAGE):
        from wagtail_headless_preview.models import PagePreview

        PagePreview.objects.filter(created_at__lt=timezone.localdate()).delete()


def is_on() -> bool:
    return apps.is_installed(PACKAGE) and bool(_front_ends())


class PreviewedElsewhere(HeadlessPreviewMixin):
    """For a page type whose objects the API gives out."""

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """The page itself first: it is what those see who approve."""
        own: list[tuple[str, str]] = super().preview_modes
        return [("", "Trên trang này"), (ELSEWHERE, _label())] if is_on() else own

    def create_page_preview(self) -> Any:
        """Under a token of its own. The package names the page, or only the place of a new one, and the
        second: two colleagues would be shown each other's text."""
        token = self.get_preview_signer().sign(get_random_string(22))
        preview, _is_new = self.update_page_preview(token)
        return preview

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name == ELSEWHERE and is_on():
            return super().serve_preview(request, mode_name)
        return super(HeadlessPreviewMixin, self).serve_preview(request, mode_name)


def _front_ends() -> dict[str, str]:
    return getattr(settings, "WAGTAIL_HEADLESS_PREVIEW", {}).get("CLIENT_URLS", {})


def _label() -> str:
    """With the name of the front end, where there is one."""
    hosts = {urlsplit(url).netloc for url in _front_ends().values()}
    return f"Trên cổng {hosts.pop()}" if len(hosts) == 1 else "Trên cổng"
