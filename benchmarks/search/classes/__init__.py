"""The classes of queries, one module a subject; `CLASSES` is the list of them."""

from search.vietnamese.normalise import strip_accents

from ..query import QueryClass
from . import (
    abbreviations,
    dates,
    keywords,
    lookalikes,
    names,
    numbers,
    questions,
    short,
    synonyms,
    words,
)

CLASSES = (
    QueryClass("a", "words of a title, accented", "≥ .98", words.accented),
    QueryClass("b", "words of a title, unaccented", "≥ .98", words.unaccented),
    QueryClass("c", "words of a title, partly accented", "≥ .98", words.partly_accented),
    QueryClass("d", "tone placed by the other school (hòa, hoà)", "≥ .98", words.other_placement),
    QueryClass("e", "decomposed Unicode (NFD)", "≥ .98", words.decomposed),
    QueryClass("f", "raw Telex", "≥ .97", words.telex),
    QueryClass("g", "raw VNI", "≥ .97", words.vni),
    QueryClass("h", "one slip of a key", "≥ .97", words.slip(1)),
    QueryClass("i", "five syllables of a body", "≥ .98", words.of_body),
    QueryClass("j", "names of persons, unaccented", "≥ .95", names.unaccented),
    QueryClass("k", "abbreviation for full form, and back", "≥ .90", abbreviations.both_ways),
    QueryClass("l", "exact accents before look-alikes", "≥ .98", lookalikes.exact_accents_first),
    QueryClass("m-law", "stand-ins for questions, laws", "", questions.about_provisions),
    QueryClass("m-web", "stand-ins for questions, web", "", questions.about_passages("wikiqa")),
    QueryClass(
        "m-wiki", "stand-ins for questions, encyclopedia", "", questions.about_passages("xquad")
    ),
    QueryClass("n", "scattered keywords", "≥ .97", keywords.scattered),
    QueryClass("o", "unaccented with a slip", "≥ .97", words.slip(1, strip_accents)),
    QueryClass("p", "Telex, all keys last", "≥ .97", words.telex_all_last),
    QueryClass("q1", "one or two words (nDCG@10)", "", short.one_or_two, whole_page=True),
    QueryClass("q2", "two slips", "", words.slip(2)),
    QueryClass("q3", "keys and accents mixed", "", words.mixed),
    QueryClass("q4", "words in another order", "", keywords.reordered),
    QueryClass("q5", "document numbers in a hurry", "", numbers.in_a_hurry),
    QueryClass("q6", "days in another spelling", "", dates.other_spelling),
    QueryClass("q7", "other words for the same", "", synonyms.both_ways),
    QueryClass("q8", "years amid other words", "", dates.years_amid_words),
)
