"""/nhung/: news for the pages of others. A script, a frame, and the page where an editor picks."""

import base64
import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from news.syndication.api import source
from news.syndication.api.answers import by_edition
from news.syndication.models import Edition
from news.syndication.models.publications import Kind
from news.syndication.publisher import publisher
from search.addresses import absolute

from .answers import by_content, for_any_site
from .entries import entry
from .widget import Choice, WidgetForm, frame_code, script_code

FOLDER = Path(__file__).resolve().parents[1] / "static" / "syndication"
FILES = {"widget.js": "text/javascript; charset=utf-8", "widget.css": "text/css; charset=utf-8"}
THUMB = 360


@for_any_site
def widget_file(request: HttpRequest, name: str) -> HttpResponse:
    """Under an address of its own, which a copied snippet can rely on for ever.

    Static files get another name with every change, and may be on another host.
    """
    response = by_content(request, (FOLDER / name).read_bytes(), FILES[name])
    response["Cache-Control"] = "public, max-age=3600"
    # For pages that shut out whatever does not say it may be taken along.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
@xframe_options_exempt
def frame(request: HttpRequest) -> HttpResponse:
    """The one address of the site that any other may show in a frame."""
    form = WidgetForm(request.GET)
    if form.is_valid():
        choice = form.choice()
        response = by_edition(request, Edition.now(), lambda: _frame(request, choice))
        style = choice.style
    else:
        response = render(request, "syndication/frame_problem.html", {"form": form}, status=400)
        style = ""
    # On a 304 too: its headers replace those the browser has kept.
    response["Content-Security-Policy"] = _policy(style)
    return response


def _frame(request: HttpRequest, choice: Choice) -> HttpResponse:
    facets = [("section", str(choice.section.translation_key))] if choice.section else []
    wanted = source.Wanted(Kind.ARTICLE, choice.locale, facets)
    rows = source.publications_in_order(wanted, choice.count).rows
    entries = [entry(row, picture_width=THUMB) for row in rows]
    context = {"choice": choice, "entries": entries, "heading": _heading(choice)}
    with translation.override(choice.locale):
        return render(request, "syndication/frame.html", context)


@require_safe
def picker(request: HttpRequest) -> HttpResponse:
    """In the reader's language, and news of that language first."""
    form = WidgetForm(request.GET, Locale.get_active().language_code)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        choice = form.choice()
        heading = _heading(choice)
        context |= {
            "choice": choice,
            "script_code": script_code(choice, heading),
            "frame_code": frame_code(choice, heading),
        }
    return render(request, "syndication/embedding.html", context)


def _heading(choice: Choice) -> str:
    name = publisher(choice.locale).name
    return f"{choice.section.title} – {name}" if choice.section else name


def _policy(style: str) -> str:
    """No script at all; our stylesheet, this one style, our photos; in any page's frame."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    photos = urlsplit(absolute(default_storage.url("photo")))
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src 'self' 'sha256-{digest}'",
            f"img-src 'self' {photos.scheme}://{photos.netloc}",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors *",
        ]
    )
