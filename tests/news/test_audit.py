"""Who did what and when: one line for one visit, in words an office reads, to take along."""

import codecs
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import ModelLogEntry

from news.factories import ArticlePageFactory, PhotoFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_a_visit_is_one_line_and_the_spreadsheet_says_everything_in_vietnamese(
    client, django_user_model, site_tree
):
    minh = django_user_model.objects.create_superuser("minh")
    article = ArticlePageFactory(parent=site_tree.emulation, title="Lịch họp")
    draft = article.save_revision(user=minh, log_action=True)
    for _ in range(3):  # as automatic saving does
        draft = article.save_revision(user=minh, log_action=True, overwrite_revision=draft)
    article.save_revision(user=minh, log_action=True)
    article.unpublish(user=minh)

    client.force_login(minh)
    answer = client.get("/admin/reports/site-history/?export=csv")
    sheet = b"".join(answer.streaming_content)
    head, *lines = sheet.removeprefix(codecs.BOM_UTF8).decode().splitlines()
    assert sheet.startswith(codecs.BOM_UTF8)
    assert head == 'Mã số,Tên,Loại,Loại thao tác,Người dùng,Ngày giờ,Nội dung,"Lý do, nhận xét"'
    done = [line.split(",")[3] for line in lines if line.split(",")[4] == "minh"]
    assert done == ["Gỡ xuống", "Sửa", "Sửa"]

    answer = client.get("/admin/reports/site-history/?export=xlsx")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert [cell.value for cell in book.active["G"]][:2] == ["Nội dung", "Đã gỡ xuống"]


def test_every_photo_says_once_who_added_it(
    client, minh, site_tree, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(minh)
    picture = PhotoFactory.build().file.read()
    chooser = "image-chooser-upload"
    doors = {
        "/admin/images/add/": ("title", "file", "collection"),
        "/admin/images/multiple/add/": ("title", "files[]", "collection"),
        "/admin/images/chooser/create/": tuple(
            f"{chooser}-{name}" for name in ("title", "file", "collection")
        ),
    }
    for number, (door, names) in enumerate(doors.items()):
        upload = SimpleUploadedFile(f"{number}.jpg", picture, "image/jpeg")
        with django_capture_on_commit_callbacks(execute=True):
            client.post(
                door,
                dict(zip(names, (f"Ảnh {number}", upload, "1"), strict=True)),
                headers={"X-Requested-With": "XMLHttpRequest"},
            )

    entries = ModelLogEntry.objects.filter(content_type__model="photo").order_by("pk")
    assert [(each.action, each.label, each.user) for each in entries] == [
        ("wagtail.create", f"Ảnh {number}", minh) for number in range(3)
    ]
