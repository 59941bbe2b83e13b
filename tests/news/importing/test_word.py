"""Word documents, made with python-docx or broken on purpose."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from news.importing.errors import UnreadableFile
from news.importing.files import read_file, read_one
from news.importing.parsed import BulletList, Heading, Paragraph, ParsedByline, Table

pytestmark = pytest.mark.once

LEAD = (
    "Chiều ngày 12/04/2024, tại tỉnh Sơn La, Sở Nội vụ khai giảng lớp bồi dưỡng công chức cấp xã."
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(picture, "PNG")
    picture.seek(0)
    word = docx.Document()
    word.add_heading("Khai giảng lớp bồi dưỡng", level=0)
    word.add_paragraph(LEAD)
    body = word.add_paragraph("Lớp học có ")
    body.add_run("120 học viên").bold = True
    body.add_run("\u00a0của 12 huyện.")
    word.add_picture(picture)
    word.add_paragraph("Quang cảnh buổi khai giảng", style="Caption")
    word.add_heading("Nội dung", level=1)
    for item in ("Kỹ năng tiếp dân", "Văn hóa công vụ"):
        word.add_paragraph(item, style="List Bullet")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Huyện", "Số người", "Mộc Châu", "14"), strict=True):
        cell.text = text
    word.add_paragraph("Tòng Thị Pản - Phòng Đào tạo")
    path = tmp_path / "lop.docx"
    word.save(str(path))
    return path


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as problem:
        read_one(path)
    assert str(problem.value).startswith(path.name)
    return problem.value.message


def zipped(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_a_document_of_an_editor(document):
    found = read_one(document)
    assert found.title == "Khai giảng lớp bồi dưỡng"
    assert found.lead == LEAD
    assert found.event.province_name == "Sơn La"
    assert found.byline == (ParsedByline("Tòng Thị Pản", "Phòng Đào tạo"),)
    body, photo, heading, bullets, table = found.blocks
    assert isinstance(body, Paragraph)
    assert body.rich_text == "Lớp học có <b>120 học viên</b> của 12 huyện."
    assert (photo.text, photo.moment) == ("Quang cảnh buổi khai giảng", "overview")
    assert photo.photo.content.startswith(b"\x89PNG")
    assert photo.photo.content_type == "image/png"
    assert isinstance(heading, Heading)
    assert isinstance(bullets, BulletList)
    assert [item.text for item in bullets.items] == ["Kỹ năng tiếp dân", "Văn hóa công vụ"]
    assert isinstance(table, Table)
    assert table.rows == (("Huyện", "Số người"), ("Mộc Châu", "14"))


def test_heading_style_in_the_text_is_not_the_title(tmp_path):
    word = docx.Document()
    word.add_paragraph("Thông báo tuyển dụng")
    word.add_paragraph(LEAD + " " + LEAD)
    word.add_heading("Điều kiện", level=1)
    word.add_paragraph("Có bằng đại học.")
    word.save(str(tmp_path / "bai.docx"))
    found = read_one(tmp_path / "bai.docx")
    assert found.title == "Thông báo tuyển dụng"
    assert Heading("Điều kiện", 3) in found.blocks


def test_broken_document_is_refused_with_its_name(document):
    document.write_bytes(document.read_bytes()[:2000])
    assert refused(document) == "tệp .docx bị hỏng"


def test_document_with_broken_xml_is_refused(tmp_path):
    path = zipped(tmp_path / "x.docx", {"word/document.xml": b"<w:document"})
    assert "hỏng" in refused(path)


def test_old_word_file_under_a_new_name_is_told_so(tmp_path):
    path = tmp_path / "cu.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert ".doc" in refused(path)


def test_other_archive_is_no_document(tmp_path):
    assert "không phải tài liệu Word" in refused(zipped(tmp_path / "x.docx", {"a.txt": b"a"}))


def test_archive_bomb_is_refused_before_it_is_opened(tmp_path):
    path = zipped(tmp_path / "bom.docx", {"word/document.xml": b"\0" * 50_000_000})
    assert path.stat().st_size < 1_000_000
    assert "100 lần" in refused(path)


def test_archive_with_too_many_entries_is_refused(tmp_path):
    path = zipped(tmp_path / "bom.docx", {f"word/{n}.xml": b"x" for n in range(1001)})
    assert "1000 mục" in refused(path)


def test_archive_too_large_unpacked_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("news.importing.word.LARGEST_CONTENT", 1000)
    path = zipped(tmp_path / "bom.docx", {"word/document.xml": bytes(range(256)) * 8})
    assert "giải nén quá" in refused(path)


def test_read_file_gives_the_problem_instead_of_raising(tmp_path):
    (problem,) = read_file(zipped(tmp_path / "x.docx", {"a.txt": b"a"}))
    assert isinstance(problem, UnreadableFile)
