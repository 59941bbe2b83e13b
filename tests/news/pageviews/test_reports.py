"""What leaders and editors see: the report, the panel, the lists, the page for anybody."""

import datetime
from io import BytesIO

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from openpyxl import load_workbook

from news.factories import ArticlePageFactory
from news.models.articles import ArticleByline
from news.pageviews.models import ViewDay, ViewTotal, make_totals
from news.pageviews.reports import By, report
from people.factories import OrganisationFactory

TODAY = datetime.date(2026, 3, 4)  # a Wednesday
ADDRESS = "/admin/reports/luot-xem/"


@pytest.fixture(autouse=True)
def wednesday():
    with time_machine.travel("2026-03-04T05:00:00Z", tick=False):
        yield


@pytest.fixture
def was_read(site_tree):
    """An article that was read so often on the days before today (0: today)."""

    def make(title, days, parent=site_tree.emulation, channel="website", **fields):
        page = ArticlePageFactory(parent=parent, title=title, **fields)
        make_totals([page.translation_key])
        for ago, views in days.items():
            day = TODAY - datetime.timedelta(days=ago)
            ViewDay.objects.create(
                article=page.translation_key, day=day, views=views, channel=channel
            )
        totals = ViewTotal.objects.filter(article=page.translation_key)
        totals.update(**{"website" if channel == "website" else "portals": sum(days.values())})
        totals.settle_periods(TODAY)
        return page

    return make


def lines(by, days=10, article=None):
    found = report(by, TODAY - datetime.timedelta(days=days), TODAY, article)
    return [(line.label, line.views) for line in found]


def test_days_come_in_order_and_none_is_missing(was_read):
    was_read("Một", {0: 5, 2: 7})
    was_read("Hai", {0: 1, 40: 9})

    assert lines(By.DAY, 2) == [("02/03/2026", 7), ("03/03/2026", 0), ("04/03/2026", 6)]


def test_weeks_begin_on_monday_and_months_on_their_first(was_read):
    was_read("Một", {0: 5, 2: 7, 3: 1, 4: 2})  # Wednesday, Monday; Sunday, Saturday before

    assert lines(By.WEEK) == [
        ("16/02 – 22/02/2026", 0),
        ("23/02 – 01/03/2026", 3),
        ("02/03 – 08/03/2026", 12),
    ]
    assert lines(By.MONTH, 62) == [("Tháng 1/2026", 0), ("Tháng 2/2026", 2), ("Tháng 3/2026", 13)]


def test_articles_and_sections_come_by_views(was_read, site_tree):
    was_read("Một", {0: 5})
    was_read("Hai", {1: 9}, parent=site_tree.structure)
    was_read("Ba", {2: 1})

    assert lines(By.ARTICLE) == [("Hai", 9), ("Một", 5), ("Ba", 1)]
    assert lines(By.SECTION) == [("Tổ chức bộ máy", 9), ("Thi đua", 6)]


def test_an_article_of_two_counts_for_both(was_read):
    office = OrganisationFactory(name="Văn phòng Sở")
    rows = [
        ArticleByline(name="Trần Phương", organisation=office, unit="VP"),
        ArticleByline(name="Hoàng Dần", unit="Phòng Thi đua"),
    ]
    was_read("Một", {0: 5}, byline=rows)
    was_read("Hai", {0: 2}, byline=[ArticleByline(name="Hoàng Dần")])
    was_read("Ba", {0: 1}, byline=[])

    assert lines(By.AUTHOR) == [("Hoàng Dần", 7), ("Trần Phương", 5), ("(không ghi)", 1)]
    assert lines(By.UNIT) == [("Phòng Thi đua", 5), ("Văn phòng Sở", 5), ("(không ghi)", 3)]


def test_what_was_deleted_stays_in_the_sums(was_read):
    was_read("Một", {0: 5}).delete()

    assert lines(By.ARTICLE) == [("(bài đã xoá)", 5)]
    assert lines(By.SECTION) == [("(bài đã xoá)", 5)]


def test_portals_are_apart_and_robots_are_no_views(was_read):
    page = was_read("Một", {0: 5})
    for channel, views in (("portal-1", 20), ("portal-2", 3)):
        ViewDay.objects.create(
            article=page.translation_key, day=TODAY, channel=channel, views=views
        )
    ViewDay.objects.filter(channel="website").update(robots=100, surplus=50)

    (line,) = report(By.DAY, TODAY, TODAY)

    assert (line.website, line.portals, line.views) == (5, 23, 28)
    assert (line.robots, line.surplus, line.bar) == (100, 50, 100)


def test_one_article_can_be_asked_for(was_read):
    page = was_read("Một", {0: 5})
    was_read("Hai", {0: 9})

    assert lines(By.DAY, 0, page) == [("04/03/2026", 5)]


def test_however_many_articles_there_are_it_costs_the_same(was_read, django_assert_max_num_queries):
    for number in range(5):
        was_read(f"Bài {number}", {0: number})
    for by in By:
        with django_assert_max_num_queries(4):
            lines(by)


# --- On screen -------------------------------------------------------------------------------------


def test_editors_read_the_report(client, lan, was_read):
    was_read("Một & hai", {0: 1234})
    client.force_login(lan)

    html = client.get(ADDRESS, {"by": "article"}).content.decode()

    assert "Một &amp; hai" in html
    assert "1.234" in html
    assert "luot-xem/?by=article&amp;export=xlsx" in html


