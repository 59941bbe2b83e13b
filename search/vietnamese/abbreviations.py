"""Abbreviations of the administration and their full forms, in both directions.

The mechanism knows no abbreviation: the table is given to it, so that a site's own can be added.
`OFFICIAL` is a table to begin with.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from .analysis import tokens
from .normalise import fold
from .spelling import canonical
from .syllables import is_syllable

Table = Mapping[str, Sequence[str]]

# The signs in the number of a document: annex III of decree 30/2020/NĐ-CP on records and archives,
# and those of normative acts in the law on promulgating them.
DOCUMENT_TYPES: Table = {
    "NQ": ("nghị quyết",),
    "QĐ": ("quyết định",),
    "CT": ("chỉ thị",),
    "QC": ("quy chế",),
    "QyĐ": ("quy định",),
    "TC": ("thông cáo",),
    "TB": ("thông báo",),
    "HD": ("hướng dẫn",),
    "CTr": ("chương trình",),
    "KH": ("kế hoạch",),
    "PA": ("phương án",),
    "ĐA": ("đề án",),
    "DA": ("dự án",),
    "BC": ("báo cáo",),
    "BB": ("biên bản",),
    "TTr": ("tờ trình",),
    "HĐ": ("hợp đồng",),
    "CĐ": ("công điện",),
    "BGN": ("bản ghi nhớ",),
    "BTT": ("bản thỏa thuận",),
    "GUQ": ("giấy ủy quyền",),
    "GM": ("giấy mời",),
    "GGT": ("giấy giới thiệu",),
    "GNP": ("giấy nghỉ phép",),
    "PG": ("phiếu gửi",),
    "PC": ("phiếu chuyển",),
    "PB": ("phiếu báo",),
    "NĐ": ("nghị định",),
    "TT": ("thông tư",),
    "TTLT": ("thông tư liên tịch",),
    "VBHN": ("văn bản hợp nhất",),
    "CV": ("công văn",),
}

# In general use on letterheads, in the numbers of documents and in the press.
OFFICIAL: Table = {
    # Bodies
    "QH": ("Quốc hội",),
    "UBTVQH": ("Ủy ban Thường vụ Quốc hội",),
    "ĐBQH": ("đại biểu Quốc hội",),
    "CP": ("Chính phủ",),
    "TTg": ("Thủ tướng Chính phủ", "Thủ tướng"),
    "VPCP": ("Văn phòng Chính phủ",),
    "HĐND": ("hội đồng nhân dân",),
    "UBND": ("ủy ban nhân dân",),
    "CTUBND": ("chủ tịch ủy ban nhân dân",),
    "BNV": ("Bộ Nội vụ",),
    "SNV": ("Sở Nội vụ",),
    "BTC": ("Bộ Tài chính", "ban tổ chức"),
    "BTP": ("Bộ Tư pháp",),
    "BCA": ("Bộ Công an",),
    "BQP": ("Bộ Quốc phòng",),
    "BYT": ("Bộ Y tế",),
    "BXD": ("Bộ Xây dựng",),
    "BCT": ("Bộ Công Thương", "Bộ Chính trị"),
    "BNG": ("Bộ Ngoại giao",),
    "BGDĐT": ("Bộ Giáo dục và Đào tạo",),
    "BKHCN": ("Bộ Khoa học và Công nghệ",),
    "BVHTTDL": ("Bộ Văn hóa, Thể thao và Du lịch",),
    "BLĐTBXH": ("Bộ Lao động - Thương binh và Xã hội",),
    "BTNMT": ("Bộ Tài nguyên và Môi trường",),
    "BTTTT": ("Bộ Thông tin và Truyền thông",),
    "BKHĐT": ("Bộ Kế hoạch và Đầu tư",),
    "TTCP": ("Thanh tra Chính phủ",),
    "NHNN": ("Ngân hàng Nhà nước",),
    "KTNN": ("Kiểm toán Nhà nước",),
    "VKSND": ("viện kiểm sát nhân dân",),
    "TAND": ("tòa án nhân dân",),
    "MTTQ": ("Mặt trận Tổ quốc",),
    "LĐLĐ": ("liên đoàn lao động",),
    "LHPN": ("liên hiệp phụ nữ",),
    "CCB": ("cựu chiến binh",),
    "TNCS": ("thanh niên cộng sản",),
    "ĐTN": ("đoàn thanh niên",),
    "BCH": ("ban chấp hành",),
    "BTV": ("ban thường vụ",),
    "BCĐ": ("ban chỉ đạo",),
    "TW": ("trung ương",),
    "TƯ": ("trung ương",),
    "TU": ("tỉnh ủy", "thành ủy"),
    "HU": ("huyện ủy",),
    # Fields
    "GD&ĐT": ("giáo dục và đào tạo",),
    "KH&ĐT": ("kế hoạch và đầu tư",),
    "KH&CN": ("khoa học và công nghệ",),
    "TT&TT": ("thông tin và truyền thông",),
    "NN&PTNT": ("nông nghiệp và phát triển nông thôn",),
    "NN&MT": ("nông nghiệp và môi trường",),
    "TN&MT": ("tài nguyên và môi trường",),
    "LĐ-TB&XH": ("lao động - thương binh và xã hội",),
    "VH-TT&DL": ("văn hóa, thể thao và du lịch",),
    "GTVT": ("giao thông vận tải",),
    "CNTT": ("công nghệ thông tin",),
    "CĐS": ("chuyển đổi số",),
    "KT-XH": ("kinh tế - xã hội",),
    "QP-AN": ("quốc phòng, an ninh",),
    "ANTT": ("an ninh trật tự",),
    "ATTT": ("an toàn thông tin",),
    "ATGT": ("an toàn giao thông",),
    "ATTP": ("an toàn thực phẩm",),
    "PCCC": ("phòng cháy, chữa cháy",),
    "PCTN": ("phòng, chống tham nhũng",),
    "PBGDPL": ("phổ biến, giáo dục pháp luật",),
    "BVMT": ("bảo vệ môi trường",),
    "NTM": ("nông thôn mới",),
    # Home affairs
    "TĐKT": ("thi đua, khen thưởng",),
    "CSTĐ": ("chiến sĩ thi đua",),
    "LĐTT": ("lao động tiên tiến",),
    "LĐXS": ("lao động xuất sắc",),
    "CBCC": ("cán bộ, công chức",),
    "CCVC": ("công chức, viên chức",),
    "CBCCVC": ("cán bộ, công chức, viên chức",),
    "NLĐ": ("người lao động",),
    "ĐVHC": ("đơn vị hành chính",),
    "ĐVSN": ("đơn vị sự nghiệp",),
    "ĐVSNCL": ("đơn vị sự nghiệp công lập",),
    "CQĐP": ("chính quyền địa phương",),
    "QLNN": ("quản lý nhà nước",),
    "CCHC": ("cải cách hành chính",),
    "TTHC": ("thủ tục hành chính",),
    "DVC": ("dịch vụ công",),
    "DVCTT": ("dịch vụ công trực tuyến",),
    "VTLT": ("văn thư, lưu trữ",),
    "VBQPPL": ("văn bản quy phạm pháp luật",),
    "QPPL": ("quy phạm pháp luật",),
    "TGTN": ("tôn giáo, tín ngưỡng", "tín ngưỡng, tôn giáo"),
    "NCC": ("người có công",),
    "BHXH": ("bảo hiểm xã hội",),
    "BHYT": ("bảo hiểm y tế",),
    "BHTN": ("bảo hiểm thất nghiệp",),
    "BTXH": ("bảo trợ xã hội",),
    "HCM": ("Hồ Chí Minh",),
    # State, places, economy
    "XHCN": ("xã hội chủ nghĩa",),
    "CHXHCN": ("cộng hòa xã hội chủ nghĩa",),
    "NSNN": ("ngân sách nhà nước",),
    "TP": ("thành phố",),
    "TX": ("thị xã",),
    "TT": ("thông tư", "thị trấn", "trung tâm"),
    "KCN": ("khu công nghiệp",),
    "HTX": ("hợp tác xã",),
    "DN": ("doanh nghiệp",),
    "TNHH": ("trách nhiệm hữu hạn",),
    "THPT": ("trung học phổ thông",),
    "THCS": ("trung học cơ sở",),
    "ĐH": ("đại học",),
    # Acts that people search for by their sign
    "NĐ": ("nghị định",),
    "NĐ-CP": ("nghị định của Chính phủ", "nghị định Chính phủ"),
    "NQ": ("nghị quyết",),
    "QĐ": ("quyết định",),
    "TTLT": ("thông tư liên tịch",),
}


@dataclass(frozen=True, slots=True)
class Expansion:
    """`words[start:end]` is one of the two forms, and the other may stand in its place."""

    start: int
    end: int
    abbreviation: str
    full: str


_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    words: _Words
    abbreviation: str
    full: str


class _Forms:
    """The entries by the folded words of one of their two forms."""

    def __init__(self) -> None:
        self._entries: dict[_Words, list[_Entry]] = {}
        self._longest: dict[str, int] = {}

    def add(self, entry: _Entry) -> None:
        words = _folded(entry.words)
        if not words:
            return
        self._entries.setdefault(words, []).append(entry)
        self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def at(self, folded: _Words) -> list[_Entry]:
        return self._entries.get(folded, [])

    def longest_from(self, word: str) -> int:
        return self._longest.get(word, 0)


@dataclass(frozen=True, slots=True)
class _Typed:
    """Some of the words, comparable and folded."""

    words: _Words
    folded: _Words
    in_capitals: bool

    def agrees_with(self, words: _Words) -> bool:
        """Whether each word is the same, or the same without accents."""
        typed = zip(self.words, self.folded, words, strict=True)
        return all(word in (own, folded) for word, folded, own in typed)


class Abbreviations:
    """A table made ready for looking up; give `{**OFFICIAL, **own}` to add to ours."""

    def __init__(self, table: Table = OFFICIAL) -> None:
        self._signs, self._full_forms = _Forms(), _Forms()
        for abbreviation, full_forms in table.items():
            for full in full_forms:
                for words in _ways_to_write(abbreviation):
                    self._signs.add(_Entry(words, abbreviation, full))
                for words in _ways_to_say(full):
                    self._full_forms.add(_Entry(words, abbreviation, full))

    def expand(self, words: Sequence[str]) -> list[Expansion]:
        """The abbreviations among the words, each with every full form it may have.

        Accents may be missing where that leaves one abbreviation (ubnd, hdnd), and "&" and "-"
        may be missing too (GDĐT, ndcp). One that is also a syllable (TU, HU) counts only in
        capitals, so give the words as they were typed.

        >>> [each.full for each in Abbreviations().expand(["hdnd", "TP"])]
        ['hội đồng nhân dân', 'thành phố']
        """
        return list(_longest_matches(words, self._signs, self._meant))

    def shorten(self, words: Sequence[str]) -> list[Expansion]:
        """The full forms among the words, accented or not, with the abbreviations of each.

        >>> [each.abbreviation for each in Abbreviations().shorten("uy ban nhan dan xa".split())]
        ['UBND']
        """
        return list(_longest_matches(words, self._full_forms, self._said))

    def _meant(self, typed: _Typed) -> list[_Entry]:
        entries = self._signs.at(typed.folded)
        if not entries or (
            len(typed.words) == 1 and is_syllable(typed.words[0]) and not typed.in_capitals
        ):
            return []
        exact = [entry for entry in entries if entry.words == typed.words]
        accented = typed.words != typed.folded
        if exact or accented or len({entry.abbreviation for entry in entries}) > 1:
            return exact
        return entries

    def _said(self, typed: _Typed) -> list[_Entry]:
        return [
            entry for entry in self._full_forms.at(typed.folded) if typed.agrees_with(entry.words)
        ]


def _longest_matches(
    words: Sequence[str], forms: _Forms, look_up: Callable[[_Typed], list[_Entry]]
) -> Iterator[Expansion]:
    """The longest match at each place; what lies inside one is not looked at again.

    Words without a letter, a lone hyphen, stand for nothing.
    """
    typed = [(place, each) for place, word in enumerate(words) if (each := _typed(word)).words]
    start = 0
    while start < len(typed):
        reach = forms.longest_from(typed[start][1].folded[0])
        ends = range(min(len(typed), start + reach), start, -1)
        found = ((end, look_up(_together(typed[start:end]))) for end in ends)
        end, entries = next((each for each in found if each[1]), (start + 1, []))
        for entry in entries:
            first, last = typed[start][0], typed[end - 1][0]
            yield Expansion(first, last + 1, entry.abbreviation, entry.full)
        start = end


@lru_cache(maxsize=4096)
def _typed(word: str) -> _Typed:
    words = _words(word)
    return _Typed(words, _folded(words), word.isupper())


def _together(typed: Sequence[tuple[int, _Typed]]) -> _Typed:
    return _Typed(
        tuple(chain.from_iterable(each.words for _, each in typed)),
        tuple(chain.from_iterable(each.folded for _, each in typed)),
        all(each.in_capitals for _, each in typed),
    )


def _ways_to_write(abbreviation: str) -> set[_Words]:
    words = _words(abbreviation)
    return {words, ("".join(words),)}


def _ways_to_say(full: str) -> set[_Words]:
    """With and without the "và" that many leave out."""
    words = _words(full)
    return {words, tuple(word for word in words if word != "và")}


def _words(written: str) -> _Words:
    """Comparable words: chiến sĩ and chiến sỹ are one."""
    return tuple(tokens(canonical(written)))


def _folded(words: _Words) -> _Words:
    return tuple(map(fold, words))
