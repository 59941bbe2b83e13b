"""A body as HTML that a portal can put into its page as it is: no styles, no scripts, full addresses."""

from collections.abc import Callable, Iterable
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe

from .contract import (
    AwardObject,
    AwardsBlock,
    Block,
    DocumentBlock,
    EmbedBlock,
    GalleryBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    PhotoObject,
    RenditionObject,
    SpeechBlock,
    TableBlock,
)
from .renditions import FORMATS

NOTHING = SafeString("")
ENGLISH = {"Ảnh": "Photo", "Nguồn": "Source"}
PLAIN_WIDTH = 720  # for programs that know no srcset


def body_html(blocks: Iterable[Block], awards: list[AwardObject], language: str) -> str:
    """In the page's language, whatever that of the editor whose change has it written."""
    with translation.override(language):
        return "\n".join(filter(None, (_html(block, awards) for block in blocks)))


def _word(vietnamese: str) -> str:
    return ENGLISH[vietnamese] if translation.get_language() == "en" else vietnamese


def _html(block: Block, awards: list[AwardObject]) -> str:
    if block["type"] == "awards":
        return _awards(block, awards)
    return RENDERERS[block["type"]](block)


def _paragraph(block: ParagraphBlock) -> SafeString:
    return _cleaned(block["html"])


def _heading(block: HeadingBlock) -> SafeString:
    return format_html("<h2>{}</h2>", block["text"])


def _list(block: ListBlock) -> SafeString:
    tag = SafeString("ol" if block["ordered"] else "ul")
    items = format_html_join("", "<li>{}</li>", ((_cleaned(item),) for item in block["items"]))
    return format_html("<{0}>{1}</{0}>", tag, items)


def _speech(block: SpeechBlock) -> SafeString:
    words = _cleaned(linebreaks(block["words"], autoescape=True))
    speaker = block["speaker"]
    if speaker is None:
        return format_html("<blockquote>{}</blockquote>", words)
    said_by = ", ".join(filter(None, (speaker["name"], speaker["posts"])))
    return format_html("<blockquote>{}<footer>{}</footer></blockquote>", words, said_by)


def _photo(photo: PhotoObject) -> SafeString:
    picture = _picture(photo) if photo["renditions"] else NOTHING
    words = _caption(photo)
    if not picture and not words:
        return NOTHING
    return format_html("<figure>{}{}</figure>", picture, words)


def _caption(photo: PhotoObject) -> SafeString:
    credit = f"{_word('Ảnh')}: {photo['credit']}" if photo["credit"] else ""
    if not photo["caption"] and not credit:
        return NOTHING
    small = format_html(" <small>{}</small>", credit) if credit else NOTHING
    return format_html("<figcaption>{}{}</figcaption>", photo["caption"], small)


def _picture(photo: PhotoObject) -> SafeString:
    by_format = _by_format(photo["renditions"])
    # A browser takes the first source it can read; the last one is for those that read no other.
    *lighter, (_name, offered) = by_format.items()
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}">',
        ((name, _srcset(renditions)) for name, renditions in lighter),
    )
    plain = next((each for each in offered if each["width"] >= PLAIN_WIDTH), offered[-1])
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" width="{}" height="{}" alt="{}" loading="lazy">'
        "</picture>",
        sources,
        plain["url"],
        _srcset(offered),
        plain["width"],
        plain["height"],
        photo["alt"],
    )


def _by_format(renditions: list[RenditionObject]) -> dict[str, list[RenditionObject]]:
    """The lightest format first, JPEG last; small to large in each."""
    groups = {name: [each for each in renditions if each["format"] == name] for name in FORMATS}
    return {name: group for name, group in groups.items() if group}


def _srcset(renditions: list[RenditionObject]) -> str:
    return ", ".join(f"{each['url']} {each['width']}w" for each in renditions)


def _gallery(block: GalleryBlock) -> SafeString:
    title = format_html("<h3>{}</h3>", block["title"]) if block["title"] else NOTHING
    photos = format_html_join("", "{}", ((_photo(photo),) for photo in block["photos"]))
    return format_html("<section>{}{}</section>", title, photos)


def _table(block: TableBlock) -> SafeString:
    caption = (
        format_html("<caption>{}</caption>", block["caption"]) if block["caption"] else NOTHING
    )
    headings = format_html_join("", '<th scope="col">{}</th>', ((h,) for h in block["headings"]))
    rows = format_html_join("", "<tr>{}</tr>", ((_cells(row),) for row in block["rows"]))
    source = NOTHING
    if block["source"]:
        source = format_html("<p>{}: {}</p>", _word("Nguồn"), block["source"])
    return format_html(
        "<table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}",
        caption,
        headings,
        rows,
        source,
    )


def _cells(row: list[str]) -> SafeString:
    return format_html_join("", "<td>{}</td>", ((cell,) for cell in row))


def _document(block: DocumentBlock) -> SafeString:
    about = block["format"].upper()
    if block["size"]:
        about = f"{about}, {filesizeformat(block['size'])}"
    return format_html('<p><a href="{}">{}</a> ({})</p>', block["url"], block["title"], about)


def _embed(block: EmbedBlock) -> SafeString:
    return format_html('<p><a href="{0}">{0}</a></p>', block["url"])


def _awards(block: AwardsBlock, awards: list[AwardObject]) -> SafeString:
    if not awards:
        return NOTHING
    title = format_html("<h3>{}</h3>", block["title"]) if block["title"] else NOTHING
    items = format_html_join("", "<li>{}</li>", ((_award(award),) for award in awards))
    return format_html("<section>{}<ul>{}</ul></section>", title, items)


def _award(award: AwardObject) -> SafeString:
    words = f"{award['title']} {award['rank']}".strip() + f" – {award['recipient']}"
    return format_html("<s>{}</s>" if award["status"] == "revoked" else "{}", words)


def _cleaned(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - cleaned by rich_text or escaped by linebreaks


RENDERERS: dict[str, Callable[[Any], SafeString]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "list": _list,
    "speech": _speech,
    "photo": _photo,
    "gallery": _gallery,
    "table": _table,
    "document": _document,
    "embed": _embed,
}
