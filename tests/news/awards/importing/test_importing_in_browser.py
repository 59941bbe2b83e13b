"""A clerk with the annex of a decision, in a real browser: from the decision to the public register."""

import datetime
import io

import openpyxl
import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import FilePayload, expect
from playwright.sync_api import Page as Tab

from news.awards.factories import AwardDecisionFactory
from tests.site_tree import plant_site_tree

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS = ["STT", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu", "Năm"]
SAU = [1, "Ông Lý Văn Sáu", "Chuyên viên Sở Nội vụ", "Bằng khen", 2025]
WRONG = [2, "Bà Cao Thị Tám", "Công chức xã Yên Bình", "Bằng khem", 2025]
RIGHT = [2, "Bà Cao Thị Tám", "Công chức xã Yên Bình", "Bằng khen", 2025]


def annex(*rows: list) -> FilePayload:
    book, content = openpyxl.Workbook(), io.BytesIO()
    for row in (["DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN"], [], HEADS, *rows):
        book.active.append(row)
    book.save(content)
    return {"name": "Phụ lục.xlsx", "mimeType": XLSX, "buffer": content.getvalue()}


def test_a_clerk_brings_in_an_annex_mends_a_row_and_brings_in_the_rest(
    page: Tab, live_server, client, django_user_model
):
    plant_site_tree()
    decision = AwardDecisionFactory(number="7/QĐ-UBND", decided_on=datetime.date(2026, 1, 12))
    lan = django_user_model.objects.create_user("lan")
    lan.groups.add(Group.objects.get(name="Biên tập viên"))
    client.force_login(lan)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    page.goto(f"{live_server.url}/admin/snippets/awards/awarddecision/edit/{decision.pk}/")
    page.get_by_role("link", name="Nhập danh sách").click()
    expect(page.get_by_text("Quyết định 7/QĐ-UBND ngày 12/01/2026")).to_be_visible()
    _send(page, annex(SAU, WRONG))
    expect(page.get_by_text("Không có danh hiệu, hình thức “Bằng khem”")).to_be_visible()
    page.get_by_role("button", name="Nhập 1 lượt đúng").click()
    expect(page.get_by_text("Đã nhập 1 lượt khen thưởng")).to_be_visible()
    expect(page.get_by_text("1 dòng sai chưa nhập")).to_be_visible()
    expect(page.get_by_text("Quyết định 7/QĐ-UBND ngày 12/01/2026").last).to_be_visible()
    _send(page, annex(SAU, RIGHT))
    page.get_by_role("button", name="Nhập 1 lượt").click()
    expect(page.get_by_text("1 lượt đã có trong sổ")).to_be_visible()

    page.goto(f"{live_server.url}/khen-thuong/")
    for name in ("Lý Văn Sáu", "Cao Thị Tám"):
        expect(page.get_by_text(name)).to_have_count(1)


def _send(page: Tab, file: FilePayload) -> None:
    page.get_by_label("Tệp").set_input_files(file)
    page.get_by_role("button", name="Đọc danh sách").click()
