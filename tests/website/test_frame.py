"""The frame of every page: header, menu, footer, error pages."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from website.errors import server_error
from website.models import SiteSettings
from website.templatetags.website_tags import full_name, words_of_address

pytestmark = [pytest.mark.django_db, pytest.mark.once]

WITH_MARKS = re.compile("[À-ỹ]")


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
    assert '<b>Sở Nội vụ</b><small><span class="unbroken">Tỉnh Đồng Đăng</span></small>' in html
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


def test_the_icon_is_found_where_browsers_look_for_it(client, site_tree):
    icon = BeautifulSoup(client.get("/").content, "html.parser").find("link", rel="icon")
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (302, icon["href"])
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert client.get(answer["Location"])["Content-Type"].startswith("image/svg+xml")


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


@pytest.fixture
def private(site_tree) -> str:
    """The address of a page for those who have an account."""
    PageViewRestriction.objects.create(page=site_tree.structure, restriction_type="login")
    return site_tree.structure.url


def letter_of(html):
    """Where the form of a page is sent to, and what it sends if nobody types."""
    form = BeautifulSoup(html, "html.parser").form
    return form["action"], {each["name"]: each.get("value", "") for each in form.select("input")}


def test_a_page_with_a_password_asks_for_it_in_our_look_and_tells_nothing_else(client, site_tree):
    PageViewRestriction.objects.create(
        page=site_tree.structure, restriction_type="password", password="mật khẩu"
    )
    asked = client.get(site_tree.structure.url)
    html = asked.content.decode()
    assert "Trang này cần mật khẩu" in html
    assert 'class="band"' in html
    assert site_tree.structure.title not in html
    address, letter = letter_of(html)
    refused = client.post(address, letter | {"password": "sai"})
    assert "<title>Chưa mở được: Trang này cần mật khẩu</title>" in refused.content.decode()
    wrong = BeautifulSoup(refused.content, "html.parser")
    assert wrong.select_one("[role=alert] a")["href"] == "#id_password"
    assert wrong.select_one(".wrong")["id"] == wrong.find(id="id_password")["aria-describedby"]
    for answer in (asked, refused):
        assert "no-store" in answer["Cache-Control"]
    opened = client.post(address, letter | {"password": "mật khẩu"}, follow=True)
    assert site_tree.structure.title in opened.content.decode()


def test_a_page_for_those_with_an_account_asks_them_to_sign_in(client, lan, private):
    lan.set_password("mật khẩu của Lan")
    lan.save()
    asked = client.get(private, follow=True)
    html = asked.content.decode()
    assert asked.redirect_chain[0][0] == f"/_util/login/?next={private}"
    assert "<h1>Đăng nhập để xem trang này</h1>" in html
    assert '<meta name="viewport"' in html
    assert 'class="band"' in html
    address, letter = letter_of(html)
    refused = client.post(address, letter | {"username": "lan", "password": "sai"})
    wrong = BeautifulSoup(refused.content, "html.parser")
    assert "không đúng" in wrong.select_one("[role=alert]").text
    assert wrong.find(id="id_username")["value"] == "lan"
    for answer in (asked, refused):
        assert "no-store" in answer["Cache-Control"]
    opened = client.post(address, letter | {"username": "lan", "password": "mật khẩu của Lan"})
    assert (opened.status_code, opened["Location"]) == (302, private)
    assert client.get(private).status_code == 200


def test_readers_of_english_sign_in_in_english(client, private):
    html = client.get("/en/_util/login/", {"next": private}).content.decode()
    address, letter = letter_of(html)
    assert "<h1>Sign in to see this page</h1>" in html
    assert "Username" in html
    refused = client.post(address, letter | {"username": "x", "password": "y"}).content.decode()
    assert "Please enter a correct username" in refused
    assert not WITH_MARKS.search(BeautifulSoup(refused, "html.parser").main.text)


def test_an_account_that_may_not_see_a_page_is_told_so(client, stranger, site_tree):
    PageViewRestriction.objects.create(page=site_tree.structure, restriction_type="groups")
    client.force_login(stranger)
    asked = client.get(site_tree.structure.url, follow=True).content.decode()
    assert "Tài khoản bạn đang dùng không xem được trang này" in asked


def test_who_signs_in_without_wanting_a_page_is_led_home(client, lan, site_tree):
    lan.set_password("mật khẩu của Lan")
    lan.save()
    address, letter = letter_of(client.get("/_util/login/").content.decode())
    signed_in = client.post(address, letter | {"username": "lan", "password": "mật khẩu của Lan"})
    assert signed_in["Location"] == "/"


def test_what_is_shown_to_somebody_signed_in_is_theirs_alone(client, lan, site_tree):
    client.force_login(lan)
    for address in ("/", "/nhan-su/", "/tim-kiem/", "/khong-co/"):
        assert client.get(address)["Cache-Control"] == "private, no-cache", address


def test_the_page_for_errors_asks_the_database_nothing(django_assert_num_queries, rf):
    with django_assert_num_queries(0):
        answer = server_error(rf.get("/tin-tuc/"))
    assert answer.status_code == 500
    assert "Trang đang gặp lỗi" in answer.content.decode()
