"""JSONL rows: good ones are read whatever the others are like."""

import json
import tracemalloc

import pytest

from news.importing.errors import UnreadableFile
from news.importing.files import read_file
from news.importing.jsonl import read_row
from news.importing.parsed import Caption, Paragraph, ParsedByline, ParsedPhoto

pytestmark = pytest.mark.once

LEAD = "Sáng 14/11, tại tỉnh Lào Cai, Sở Nội vụ tổ chức kỳ thi tuyển công chức năm 2024 cho 300 thí sinh."
BODY = "Kỳ thi diễn ra trong hai ngày với hai vòng thi, kết quả được niêm yết công khai tại trụ sở."


def row(**fields):
    return {"id": "a1", "title": "Thi tuyển công chức", "body": f"{LEAD}\n{BODY}\n{BODY}"} | fields


def read(**fields):
    return read_row(row(**fields), 5, "lo.jsonl")


def written(path, rows):
    lines = [
        one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode()
        for one in rows
    ]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def test_a_full_row():
    found = read(
        published_at="2024-11-15T08:00:00+07:00", section="tuyen-dung", views=12, url="https://cu.example/1",
        byline="Lý Thu Hà - Văn phòng Sở", photos=[{"file": "a.jpg", "caption": "Thí sinh", "alt": "Phòng thi"}],
    )  # fmt: skip
    assert (found.external_id, found.line) == ("a1", 5)
    assert (found.title, found.lead) == ("Thi tuyển công chức", LEAD)
    assert found.blocks == (Paragraph(BODY, 2), Paragraph(BODY, 3))
    assert found.event.date.isoformat() == "2024-11-14"
    assert (found.views, found.section, found.canonical_url) == (
        12,
        "tuyen-dung",
        "https://cu.example/1",
    )
    assert found.byline == (ParsedByline("Lý Thu Hà", "Văn phòng Sở"),)
    assert found.photos == (ParsedPhoto("a.jpg", "Thí sinh", "Phòng thi"),)
    assert found.warnings == ()


def test_fields_outweigh_the_text_and_what_repeats_them_is_dropped():
    found = read(
        lead=LEAD, views=40, byline="Lý Thu Hà",
        body=f"Thi tuyển công chức\nLượt xem: 33\n{LEAD}\n{BODY}\nLý Thu Hà",
    )  # fmt: skip
    assert (found.views, found.lead) == (40, LEAD)
    assert [block.text for block in found.blocks] == [BODY]
    assert {d.text for d in found.dropped} == {
        "Thi tuyển công chức",
        "Lượt xem: 33",
        LEAD,
        "Lý Thu Hà",
    }


def test_body_in_html():
    found = read(
        body=f"<p>{LEAD}</p><p>Chữ <b>đậm</b>.</p><figure><img src='x.jpg'><figcaption>Chú thích</figcaption></figure>"
    )
    assert found.blocks[0].rich_text == "Chữ <b>đậm</b>."
    assert isinstance(found.blocks[1], Caption)


def test_less_than_sign_makes_no_html():
    assert (
        read(body="Tỷ lệ a < b và c > d trong mọi trường hợp.")
        .blocks[0]
        .text.startswith("Tỷ lệ a < b")
    )