def test_strangers_do_not(client, was_read):
    assert client.get(ADDRESS).status_code == 302


@pytest.mark.parametrize(
    "asked",
    [
        {"by": "khong-co"},
        {"since": "2026-02-30"},
        {"since": "mai"},
        {"since": "2026-03-05", "until": "2026-03-04"},
        {"since": "0001-01-01"},
        {"until": "9999-12-31"},
        {"since": "9999-12-31", "until": "9999-12-31", "by": "week"},
        {"since": ""},
    ],
)
@pytest.mark.parametrize("export", [{}, {"export": "csv"}])
def test_a_wrong_period_is_said_in_vietnamese(client, minh, asked, export):
    client.force_login(minh)

    answer = client.get(ADDRESS, asked | export)

    assert answer.status_code == 200
    assert 'class="error-message"' in answer.content.decode()


@pytest.mark.parametrize("pk", ["999999", "x", str(2**63), "%00"])
def test_an_article_that_is_not_there_is_not_found(client, minh, pk):
    client.force_login(minh)

    assert client.get(ADDRESS, {"article": pk}).status_code == 404


def test_titles_of_what_is_not_public_are_for_those_who_may_edit_it(
    client, minh, stranger, was_read
):
    page = was_read("Tin chưa công bố", {0: 5})
    page.unpublish()
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))

    for reader, status in ((stranger, 404), (minh, 200)):
        client.force_login(reader)
        assert client.get(ADDRESS, {"article": page.pk}).status_code == status
        html = client.get(ADDRESS, {"by": "article"}).content.decode()
        assert "Tin chưa công bố" not in html
        assert "(bài không công khai)" in html


def test_the_table_goes_into_a_spreadsheet(client, minh, was_read):
    was_read("Một", {0: 5})
    client.force_login(minh)

    text = b"".join(client.get(ADDRESS, {"by": "article", "export": "csv"}).streaming_content)
    book = client.get(ADDRESS, {"by": "article", "export": "xlsx"})

    assert text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8-sig").splitlines() == [
        "Tin bài,Lượt xem,Trên trang này,Trên các cổng tỉnh,Vượt mức từ một địa chỉ,Máy đọc",
        "Một,5,5,0,0,0",
    ]
    sheet = load_workbook(BytesIO(b"".join(book.streaming_content))).active
    assert [cell.value for cell in sheet[2]] == ["Một", 5, 5, 0, 0, 0]


def test_the_admins_home_tells_what_was_read_most(client, lan, was_read):
    was_read("Ít", {0: 1})
    was_read("Nhiều", {0: 7})
    was_read("Lâu rồi", {20: 70})
    client.force_login(lan)

    html = client.get("/admin/").content.decode()

    start = html.index("Đọc nhiều trong 7 ngày")
    assert html.index("Nhiều", start) < html.index("Ít", start)
    assert "Lâu rồi" not in html[start:]


def test_lists_of_articles_show_and_sort_by_views(client, minh, was_read, site_tree):
    was_read("Ít", {0: 1})
    was_read("Nhiều", {0: 1700})
    ArticlePageFactory(parent=site_tree.emulation, title="Chưa ai đọc")
    client.force_login(minh)

    for address in ("/admin/tin-bai/", f"/admin/pages/{site_tree.emulation.pk}/"):
        html = client.get(address, {"ordering": "-views_total"}).content.decode()
        assert "1.700" in html
        table = html[html.index("<tbody") :]
        places = [table.index(title) for title in ("Nhiều", "Ít", "Chưa ai đọc")]
        assert places == sorted(places)


def test_phones_are_shown_the_titles_and_states_of_a_list(client, minh, was_read, site_tree):
    was_read("Một", {0: 1})
    client.force_login(minh)

    for address in ("/admin/tin-bai/", f"/admin/pages/{site_tree.emulation.pk}/"):
        table = BeautifulSoup(client.get(address).content, "html.parser").select_one(".listing")
        for row in table.select("tr"):
            assert len(row.select(".on-wide-screens")) == 3
            assert not row.select(".title.on-wide-screens")
        shown = table.select("td:not(.on-wide-screens)")
        assert "đã đăng" in " ".join(cell.get_text(strip=True) for cell in shown)


def test_beside_the_form_stands_how_often_it_was_read(client, minh, was_read):
    page = was_read("Một", {0: 12, 3: 24})
    ViewTotal.objects.update(legacy=33)
    client.force_login(minh)

    html = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "<strong>69</strong> lượt xem" in html
    assert "Số cũ mang sang: 33" in html
    assert "<title>01/03/2026: 24</title>" in html
    assert f"{ADDRESS}?article={page.pk}" in html


def test_a_draft_has_nothing_to_tell(client, minh, site_tree):
    page = ArticlePageFactory(parent=site_tree.emulation, title="Nháp", published=False)
    client.force_login(minh)

    assert "lượt xem" not in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_anybody_sees_how_often_the_site_was_read(client, was_read):
    was_read("Một", {0: 5, 2: 7, 10: 100})
    was_read("Hai", {0: 1000}, channel="portal-1")

    html = client.get("/luot-xem/").content.decode()

    assert "<dt>Hôm nay</dt><dd>1.005</dd>" in html
    assert "<dt>Tháng 3/2026</dt><dd>1.012</dd>" in html
    assert "<dt>Tổng số</dt><dd>1.112</dd>" in html
