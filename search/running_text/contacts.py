"""Telephone numbers and e-mail addresses as links: on a telephone they are there to be pressed.

Here because every room shows some, as with `addresses`.
"""

import re
import unicodedata

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .markup import texts_and_tags

# Between two digits: 0200 3 555 011, (0200) 3.555.011, 0912-345-678.
_GAP = r"\)?[ .\u00a0-]?"
_DAY = r"\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d\b"
# Those there are in Vietnam, so that no tax code or number of a file is one: 02 and nine more digits,
# or one of the mobile ones.
_TELEPHONE = (
    rf"(?!{_DAY})(?:\+84{_GAP}(?:\(0\) ?)?|\(?0){_GAP}(?:2(?:{_GAP}\d){{9}}|"
    rf"(?:3{_GAP}[2-9]|5{_GAP}[25689]|7{_GAP}[06-9]|8{_GAP}[1-9]|9{_GAP}\d)(?:{_GAP}\d){{7}})"
)
_EMAIL = r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
CONTACT = re.compile(
    rf"(?<![\w@/.,+-])(?:(?P<telephone>{_TELEPHONE})(?![\w/]|[.,:-]\d)|(?P<email>{_EMAIL}))",
    re.ASCII,
)
# In a field of its own those of services too (1022, 1900 1234), and those of other countries.
_OF_SERVICES, _ABROAD = r"(?<!lẻ )1\d(?:[ .\u00a0]?\d){1,8}", rf"\+\d(?:{_GAP}\d){{6,13}}"
NUMBER = re.compile(rf"(?<![\d+])(?:{_TELEPHONE}|{_OF_SERVICES}|{_ABROAD})(?!\d)", re.ASCII)
ANY_EMAIL = re.compile(rf"(?<![\w@.+-]){_EMAIL}", re.ASCII)
ANY_NUMBER = re.compile(r"(?=[^1-9]*[1-9])\d(?:[ ./()+\u2010-\u2015-]{0,3}\d){7,}", re.ASCII)
OPENS, CLOSES = re.compile(r"<a[\s>]", re.IGNORECASE), re.compile(r"</a\s*>", re.IGNORECASE)
PLACE_TO_BREAK = re.compile(r"(?<=@)|(?=\.)")


def names_a_contact(words: str) -> bool:
    """Whether somebody can be written to or called by them: a@b.vn; SĐT 0912345678/0987654321.

    Of a field of its own any number will do that is long enough, however it is written.
    """
    plain = unicodedata.normalize("NFKC", words)
    return bool(ANY_EMAIL.search(plain) or ANY_NUMBER.search(plain))


def telephone_link(number: str) -> SafeString:
    """Not broken at its blanks."""
    dialled = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    return format_html('<a class="unbroken" href="tel:{}">{}</a>', dialled, number)


def email_link(address: str) -> SafeString:
    """Broken, where there is no room, after its @ or before a dot."""
    shown = "<wbr>".join(escape(part) for part in PLACE_TO_BREAK.split(address))
    return format_html('<a href="mailto:{}">{}</a>', address, mark_safe(shown))  # noqa: S308 - escaped


def telephones_linked(field: str) -> SafeString:
    """Of a field for telephone numbers, which may say more: "0200 3 555 011 (máy lẻ 12)"."""
    linked = NUMBER.sub(lambda number: telephone_link(number[0]), escape(field))
    return mark_safe(linked)  # noqa: S308 - escaped before


def contacts_linked(html: str) -> SafeString:
    """Of running text, which is safe HTML without scripts. What is a link already stays as it is."""
    depth, parts = 0, texts_and_tags(html)
    for place, part in enumerate(parts):
        if place % 2:
            depth += bool(OPENS.match(part)) - bool(CLOSES.match(part))
        elif not depth:
            parts[place] = CONTACT.sub(_link, part)
    return mark_safe("".join(parts))  # noqa: S308 - as safe as it was


def _link(found: re.Match[str]) -> str:
    return telephone_link(found[0]) if found["telephone"] else email_link(found[0])
