"""What a reader is told at an address where no page answers any more."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from news.awards.factories import ConsultationPageFactory
from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.scheduling import keep_schedule
from news.syndication.models import Publication
from website.old_addresses import what_became_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NOTE = "Trùng nội dung với thông báo chính thức."


@pytest.fixture
def article(site_tree) -> ArticlePage:
    return ArticlePageFactory(parent=site_tree.emulation, title="Đổi giờ tiếp công dân")


def take_down(article: ArticlePage, reason: str = "", note: str = "", replaced_by=None) -> None:
    article.removal_reason, article.removal_note = reason, note
    article.replaced_by = replaced_by
    article.save()
    article.unpublish()


def test_what_was_taken_down_says_why_and_since_when(article, client):
    with time_machine.travel(datetime.datetime(2026, 11, 12, 3, tzinfo=datetime.UTC)):
        take_down(article, "withdrawn", NOTE)
        answer = client.get(article.url)
    words = answer.content.decode()
    assert answer.status_code == 410
    assert "Trang này đã được rút lại" in words
    assert "12/11/2026" in words
    assert NOTE in words
    assert article.title not in words
    assert "Báo địa chỉ hỏng" not in words  # it is not broken
    assert "Báo địa chỉ hỏng" in client.get("/tin-tuc/khong-co/").content.decode()


@pytest.mark.parametrize(
    ("reason", "heading"),
    [
        ("", "đã được rút lại"),
        ("gone", "đã được gỡ hẳn"),
        ("superseded", "đã có bản thay thế"),
        ("redirected", "đã chuyển sang địa chỉ khác"),
    ],
)
def test_each_reason_has_its_words(article, client, reason, heading):
    take_down(article, reason)
    answer = client.get(article.url)
    assert answer.status_code == 410
    assert heading in answer.content.decode()


def test_where_nobody_wrote_why_nothing_is_said_of_it(article, client):
    take_down(article)
    notice = BeautifulSoup(client.get(article.url).content, "html.parser").select_one(".notice")
    assert " ".join(notice.text.split()) == f"Từ ngày {timezone.localdate():%d/%m/%Y}"


def test_what_was_deleted_is_gone(article, client):
    address = article.url
    article.delete()
    answer = client.get(address)
    assert answer.status_code == 410
    assert "đã được gỡ hẳn" in answer.content.decode()


def test_what_was_replaced_leads_to_what_replaced_it(article, client, site_tree):
    newer = ArticlePageFactory(parent=site_tree.emulation, title="Giờ tiếp công dân từ 01/12")
    take_down(article, "superseded", replaced_by=newer)
    assert f'href="http://localhost{newer.url}"' in client.get(article.url).content.decode()


def test_what_moved_elsewhere_is_followed(article, client, site_tree):
    newer = ArticlePageFactory(parent=site_tree.emulation, title="Giờ tiếp công dân từ 01/12")
    take_down(article, "redirected", replaced_by=newer)
    answer = client.get(article.url)
    assert (answer.status_code, answer["Location"]) == (302, f"http://localhost{newer.url}")


def test_a_page_whose_time_is_up_says_so_before_any_worker_ran(article, client):
    article.expire_at = timezone.now() + datetime.timedelta(days=1)
    article.save_revision().publish()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        answer = client.get(article.url)
    assert answer.status_code == 410
    assert "đã hết thời hạn đăng" in answer.content.decode()


def test_a_page_whose_time_was_up_says_so_for_good(article, client):
    article.expire_at = timezone.now() + datetime.timedelta(days=1)
    article.save_revision().publish()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        keep_schedule()
        assert not Publication.objects.get(page=article.pk).visible
        assert "đã hết thời hạn đăng" in client.get(article.url).content.decode()


def test_what_is_withdrawn_before_its_time_was_up_is_withdrawn(article, client):
    article.expire_at = timezone.now() + datetime.timedelta(days=1)
    article.save_revision().publish()
    article.unpublish()
    assert "đã được rút lại" in client.get(article.url).content.decode()


def test_no_browser_keeps_what_may_change_again(article, client, site_tree):
    """It would follow a move that was taken back for ever, or show as gone what is up again."""
    address = article.url
    article.move(site_tree.structure, pos="last-child")
    moved = client.get(address)
    assert (moved.status_code, moved["Cache-Control"]) == (301, "no-cache")

    ArticlePage.objects.get(pk=article.pk).unpublish()
    gone = client.get(moved["Location"])
    assert (gone.status_code, gone["Cache-Control"]) == (410, "no-cache")
    lost = client.get("/khong-co/")
    assert (lost.status_code, lost["Cache-Control"]) == (404, "no-cache")


def test_a_consultation_too_leaves_word(site_tree, client):
    page = ConsultationPageFactory(parent=site_tree.awards)
    page.unpublish()
    assert client.get(page.url).status_code == 410


def test_of_what_was_made_private_nothing_is_told(article, client, rf):
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    assert what_became_of(rf.get(article.url)) is None


def test_what_was_never_public_is_not_there(client, site_tree):
    draft = ArticlePageFactory(parent=site_tree.emulation, published=False)
    for address in (draft.get_url(), "/tin-tuc/khong-co/", "/tin-tuc/thi-dua/\x00/", "/a/b.html"):
        assert client.get(address).status_code == 404, address


def test_a_note_cannot_carry_markup(article, client):
    take_down(article, "withdrawn", "<script>alert(1)</script>")
    assert "<script>alert" not in client.get(article.url).content.decode()


def test_what_an_editor_redirects_goes_there_and_not_to_the_tombstone(article, client, site_tree):
    take_down(article, "gone")
    Redirect.add_redirect(article.url, redirect_to=site_tree.news)
    answer = client.get(article.url)
    assert (answer.status_code, answer["Location"]) == (301, "/tin-tuc/")


@pytest.mark.parametrize(
    "old",
    [
        "https://noivu.backan.example/tin-tuc/Pages/hoi-nghi.aspx?ItemID=1204",
        "/tin-tuc/Pages/hoi-nghi.aspx?ItemID=1204",
    ],
)
def test_the_address_of_an_older_system_leads_to_the_article(site_tree, client, old):
    article = ArticlePageFactory(parent=site_tree.emulation, legacy_url=old)
    answer = client.get("/tin-tuc/Pages/hoi-nghi.aspx", {"ItemID": "1204"})
    assert (answer.status_code, answer["Location"]) == (301, article.url)
    assert client.get("/tin-tuc/Pages/hoi-nghi.aspx", {"ItemID": "9"}).status_code == 404


def test_an_old_address_is_found_without_its_query_while_that_tells_nothing_apart(
    site_tree, client
):
    article = ArticlePageFactory(parent=site_tree.emulation, legacy_url="/tin/Bản-tin.aspx?p=1&k=2")
    Redirect.add_redirect("/tin/Bản-tin.aspx?k=2", redirect_to=article)
    answer = client.get("/tin/Bản-tin.aspx")
    assert (answer.status_code, answer["Location"]) == (302, article.url)
    others = ("/tin/Bản-tin.aspx?p=9", "/tin/Bản.aspx", "/tin/Bản-tin.ASPX", "/tin/Bản_tin.aspx")
    for other in (*others, "/tin/%00.aspx", f"/{'_' * 60_000}/"):
        assert client.get(other).status_code == 404

    ArticlePageFactory(parent=site_tree.emulation, legacy_url="/tin/Bản-tin.aspx?p=2")
    assert client.get("/tin/Bản-tin.aspx").status_code == 404


@pytest.mark.parametrize("old", ["/tin/Bản tin 1.aspx", "/tin/Bản%20tin%201.aspx"])
def test_an_old_address_with_blanks_is_found_however_they_were_written(site_tree, client, old):
    article = ArticlePageFactory(parent=site_tree.emulation, legacy_url=f"{old}?p=1")
    asked = "/tin/B%E1%BA%A3n%20tin%201.aspx"
    for address, status in ((f"{asked}?p=1", 301), (asked, 302)):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (status, article.url)
    assert client.get(f"{asked}?p=2").status_code == 404


def test_an_old_address_without_a_slash_leads_there_at_once(site_tree, client, article):
    newer = ArticlePageFactory(
        parent=site_tree.emulation, title="Giờ tiếp công dân", legacy_url="/tin/abc/"
    )
    answer = client.get("/tin/abc")
    assert (answer.status_code, answer["Location"]) == (301, newer.url)

    take_down(article, "redirected", replaced_by=newer)
    answer = client.get(article.url.rstrip("/"))
    assert (answer.status_code, answer["Location"]) == (302, f"http://localhost{newer.url}")


def test_where_a_page_stands_again_a_missing_slash_leads_to_it(site_tree, client, article):
    newer = ArticlePageFactory(parent=site_tree.emulation, title="Giờ tiếp công dân")
    address, slug = article.url, article.slug
    take_down(article, "redirected", replaced_by=newer)
    ArticlePage.objects.filter(pk=article.pk).update(slug="ban-cu")
    ArticlePageFactory(parent=site_tree.emulation, slug=slug)
    answer = client.get(address.rstrip("/"))
    assert (answer.status_code, answer["Location"]) == (301, address)

    Redirect.add_redirect(address, redirect_to=newer)
    answer = client.get(address.rstrip("/"))
    assert (answer.status_code, answer["Location"]) == (301, address)


@pytest.mark.parametrize("address", ["/tin/1.aspx", "/tin/1.aspx?p=1"])
def test_an_old_address_says_what_became_of_the_page_and_not_its_title(site_tree, client, address):
    article = ArticlePageFactory(parent=site_tree.emulation, legacy_url="/tin/1.aspx?p=1")
    take_down(article, "withdrawn", NOTE)
    answer = client.get(address)
    assert answer.status_code == 410
    assert NOTE in answer.content.decode()
    assert article.slug not in answer.content.decode()

    newer = ArticlePageFactory(parent=site_tree.emulation, title="Giờ tiếp công dân")
    article.refresh_from_db()
    take_down(article, "redirected", replaced_by=newer)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, f"http://localhost{newer.url}")


def test_an_old_address_says_nothing_of_what_is_private(site_tree, client):
    article = ArticlePageFactory(parent=site_tree.emulation, legacy_url="/tin/1.aspx")
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert client.get("/tin/1.aspx").status_code == 404


def test_an_old_address_is_kept_once_and_an_editors_redirect_stays(site_tree, client):
    Redirect.add_redirect("/cu/1.html", redirect_to=site_tree.news)
    article = ArticlePageFactory(parent=site_tree.emulation, legacy_url="/cu/1.html")
    article.save_revision().publish()
    assert [each.redirect_page_id for each in Redirect.objects.all()] == [site_tree.news.pk]


@pytest.mark.parametrize("old", ["", "/", "https://cu.example/", "/" + "a" * 400])
def test_what_is_no_address_of_a_text_is_not_kept(site_tree, old):
    ArticlePageFactory(parent=site_tree.emulation, legacy_url=old)
    assert not Redirect.objects.exists()


def test_a_draft_with_an_old_address_leads_nowhere(site_tree, client):
    ArticlePageFactory(parent=site_tree.emulation, legacy_url="/cu/2.html", published=False)
    assert client.get("/cu/2.html").status_code == 404
