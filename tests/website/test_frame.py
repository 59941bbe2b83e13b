"""The frame of every page: header, menu, footer, error pages."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from website.errors import server_error
from website.models import SiteSettings
from website.templatetags.website_tags import full_name, words_of_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def department(site_tree) -> SiteSettings:
    settings = SiteSettings.for_site(site_tree.site)
    settings.department_name = "Sở Nội vụ"
    settings.province_line = "Tỉnh Đồng Đăng"
    settings.managing_authority = "Ủy ban nhân dân tỉnh Đồng Đăng"
    settings.content_lead = "bà Đỗ Thị Bích, Phó Giám đốc Sở"
    settings.save()
    return settings


def test_the_name_in_one_line(department):
    assert full_name(department) == "Sở Nội vụ tỉnh Đồng Đăng"


def test_header_and_footer_say_who_we_are(client, department):
    html = client.get("/").content.decode()
    assert "<b>Sở Nội vụ</b><small>Tỉnh Đồng Đăng</small>" in html
    assert "Cơ quan chủ quản: Ủy ban nhân dân tỉnh Đồng Đăng" in html
    assert "Chịu trách nhiệm nội dung: bà Đỗ Thị Bích" in html
    assert "Điện thoại" not in html


def test_the_menu_says_where_we_are(client, site_tree):
    site_tree.news.show_in_menus = True
    site_tree.news.save()
    html = client.get("/tin-tuc/thi-dua/").content.decode()
    menu = html[html.index('id="muc-luc"') : html.index("<main")]
    current = re.findall(r'<a href="([^"]+)" aria-current="(\w+)"', menu)
    assert current == [("/tin-tuc/", "true")]
    assert "Nhân sự và tổ chức" in menu


def test_a_page_names_its_language_and_lets_the_keyboard_skip_the_header(client, site_tree):
    html = client.get("/").content.decode()
    assert '<html lang="vi">' in html
    assert html.index('href="#noi-dung"') < html.index('class="band"')
    assert '<main id="noi-dung">' in html


def test_an_unknown_address_offers_its_own_words_to_search_for(client, department):
    answer = client.get("/tin-tuc/trao-co-thi-dua-2025.html")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "Trang này lạc mất dấu" in html
    assert 'value="trao co thi dua 2025"' in html


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", ""),
        ("/tin-tuc/", "tin tuc"),
        ("/a/khen_thuong-2024.aspx", "khen thuong 2024"),
        ("/a/<script>alert(1)</script>", "script"),
        ("/" + "dai-" * 100, ("dai " * 100)[:100]),
    ],
)
def test_words_of_an_address(path, words):
    assert words_of_address(path).strip() == words.strip()


def test_a_page_with_a_password_asks_for_it_in_our_look_and_tells_nothing_else(client, site_tree):
    PageViewRestriction.objects.create(
        page=site_tree.structure, restriction_type="password", password="mật khẩu"
    )
    asked = client.get(site_tree.structure.url).content.decode()
    assert "Trang này cần mật khẩu" in asked
    assert 'class="band"' in asked
    assert site_tree.structure.title not in asked
    form = BeautifulSoup(asked, "html.parser").form
    letter = {field["name"]: field.get("value", "") for field in form.select("input")}
    refused = client.post(form["action"], letter | {"password": "sai"}).content.decode()
    assert 'class="wrong"' in refused
    opened = client.post(form["action"], letter | {"password": "mật khẩu"}, follow=True)
    assert site_tree.structure.title in opened.content.decode()


def test_the_page_for_errors_asks_the_database_nothing(django_assert_num_queries, rf):
    with django_assert_num_queries(0):
        answer = server_error(rf.get("/tin-tuc/"))
    assert answer.status_code == 500
    assert "Trang đang gặp lỗi" in answer.content.decode()
