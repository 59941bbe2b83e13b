"""“Nhập bài”: an editor's file or pasted words become a draft, beside what it was read from."""

import io
from pathlib import Path

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import GroupPagePermission

from news.importing import upload
from news.models import ArticlePage, ImportRecord, Photo

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SAMPLE = Path(__file__).parent / "samples" / "cum-thi-dua-so-2.txt"
TITLE = "Cụm thi đua số 2 các sở, ngành tỉnh Quảng Trị tổng kết công tác thi đua năm 2024"
PASTED = """Khai giảng lớp bồi dưỡng công chức cấp xã
Sáng 12/4/2024, Sở Nội vụ khai giảng lớp bồi dưỡng cho 120 công chức cấp xã của 12 huyện.
Lớp học kéo dài năm ngày <script>alert(1)</script>, với các chuyên đề về kỹ năng tiếp dân.
In trang | Chia sẻ
"""


@pytest.fixture
def send(client, site_tree, lan, settings, tmp_path):
    """POST the form as Lan: what a person would choose on the screen."""
    settings.MEDIA_ROOT = tmp_path
    client.force_login(lan)

    def post(follow=True, **fields):
        fields = {"text": "", "place": site_tree.emulation.pk} | fields
        return client.post(reverse("news_import"), fields, follow=follow)

    return post


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def word_document() -> bytes:
    picture, result = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(picture, "PNG")
    picture.seek(0)
    word = docx.Document()
    word.add_heading("Khai giảng lớp bồi dưỡng công chức", level=0)
    word.add_paragraph("Sáng 12/4/2024, Sở Nội vụ khai giảng lớp bồi dưỡng cho 120 công chức.")
    word.add_picture(picture)
    word.add_paragraph("Quang cảnh buổi khai giảng", style="Caption")
    word.save(result)
    return result.getvalue()


def test_a_word_document_becomes_a_draft_of_whoever_sent_it(send, lan, site_tree):
    answer = send(file=sent("Tin của Lan.docx", word_document()))

    article = ArticlePage.objects.get()
    assert (article.title, article.owner) == ("Khai giảng lớp bồi dưỡng công chức", lan)
    assert article.is_child_of(site_tree.emulation)
    assert not article.live
    (photo,) = article.photos
    assert photo["caption"] == "Quang cảnh buổi khai giảng"
    assert photo["image"] == Photo.objects.get()
    words = answer.content.decode()
    assert answer.redirect_chain == [(reverse("news_article_proposals", args=[article.pk]), 302)]
    assert "Đã tạo bản nháp" in words
    assert "Chú thích ảnh" in words


def test_the_draft_stands_beside_its_source(send):
    words = send(file=sent("bai.txt", SAMPLE.read_bytes())).content.decode()

    source, read = words.split('id="nguon"')[1].split('id="da-doc"')
    assert TITLE in source
    assert TITLE in read
    assert "<del>In trang | Chia sẻ</del>" in source
    assert "In trang" not in read.split("</section>")[0]
    assert "Danh sách" in read
    assert "Dòng đã bỏ" not in words  # each is struck out where it stood
    lines = [text for _number, text in ImportRecord.objects.get().lines]
    assert lines[1] == TITLE


def test_words_that_are_pasted_are_read_as_a_file_is(send):
    words = send(text=PASTED).content.decode()

    assert ArticlePage.objects.get().title == "Khai giảng lớp bồi dưỡng công chức cấp xã"
    assert "<script>alert(1)" not in words
    assert "&lt;script&gt;alert(1)" in words


def test_what_came_in_before_is_shown_and_not_made_again(send, client, minh):
    send(text=PASTED)
    article = ArticlePage.objects.get()
    answer = send(text=PASTED)

    assert ArticlePage.objects.count() == 1
    assert "đã được nhập trước đây" in answer.content.decode()
    assert answer.redirect_chain[0][0] == reverse("news_article_proposals", args=[article.pk])
    article.delete()
    send(text=PASTED)
    assert ArticlePage.objects.exists()  # thrown away by an editor, and wanted after all


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Hãy chọn một tệp, hoặc dán nội dung"),
        ({"text": "   \n"}, "Hãy chọn một tệp, hoặc dán nội dung"),
        ({"file": ("a.txt", b"Tin"), "text": "Tin"}, "không cả hai"),
        ({"file": ("a.exe", b"MZ")}, "chỉ nhận các loại tệp"),
        ({"file": ("a", b"MZ")}, "chỉ nhận các loại tệp"),
        ({"file": ("a.docx", b"MZ\x90\x00")}, "bị hỏng"),
        ({"file": ("a.docx", b"\xd0\xcf\x11\xe0 old")}, "Word cũ"),
        ({"file": ("a.txt", b"\xff\x00\xfe")}, "UTF-8"),
        ({"file": ("a.txt", b"")}, "rỗng"),
        ({"file": ("a.html", b"<p></p>")}, "Không đọc được"),
        ({"text": "Tin", "place": "0"}, "Chọn một chuyên mục trong danh sách"),
        ({"text": "Tin", "place": "a\x00"}, "ký tự"),
        ({"text": "\x00"}, "ký tự"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_made(send, fields, said):
    if "file" in fields:
        fields = fields | {"file": sent(*fields["file"])}
    answer = send(**fields)

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not ArticlePage.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(send, monkeypatch):
    monkeypatch.setattr(upload, "LARGEST_FILE", 100)

    assert "lớn quá" in send(file=sent("a.txt", b"a" * 101)).content.decode()


def test_words_that_were_pasted_are_still_there_after_a_refusal(send):
    answer = send(text=PASTED, place="0")

    assert "Lớp học kéo dài năm ngày" in answer.content.decode()


def test_only_places_one_may_write_in_are_offered(send, client, lan, site_tree, stranger):
    GroupPagePermission.objects.filter(group=lan.groups.get()).update(page=site_tree.structure)
    assert "Chọn một chuyên mục trong danh sách" in send(text=PASTED).content.decode()

    send(text=PASTED, place=site_tree.structure.pk)
    assert ArticlePage.objects.get().is_child_of(site_tree.structure)

    client.force_login(stranger)
    assert client.get(reverse("news_import")).status_code in (302, 403)
