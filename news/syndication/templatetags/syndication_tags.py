"""What a page says in its head to feed readers, search engines and those it is shared with."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.models import Page

from news.models import SectionPage
from news.syndication import structured_data
from news.syndication.api.source import default_language
from news.syndication.publisher import publisher
from search.addresses import absolute, address_of
from search.remembering import remembered

register = template.Library()

FORMS = {
    "rss.xml": ("RSS", "application/rss+xml"),
    "atom.xml": ("Atom", "application/atom+xml"),
    "feed.json": ("JSON Feed", "application/feed+json"),
}
TERRITORIES = {"vi": "vi_VN", "en": "en_US"}


@dataclass(frozen=True)
class FeedLink:
    title: str
    url: str
    mime_type: str


@register.simple_tag(takes_context=True)
def feed_links(context: Context) -> SafeString:
    """The feeds of the site, and of the section this page is or stands in. No queries."""
    page = context.get("page")
    language = page.locale.language_code if isinstance(page, Page) else default_language()
    section = page if isinstance(page, SectionPage) else context.get("section")
    if not isinstance(section, SectionPage):
        section = None
    return remembered(
        f"feed links in {language} of section {section and section.pk}",
        lambda: render_to_string(
            "syndication/includes/feed_links.html", {"links": _feeds(language, section)}
        ),
    )


def _feeds(language: str, section: SectionPage | None) -> list[FeedLink]:
    named = {} if language == default_language() else {"locale": language}
    links = [
        FeedLink(
            f"Tin mới ({name})",
            absolute(reverse("feeds:everything", kwargs={"form": form, **named})),
            mime_type,
        )
        for form, (name, mime_type) in FORMS.items()
    ]
    if section:
        title = f"Tin mới: {section.title} (RSS)"
        links.append(FeedLink(title, f"{address_of(section)}rss.xml", FORMS["rss.xml"][1]))
    return links


@register.inclusion_tag("syndication/includes/article_head.html", takes_context=True)
def article_head(context: Context) -> dict[str, Any]:
    """Of what is public of the article; of a draft in preview, nothing. Input: page, told."""
    page, content = context.get("page"), context.get("told")
    if not content:
        return {}
    who = publisher()
    home = structured_data.home_of(content)
    return {
        "page": page,
        "article": content,
        "publisher": who,
        "locale": TERRITORIES.get(content["locale"], content["locale"]),
        "picture": structured_data.largest(content["lead_photo"]),
        "section": next((each["title"] for each in content["sections"] if each["main"]), ""),
        "news_article": structured_data.json_ld(structured_data.news_article(content, who, home)),
        "breadcrumbs": structured_data.json_ld(structured_data.breadcrumbs(content)),
    }
