"""Whatever Wagtail can say, it says in Vietnamese. After an update these tests name what is new."""

import polib
import pytest

from tests.website.catalogues import OURS, Catalogue, installed, key, marks, ours, words

pytestmark = pytest.mark.once

DOMAINS = ("django", "djangojs")
# The name of a right in wagtail-localize's table, which Wagtail looks up when it shows it.
KEPT_IN_ROWS = {(None, "Can submit translations", "")}
# The same in both languages.
AS_IT_IS = {
    "%(field_label)s:",
    "%(status_display)s %(task_name)s %(started_at)s",
    "%(time_zone_option)s: %(localized_time_zone_label)s",
    "%(truncated_text)s…",
    "IPv4",
    "IPv6",
    "…",
}


@pytest.mark.parametrize("catalogue", installed(), ids=str)
def test_an_editor_is_never_spoken_to_in_english(catalogue: Catalogue):
    english = [entry.msgid for entry in catalogue.entries if not catalogue.shown(entry)]
    assert len(english) <= len(catalogue.entries) * 0.02, english


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_and_tags_are_carried_over(domain):
    """Where singular and plural have different ones, those of either: both forms are filled."""
    assert [
        (entry.msgid, words(entry))
        for entry in ours(domain)
        if marks(words(entry)) not in (marks(entry.msgid), marks(entry.msgid_plural))
    ] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_spaces_at_the_ends_are_carried_over(domain):
    """They part the words from what a template writes before or after them."""
    assert [entry.msgid for entry in ours(domain) if ends(entry.msgid) != ends(words(entry))] == []


def ends(text: str) -> tuple[bool, bool]:
    return text[0].isspace(), text[-1].isspace()


@pytest.mark.parametrize("domain", DOMAINS)
def test_we_translate_nothing_that_nobody_says(domain):
    known = KEPT_IN_ROWS | {
        key(entry)
        for catalogue in installed()
        if catalogue.domain == domain
        for entry in catalogue.entries
    }
    assert [entry.msgid for entry in ours(domain) if key(entry) not in known] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_english_in_vietnamese_clothes(domain):
    same = {entry.msgid for entry in ours(domain) if words(entry) in (entry.msgid, "")}
    assert same - AS_IT_IS == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_file_says_what_the_written_one_says(domain):
    """Run `make messages` after a change."""
    compiled = polib.mofile(str(OURS / f"{domain}.mo"))
    assert {key(entry): words(entry) for entry in compiled} == {
        key(entry): words(entry) for entry in ours(domain)
    }
