"""An article for programs that read pages: schema.org as JSON-LD, and what shared links show."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from django.utils.safestring import SafeString, mark_safe

from news.syndication.publisher import Publisher

CONTEXT = "https://schema.org"
WORDS_OF_HOME = {"vi": "Trang chủ", "en": "Home"}
# Nothing that could end the element it stands in, or begin another.
HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

Thing = Mapping[str, Any]


def json_ld(things: Thing) -> SafeString:
    """For inside <script type="application/ld+json">, whatever words are in it."""
    words = json.dumps(things, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(words.translate(HARMLESS))  # noqa: S308 - just made harmless


def news_article(content: Thing, publisher: Publisher, home: str) -> Thing:
    """`content` is an article as the API gives it, `home` the full address of the front page."""
    whole = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": f"{content['url']}#article",
        "mainEntityOfPage": content["url"],
        "identifier": f"urn:uuid:{content['id']}",
        "headline": content["title"],
        "description": content["lead"],
        "datePublished": content["published_at"],
        "dateModified": max(content["published_at"], content["updated_at"]),
        "inLanguage": content["locale"],
        "isAccessibleForFree": True,
        "articleSection": [section["title"] for section in content["sections"]],
        "keywords": [*(topic["name"] for topic in content["topics"]), *content["tags"]],
        "image": list(_images(content)),
        "author": [_author(row) for row in content["byline"]] or [_organisation(publisher, home)],
        "publisher": _organisation(publisher, home),
        "correction": [_correction(row) for row in content["corrections"]],
    }
    return {name: value for name, value in whole.items() if value not in ("", [])}


def breadcrumbs(content: Thing) -> Thing:
    """The front page, the section an article stands in, and the article."""
    steps = [(WORDS_OF_HOME.get(content["locale"], WORDS_OF_HOME["vi"]), home_of(content))]
    # A section is the page above its articles.
    above = urljoin(content["url"], "../")
    steps += [(section["title"], above) for section in content["sections"] if section["main"]]
    steps.append((content["title"], content["url"]))
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, start=1)
        ],
    }


def home_of(content: Thing) -> str:
    """The front page in the article's language."""
    prefix = f"/{content['locale']}/"
    path = content["url"].partition("://")[2].partition("/")[2]
    return urljoin(content["url"], prefix if f"/{path}".startswith(prefix) else "/")


def largest(photo: Thing | None) -> Thing | None:
    """The largest size of a photo, JPEG before others: not every program reads WebP and AVIF."""
    sizes = photo["renditions"] if photo else []
    offered = [size for size in sizes if size["format"] == "jpeg"] or sizes
    return max(offered, key=lambda size: size["width"], default=None)


def _images(content: Thing) -> Iterator[Thing]:
    """The lead photo first; one that stands in the text too only once."""
    seen = set()
    for photo in (content["lead_photo"], *content["photos"]):
        size = largest(photo)
        if size and size["url"] not in seen:
            seen.add(size["url"])
            image = {
                "@type": "ImageObject",
                "url": size["url"],
                "width": size["width"],
                "height": size["height"],
                "caption": photo["caption"] or photo["alt"],
                "creditText": photo["credit"],
            }
            yield {name: value for name, value in image.items() if value}


def _author(row: Mapping[str, str]) -> Thing:
    person = {"@type": "Person", "name": row["name"]}
    if not row["unit"]:
        return person
    return {**person, "affiliation": {"@type": "Organization", "name": row["unit"]}}


def _organisation(publisher: Publisher, home: str) -> Thing:
    organisation = {"@type": "GovernmentOrganization", "name": publisher.name, "url": home}
    if not publisher.logo:
        return organisation
    return {**organisation, "logo": {"@type": "ImageObject", "url": publisher.logo}}


def _correction(row: Thing) -> Thing:
    return {"@type": "CorrectionComment", "text": row["note"], "datePublished": row["on"]}
