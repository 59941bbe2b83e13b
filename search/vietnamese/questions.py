"""The words that make a question of what is asked about: "… là gì", "thế nào là …", "ai có …".

A text that answers seldom repeats them, so they must not be asked for.
"""

from collections.abc import Sequence

from .analysis import Forms, forms_of, words_in

_AT_THE_END = """
    là gì | là ai | là bao nhiêu | là như thế nào | là thế nào | là sao | là ở đâu | là khi nào
    gồm những gì | gồm những ai | bao gồm những gì | gồm những nội dung gì | có những gì
    được quy định như thế nào | được quy định thế nào | quy định như thế nào | quy định thế nào
    được thực hiện như thế nào | được hiểu như thế nào | được hiểu thế nào | được tính như thế nào
    như thế nào | thế nào | ra sao | làm sao | bao nhiêu | bao lâu | bao giờ | mấy năm | mấy ngày
    khi nào | lúc nào | năm nào | ngày nào | vào năm nào | vào ngày nào | vào lúc nào
    ở đâu | tại đâu | từ đâu | nơi nào | ở nơi nào | chỗ nào | đâu
    vì sao | tại sao | có được không | được không | hay không | có không | phải không | không
    cần những gì | cần gì | gì | những gì | ai | nào | có bao nhiêu | trong bao lâu
""".split("|")
_AT_THE_START = """
    thế nào là | như thế nào là | thế nào gọi là | vì sao | tại sao | làm sao để | làm thế nào để
    ai là | ai có | ai được | ai phải | người nào | cơ quan nào | cơ quan nào được | đơn vị nào
    khi nào | bao giờ | bao nhiêu | có bao nhiêu | ở đâu | hỏi về | hãy cho biết | cho hỏi
    cho biết | xin hỏi | xin cho hỏi | muốn hỏi | cách nào để
""".split("|")
_HOURS = "vào lúc mấy giờ | lúc mấy giờ | từ mấy giờ | đến mấy giờ | mấy giờ thì | mấy giờ".split(
    "|"
)
# What offices do at an hour; texts say "giờ làm việc", whoever asks says it at the other end.
_AT_AN_HOUR = """
    làm việc | mở cửa | đóng cửa | nghỉ trưa | tiếp dân | tiếp công dân | trả kết quả | nhận hồ sơ
""".split("|")
# Behind these a question may go on: "… được quy định thế nào theo bộ luật lao động".
_GOES_ON = {"theo", "trong", "tại"}


def without_question(words: Sequence[str]) -> tuple[str, ...]:
    """What is asked about, of a query in normalised words; the query itself if it is no question.

    Accents may be missing. At least two words are left, or nothing is taken away.

    >>> without_question("thuận tình ly hôn là gì".split())
    ('thuận', 'tình', 'ly', 'hôn')
    >>> without_question("mấy giờ sở làm việc".split())
    ('sở', 'giờ', 'làm', 'việc')
    """
    asked = _hours_of(_without_question_inside(tuple(words)))
    for phrases, is_ending in ((_ENDINGS, True), (_STARTS, False)):
        shorter = _without(asked, phrases, is_ending)
        if len(shorter) >= 2:
            asked = shorter
    return asked


def _without_question_inside(words: tuple[str, ...]) -> tuple[str, ...]:
    for place in range(len(words) - 2, 2, -1):
        if words[place] in _GOES_ON:
            shorter = _without(words[:place], _ENDINGS, True)
            if 2 <= len(shorter) < place:
                return shorter + words[place + 1 :]
    return words


def _hours_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Of what is done, where somebody asks at what hour."""
    found = _first(words, _HOURS_ASKED)
    if found is None or len(words) - len(found) < 2:
        return words
    hour = next(words[place] for place in found if forms_of(words[place]).folded == "gio")
    rest = words[: found.start] + words[found.stop :]
    done = _first(rest, _DONE_AT_AN_HOUR)
    start = done.start if done else 0
    return (*rest[:start], hour, *rest[start:])


def _first(words: tuple[str, ...], phrases: Sequence[tuple[Forms, ...]]) -> range | None:
    """Where one of the phrases stands, the longest first."""
    for phrase in phrases:
        for start in range(len(words) - len(phrase) + 1):
            if _says(words[start : start + len(phrase)], phrase):
                return range(start, start + len(phrase))
    return None


def _without(
    words: tuple[str, ...], phrases: Sequence[tuple[Forms, ...]], is_ending: bool
) -> tuple[str, ...]:
    for phrase in phrases:
        length = len(phrase)
        part = words[-length:] if is_ending else words[:length]
        if len(words) > length and _says(part, phrase):
            return words[:-length] if is_ending else words[length:]
    return words


def _says(words: Sequence[str], phrase: Sequence[Forms]) -> bool:
    """The same words, with accents or without; one word with them: "ai" is half of a name too."""
    if len(phrase) == 1:
        return words[0] == phrase[0].text
    return all(word in either for word, either in zip(words, phrase, strict=True))


def _longest_first(phrases: Sequence[str]) -> list[tuple[Forms, ...]]:
    lines = (line for phrase in phrases for line in phrase.splitlines())
    return sorted(
        {tuple(map(forms_of, words_in(line))) for line in lines if line.strip()},
        key=len,
        reverse=True,
    )


_ENDINGS, _STARTS = _longest_first(_AT_THE_END), _longest_first(_AT_THE_START)
_HOURS_ASKED, _DONE_AT_AN_HOUR = _longest_first(_HOURS), _longest_first(_AT_AN_HOUR)
