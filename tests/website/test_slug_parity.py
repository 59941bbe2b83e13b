"""The admin's script and our Python make the same address of a title, in a real browser."""

import unicodedata

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from wagtail.models import Site

from news.factories import SectionPageFactory
from news.models import ArticlePage, NewsIndexPage
from search.vietnamese.slugs import vietnamese_slug

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

LONG = (
    "Tổng kết phong trào thi đua yêu nước giai đoạn 2020 – 2025, phát động phong trào thi đua"
    " giai đoạn 2026 – 2030 và khen thưởng các điển hình tiên tiến"
)

TITLES = [
    "Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII",
    "đường đến Điện Biên Phủ",
    "Ăn quả nhớ kẻ trồng cây",
    "Ưu đãi người có công ở Ứng Hòa",
    "Nguyễn Thị Ướt, Ỷ Lan, Ýa Mơ",
    "Ặ Ẵ Ẳ Ằ Ắ ặ ẵ ẳ ằ ắ Ậ Ẫ Ẩ Ầ Ấ ậ ẫ ẩ ầ ấ",
    "Ệ Ễ Ể Ề Ế ệ ễ ể ề ế Ộ Ỗ Ổ Ồ Ố ộ ỗ ổ ồ ố",
    "Ợ Ỡ Ở Ờ Ớ ợ ỡ ở ờ ớ Ự Ữ Ử Ừ Ứ ự ữ ử ừ ứ Ỵ Ỹ Ỷ Ỳ Ý ỵ ỹ ỷ ỳ ý",
    unicodedata.normalize("NFD", "Thi đua – Khen thưởng: Đền ơn đáp nghĩa"),
    unicodedata.normalize("NFD", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK"),
    "Thi đua – Khen thưởng",
    "Thi đua — Khen thưởng",
    "Thi đua - Khen thưởng",
    "Thi đua--Khen  thưởng",
    "“Cả nước chung sức xây dựng nông thôn mới”",
    "‘Dân vận khéo’ và 'Dân vận tốt'",
    '"Đoàn kết" & "Sáng tạo"',
    "Năm học 2024/2025",
    "Quyết định số 1287/QĐ-UBND ngày 29/02/2024",
    "Thưởng 1.500.000 Đồng, 2.000 đồng",
    "Mức thưởng 500₫ và 12%",
    "Giảm 10 €, 5 £ mỗi m²",
    "Nước H₂O, ½ ngày, 30°C, № 5",
    "Kỳ họp thứ Ⅳ, khóa XV",
    "Hỏi – đáp: làm gì khi mất thẻ?",
    "… và còn nữa…",
    " Hai đầu có khoảng trắng ",
    "Không\u00a0ngắt\u00a0dòng",
    "Nét\u200bẩn và gạch\u00adnối mềm",
    "café, naïve, Œuvre, Straße, Łódź",
    "(1) Một; (2) Hai; [3] Ba; {4} Bốn",
    "A/B\\C|D_E+F=G*H",
    "24h@sonoivu.gov.vn #thidua",
    "Sơ kết 6 tháng đầu năm; nhiệm vụ, giải pháp 6 tháng cuối năm",
    LONG,
    "Trung tâm Dịch vụ việc làm và đào tạo, bồi dưỡng cán bộ, công chức, viên chức " * 2,
    "ĐƯỜNG" * 30,
]


@pytest.fixture
def emulation():
    return SectionPageFactory(parent=NewsIndexPage.objects.get(), title="Thi đua")


@pytest.fixture
def form(page: Tab, live_server, client, emulation, django_user_model, settings) -> Tab:
    """The admin's "add article" form, as Minh sees it; it is saved only when he says so."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    client.force_login(django_user_model.objects.create_superuser("minh"))
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/admin/pages/add/news/articlepage/{emulation.pk}/")
    return page


def typed_slug(form: Tab, title: str) -> str:
    """What the empty slug field holds when the editor has typed the title and moved on."""
    slug = form.locator("#id_slug")
    slug.evaluate("field => { field.value = '' }")
    field = form.locator("#id_title")
    field.focus()
    field.fill(title)
    field.blur()
    expect(slug).not_to_have_value("")
    return slug.input_value()


def test_the_script_makes_the_same_address_as_python(form: Tab):
    made = {title: typed_slug(form, title) for title in TITLES}
    # Only Python cuts what is too long; it does so when the page is saved.
    made |= {title: vietnamese_slug(slug) for title, slug in made.items() if len(slug) > 100}
    assert made == {title: vietnamese_slug(title) for title in TITLES}
    assert len(TITLES) >= 30


@pytest.mark.parametrize("title", [LONG, "Thi đua – Khen thưởng 2024/2025: Đồng bào Ơ Đu"])
def test_a_saved_article_has_the_address_of_its_title(form: Tab, emulation, title: str):
    typed_slug(form, title)
    form.locator("#page-edit-form button.action-save").first.click()
    form.wait_for_url("**/edit/**")
    assert ArticlePage.objects.get().slug == vietnamese_slug(title)


def test_an_address_typed_by_hand_in_vietnamese_is_made_ascii_when_left(form: Tab):
    typed_slug(form, "Tin khác")
    form.get_by_role("tab", name="Quảng bá").click()
    field = form.locator("#id_slug")
    field.fill("Đặc biệt – 2024")
    field.blur()
    assert field.input_value() == "dac-biet-2024"
