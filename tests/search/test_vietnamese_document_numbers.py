"""One number of a document has many spellings, and dates and fractions are none."""

import doctest
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import document_numbers as module
from search.vietnamese.analysis import tokens
from search.vietnamese.document_numbers import document_numbers
from search.vietnamese.normalise import clean, fold

pytestmark = pytest.mark.once

SIGNS = ["QĐ-BNV", "NĐ-CP", "QH15", "TT-BTC", "UBND-NC", "NQ-HĐND", "KH-UBND", "CT-TTg", "QĐ-TTg"]
numbers = st.builds(
    lambda number, year, sign: f"{number:02}/{year}/{sign}" if year else f"{number:02}/{sign}",
    st.integers(1, 99_999),
    st.one_of(st.none(), st.integers(1945, 2030)),
    st.sampled_from(SIGNS),
)


def found(text: str) -> list[str]:
    return [each.text for each in document_numbers(text)]


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)


@given(numbers)
def test_an_official_number_is_itself(number: str):
    assert found(f"Căn cứ số {number}, xét đề nghị") == [number]


@given(numbers, st.sampled_from(["-", " - ", "–", "- ", "‑"]), st.sampled_from(["/", " / ", "/ "]))
def test_all_spellings_of_a_number_are_one(number: str, hyphen: str, slash: str):
    typed = number.replace("-", hyphen).replace("/", slash)
    read = {
        (each.number, each.year, fold(each.sign))
        for text in (number, typed, typed.upper(), typed.lower(), fold(typed), fold(number).upper())
        for each in document_numbers(text)
    }
    assert len(read) == 1


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("123/QĐ-BNV", "123/QĐ-BNV"),
        ("123/qd-bnv", "123/QĐ-BNV"),
        ("123 / qđ – bnv", "123/QĐ-BNV"),
        ("123/qd bnv", "123/QĐ-BNV"),
        ("số 06/2022/QH15", "06/2022/QH15"),
        ("6/2022/qh15", "06/2022/QH15"),
        ("98/2023/NĐ-CP", "98/2023/NĐ-CP"),
        ("98/2023/nd-cp", "98/2023/NĐ-CP"),
        ("98/2023/nđcp", "98/2023/NĐ-CP"),
        ("1846qdubnd", "1846/QĐ-UBND"),
        ("12/KH-TTCP", "12/KH-TTCP"),
        ("91kl/tu", "91/KL/TU"),
        ("1191/NQ-UBTVQH15", "1191/NQ-UBTVQH15"),
        ("18-NQ/TW", "18-NQ/TW"),
        ("35 - ct/tw", "35-CT/TW"),
        ("123/ubnd-nc", "123/UBND-NC"),
        ("02/2024/ttlt-bnv-btc", "02/2024/TTLT-BNV-BTC"),
        ("19/ct-ttg", "19/CT-TTg"),
        ("5/hd-snv", "05/HD-SNV"),
        ("5/hđ-snv", "05/HĐ-SNV"),
        ("nghị định 98/2023", "98/2023/NĐ"),
        ("nghi dinh so 98 nam 2023", "98/2023/NĐ"),
        ("quyết định số 123", "123/QĐ"),
        ("nghị quyết 18", "18/NQ"),
        ("luật số 6/2022", "06/2022"),
        ("1846 qd-ubnd", "1846/QĐ-UBND"),
        ("98 NĐ-CP", "98/NĐ-CP"),
        ("98nd-cp", "98/NĐ-CP"),
        ("11ct/tw", "11-CT/TW"),
        ("11 ct/tw", "11-CT/TW"),
        ("98 2023nd-cp", "98/2023/NĐ-CP"),
        ("98/2023nđ-cp", "98/2023/NĐ-CP"),
        ("9 2012 tt bvhttdl", "09/2012/TT-BVHTTDL"),
        ("98 2023 nd-cp", "98/2023/NĐ-CP"),
        ("9 2012/tt-bvhttdl", "09/2012/TT-BVHTTDL"),
        ("nghị định 24 2014", "24/2014/NĐ"),
        ("QĐ 1102", "1102/QĐ"),
        ("nd 98/2023", "98/2023/NĐ"),
        ("tt số 5", "05/TT"),
    ],
)
def test_a_number_is_known_however_it_is_typed(typed: str, official: str):
    assert found(typed) == [official]


@pytest.mark.parametrize(
    "text",
    [
        "29/02/2024",
        "ngày 29-2-2024",
        "tháng 2/2024",
        "1/2",
        "24/7",
        "60 km/h",
        "100.000 đồng/người",
        "5/ngày",
        "18 - Bộ Nội vụ",
        "9-inch",
        "bàn 9 - PV",
        "tàu 5-QN24",
        "covid-19",
        "2020-2025",
        "kế hoạch 5 năm",
        "1.234/5",
        "năm 2023 UBND tỉnh",
        "quý 4 2023 UBND tỉnh",
        "tháng 12 2023 kh ubnd",
        "ngày 5 12 2023 QĐ UBND",
        "năm học 2023 2024 KH-UBND",
        "điều 2 2015 qđ ubnd",
        "có 12 QĐ và 3 KH",
        "2 ct-abc",
        "2ct-abc",
        "12qđ",
        "5km",
        "24h/ngày",
        "12a qđ-bnv",
        "tt 05",
        "nghị quyết 5-5-2015",
        "",
    ],
)
def test_what_has_no_sign_is_no_number(text: str):
    assert found(text) == []


def test_many_numbers_take_no_longer_than_their_length():
    """Each looks at the few letters before it, and not at all that stands there."""
    started = time.process_time()
    assert len(document_numbers("5 2024/TT-BTC " * 5_000)) == 5_000
    assert time.process_time() - started < 2


def test_the_sign_ends_where_the_sentence_goes_on():
    text = "Nghị định 98/2023/NĐ-CP - Chính phủ ban hành, và QUYẾT ĐỊNH 5/QĐ-SNV VỀ VIỆC"
    assert found(text) == ["98/2023/NĐ-CP", "05/QĐ-SNV"]


def test_each_number_of_a_text_is_found_where_it_stands():
    text = "Theo Quyết định số 123/QĐ-BNV và nghị định 98/2023."
    first, second = document_numbers(text)
    assert text[first.start : first.end] == "123/QĐ-BNV"
    assert text[second.start : second.end] == "98/2023"
    assert (second.number, second.year, second.sign) == (98, 2023, "NĐ")


def test_a_number_said_in_words_begins_the_whole_one():
    said, whole = found("nghị định 98/2023"), found("98/2023/NĐ-CP")
    assert tokens(whole[0])[: len(tokens(said[0]))] == tokens(said[0])


@given(st.one_of(st.text(max_size=60), st.text(st.sampled_from("0129/-– &QĐBNVqdố"), max_size=60)))
def test_any_text_can_be_read(text: str):
    places = [(each.start, each.end) for each in document_numbers(text)]
    assert all(0 <= start < end <= len(clean(text)) for start, end in places)
    assert places == sorted(places)
