"""Files that cannot be read say so, naming themselves and the place."""

import time
from pathlib import Path

import pytest

from news.importing.errors import UnreadableFile
from news.importing.files import LARGEST_TEXT, read_file, read_one
from news.importing.parsed import ParsedArticle

pytestmark = pytest.mark.once

TEXT = "Tiêu đề bài\nĐoạn một nói rõ mọi việc đã làm trong năm.\nĐoạn hai nói về việc sẽ làm năm sau.\n"


def problem_of(path: Path) -> UnreadableFile:
    (problem,) = read_file(path)
    assert isinstance(problem, UnreadableFile)
    assert str(problem).startswith(path.name)
    return problem


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files(tmp_path, coding):
    path = tmp_path / "bai.TXT"
    path.write_text(TEXT, encoding=coding)
    (found,) = read_file(path)
    assert isinstance(found, ParsedArticle)
    assert found.title == "Tiêu đề bài"


@pytest.mark.parametrize(
    "content",
    [TEXT.encode() + "Hội nghị".encode()[:5] + b"\xde\n", TEXT.encode() + b"H\xe9i ngh\xde"],
    ids=["cut", "TCVN3"],
)
def test_other_codings_are_named_with_line_and_byte(tmp_path, content):
    path = tmp_path / "cu.txt"
    path.write_bytes(content)
    problem = problem_of(path)
    assert problem.line == 4
    assert "không phải UTF-8 (byte thứ " in problem.message


def test_windows_1258_text_is_refused_and_a_page_that_declares_it_is_read(tmp_path):
    decomposed = "Hôòi nghiò cuÒa SõÒ".encode("cp1258", errors="ignore")
    (tmp_path / "cu.txt").write_bytes(decomposed)
    assert "không phải UTF-8" in problem_of(tmp_path / "cu.txt").message
    page = "<html><head><meta charset='windows-1258'></head><body><h1>Hô\u0323i nghi\u0323</h1><p>Một đoạn.</p>"
    page = page.replace("ộ", "ô\u0323").replace("ạ", "a\u0323")
    (tmp_path / "cu.html").write_bytes(page.encode("cp1258"))
    assert read_one(tmp_path / "cu.html").title == "Hội nghị"


def test_text_spoilt_by_a_wrong_coding_is_told_so(tmp_path):
    path = tmp_path / "hong.txt"
    path.write_text(
        "Hội nghị tổng kết phong trào thi đua của tỉnh".encode().decode("cp1252", "replace"),
        encoding="utf-8",
    )
    assert "hỏng" in problem_of(path).message


def test_binary_file_under_a_text_name(tmp_path):
    path = tmp_path / "anh.txt"
    path.write_bytes(b"abc\n\x00\x01\x02")
    assert problem_of(path).line == 2


@pytest.mark.parametrize("name", ["rong.txt", "rong.html", "rong.docx", "rong.jsonl"])
def test_empty_file(tmp_path, name):
    (tmp_path / name).touch()
    assert problem_of(tmp_path / name).message == "tệp rỗng"


def test_blank_file(tmp_path):
    (tmp_path / "trang.txt").write_text(" \n\u00a0\n", encoding="utf-8")
    assert problem_of(tmp_path / "trang.txt").message == "tệp rỗng"


def test_fifty_megabytes_are_refused_without_reading_them(tmp_path, monkeypatch):
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("read"))
    started = time.perf_counter()
    assert problem_of(path).message == "tệp 50 MB, lớn quá 20 MB"
    assert time.perf_counter() - started < 1
    assert LARGEST_TEXT == 20 * 1024 * 1024


@pytest.mark.parametrize(
    ("name", "words"),
    [("khong-co.txt", "không có tệp này"), ("bai.pdf", "không nhận loại tệp này")],
)
def test_missing_or_unknown_file(tmp_path, name, words):
    if name.endswith(".pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    assert words in problem_of(tmp_path / name).message


def test_folder_is_no_file(tmp_path):
    (tmp_path / "thu-muc.txt").mkdir()
    assert problem_of(tmp_path / "thu-muc.txt").message == "không phải là tệp"