def test_byline_in_any_shape():
    assert read(byline="BBT").byline == (ParsedByline("BBT"),)
    assert read(byline={"name": "Lý Hà", "unit": "Phòng A"}).byline == (
        ParsedByline("Lý Hà", "Phòng A"),
    )
    assert read(byline=["Lý Hà", "Đỗ An - Văn phòng Sở"]).byline[1] == ParsedByline(
        "Đỗ An", "Văn phòng Sở"
    )
    assert read(byline=None).byline == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [("published_at", "2024-02-30"), ("published_at", "hôm qua"), ("published_at", 5), ("published_at", "0001-01-01"), ("views", -1), ("views", 2**31), ("views", "5.000.000.000"),
     ("views", "nhiều"), ("views", True), ("photos", [{"caption": "không có tệp"}]), ("photos", "a.jpg")],
)  # fmt: skip
def test_field_that_makes_no_sense_is_left_out_with_a_warning(field, value):
    found = read(**{field: value})
    assert getattr(found, field) in (None, ())
    assert found.warnings[0].startswith("lo.jsonl, dòng 5: ")
    assert field in found.warnings[0]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b'{"id": "7", "title": "x", ', "không phải JSON"),
        (b'{"id": "7", "title": "H\xe9i ngh\xde", "body": "x"}', "không phải UTF-8"),
        (b"[1, 2]", "đối tượng JSON"),
        ({"title": "x", "body": "x"}, '"id"'),
        ({"id": "\0", "title": "x", "body": "x"}, '"id"'),
        ({"id": "  ", "title": "x", "body": "x"}, '"id"'),
        ({"id": "7", "body": "x"}, '"title"'),
        ({"id": "7", "title": "x"}, '"body"'),
        ({"id": "7", "title": 5, "body": "x"}, '"title"'),
        ({"id": "7", "title": "x", "body": "x", "byline": 5}, '"byline"'),
        (b'{"id": "7", "title": "x\\ud800", "body": "x"}', "ký tự hỏng"),
        (b"[" * 100_000, "không phải JSON"),
        (b"1" * 5_000, "không phải JSON"),
    ],
)
def test_bad_line_seven_is_named_and_the_others_are_read(tmp_path, bad, words):
    rows = [row(id=str(number)) for number in range(1, 11)]
    rows[6] = bad
    found = list(read_file(written(tmp_path / "lo.jsonl", rows)))
    problem = found.pop(6)
    assert isinstance(problem, UnreadableFile)
    assert (problem.line, words in problem.message) == (7, True)
    assert str(problem).startswith("lo.jsonl, dòng 7: ")
    assert [one.external_id for one in found] == ["1", "2", "3", "4", "5", "6", "8", "9", "10"]


def test_words_longer_than_their_field_are_cut_and_the_warning_keeps_them():
    name, unit = "Nguyễn Văn An " * 20, "Phòng Nội vụ " * 20
    found = read(byline={"name": name, "unit": unit})
    (person,) = found.byline
    assert person.name.startswith("Nguyễn Văn An")
    assert (len(person.name) <= 100, len(person.unit) <= 150) == (True, True)
    assert all(one.startswith("lo.jsonl, dòng 5: ") for one in found.warnings)
    assert [
        words.strip() in one for words, one in zip((name, unit), found.warnings, strict=True)
    ] == [True, True]


def test_address_longer_than_its_field_is_left_out_and_the_warning_keeps_it():
    url = "https://cu.example/" + "a" * 500
    found = read(url=url)
    assert found.canonical_url == ""
    assert found.warnings[0].startswith("lo.jsonl, dòng 5: ")
    assert url in found.warnings[0]


def test_no_null_byte_is_left():
    found = read(
        id="a\0b", title="Thi\0 tuyển", lead=f"\0{LEAD}", body=f"{BODY}\0", byline="Lý\0 Hà",
        section="tin\0", url="https://cu.example/\0", photos=[{"file": "a.jpg", "caption": "\0", "alt": "\0"}],
    )  # fmt: skip
    assert "\\x00" not in repr(found)


def test_row_too_long_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr("news.importing.jsonl.LONGEST_ROW", 2000)
    rows = [row(id="1"), row(id="2", body="dài " * 3000), row(id="3")]
    first, problem, third = read_file(written(tmp_path / "lo.jsonl", rows))
    assert (first.external_id, problem.line, third.external_id) == ("1", 2, "3")


def test_blank_lines_and_byte_order_mark(tmp_path):
    path = tmp_path / "lo.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(row()).encode() + b"\r\n\r\n  \r\n")
    (found,) = read_file(path)
    assert found.external_id == "a1"


def test_number_as_id_and_digest():
    assert read(id=17).external_id == "17"
    assert read().source_digest == read().source_digest != read(views=1).source_digest


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = written(
        tmp_path / "lo.jsonl", [row(id=str(n), body=f"{LEAD}\n" + BODY * 20) for n in range(400)]
    )
    reader = read_file(path)
    next(reader)
    tracemalloc.start()
    for _ in reader:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
