"""Uploaded, a photo has the words of its file already; what somebody wrote stays."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Photo

from .described_files import from_a_telephone, with_iptc

pytestmark = [pytest.mark.django_db, pytest.mark.once]

CAPTION = "Ông Vũ Đăng Minh trao Cờ thi đua cho Sở Nội vụ tỉnh Bắc Kạn"
FIELDS = [
    (120, CAPTION.encode()),
    (80, "Đỗ Hữu Ước".encode()),
    (110, "Báo tỉnh".encode()),
    (25, "thi đua".encode()),
]


@pytest.fixture
def editor(client, lan):
    client.force_login(lan)
    return client


def file() -> SimpleUploadedFile:
    return SimpleUploadedFile("DSC_0123.JPG", with_iptc(from_a_telephone(), FIELDS), "image/jpeg")


def test_many_photos_at_once_come_with_their_words_and_show_them(editor):
    answer = editor.post(
        "/admin/images/multiple/add/",
        {"title": "DSC 0123", "files[]": file(), "collection": "1"},
        headers={"X-Requested-With": "XMLHttpRequest"},
    ).json()
    photo = Photo.objects.get()
    assert (photo.title, photo.caption) == (CAPTION, CAPTION)
    assert (photo.photographer, photo.credit) == ("Đỗ Hữu Ước", "Báo tỉnh")
    assert photo.taken_on == datetime.date(2024, 2, 29)
    assert [tag.name for tag in photo.tags.all()] == ["thi đua"]
    assert (photo.width, photo.height) == (60, 80)
    for words in (CAPTION, "Đỗ Hữu Ước", "Báo tỉnh", "29/02/2024", "thi đua"):
        assert words in answer["form"]


def test_what_the_editor_wrote_stays_and_the_rest_is_filled_in(editor):
    written = {"title": "Trao cờ", "caption": "Trao Cờ thi đua", "tags": '"hội nghị"'}
    editor.post("/admin/images/add/", written | {"file": file(), "collection": "1"})
    photo = Photo.objects.get()
    assert (photo.title, photo.caption, photo.credit) == ("Trao cờ", "Trao Cờ thi đua", "Báo tỉnh")
    assert {tag.name for tag in photo.tags.all()} == {"hội nghị", "thi đua"}


def test_a_photo_brings_its_words_to_where_it_is_used(editor, client):
    editor.post("/admin/images/add/", {"title": "Trao cờ", "file": file(), "collection": "1"})
    photo = Photo.objects.get()
    address = f"/admin/news/photos/{photo.pk}/words/"
    assert editor.get(address).json() == {"caption": CAPTION, "alt": "", "credit": "Báo tỉnh"}
    client.logout()
    assert client.get(address).status_code == 302
