"""Names of persons in a query, so that a part of one is not taken for the word it is elsewhere.

"Nguyễn Hòa Bình" names no province, and "Trần Văn Lương" asks for nobody's pay (lương).
"""

from collections.abc import Sequence

from .normalise import fold

_LONGEST = 4  # words
_BETWEEN = {"văn", "thị", "van", "thi"}
_ENDS = {"ở", "tại", "và", "của", "với", "về", "là", "tỉnh", "huyện", "phường", "xã"}
_SURNAMES = set(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh trương lâm
    phùng mai vương tạ hà tô tống hứa giàng vàng sùng lò lường quàng sầm triệu đào lưu cao chu châu
    quách kiều đàm bế lục ma vi lại lộc mạc nghiêm khổng ninh phí tăng thái thân tòng trang ông
    đoàn nông lương
    """.split()
)
# Hardly anything but surnames, so that capitals are not needed to know them by.
_ONLY_SURNAMES = {*"nguyễn trần lê huỳnh bùi ngô đặng phan trịnh nguyen huynh".split()}
# Written with a capital at the head of other names: Đoàn Thanh niên, Nông dân, Lương.
_OTHER_WORDS_TOO = {*"đoàn nông lương".split()}
# Typed without accents, their "thị" is as likely that of "đô thị", "kỳ thi".
_NOT_BARE = {"do", "ki", "ky"}


def person_names(words: Sequence[str], written: Sequence[str]) -> list[range]:
    """Where normalised words name a person: a surname and one to three words behind it.

    A name is known by its "văn" or "thị", by the capitals it is `written` with, or by a surname that
    is no other word. A place of that name is a name too: ask for provinces first.

    >>> person_names(["ông", "nguyễn", "hòa", "bình"], ["ông", "nguyễn", "hòa", "bình"])
    [range(1, 4)]
    """
    found: list[range] = []
    for start in range(len(words) - 1):
        if (not found or found[-1].stop <= start) and _begins_here(start, words, written):
            found.append(range(start, _end(start, words)))
    return [name for name in found if len(name) > 1]


def _begins_here(start: int, words: Sequence[str], written: Sequence[str]) -> bool:
    word, following = words[start], words[start + 1]
    if word in _ONLY_SURNAMES:
        return True
    if following in _BETWEEN:
        return word in _SURNAMES or (word in _BARE_SURNAMES and word not in _NOT_BARE)
    if word not in _SURNAMES - _OTHER_WORDS_TOO or all(each.isupper() for each in written):
        return False
    before = written[start - 1] if start else ""
    return (
        _is_capital(written[start]) and _is_capital(written[start + 1]) and not _is_capital(before)
    )


def _end(start: int, words: Sequence[str]) -> int:
    longest = min(start + _LONGEST, len(words))
    return next((place for place in range(start + 1, longest) if words[place] in _ENDS), longest)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


_BARE_SURNAMES = set(map(fold, _SURNAMES))
