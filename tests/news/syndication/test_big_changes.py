"""A change that meets thousands: what must not be seen falls at once, the rest the worker does."""

import pytest
from django.core.management import call_command
from django.db import InterfaceError, OperationalError
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import ArticlePage
from news.models.articles import ArticleOrganisation
from news.syndication.checks import changes_are_followed
from news.syndication.models import Edition, Publication, PublicationContent, WaitingPage
from news.syndication.publications import kinds, writing
from news.syndication.publications.hooks import wrapped
from news.syndication.publications.reconcile import Sweep, sweep
from news.syndication.publications.waiting import write_waiting_pages
from news.worker import JOBS
from people.factories import OrganisationFactory
from website.models import HomePage

pytestmark = pytest.mark.django_db
MANY = 5


@pytest.fixture(autouse=True)
def two_at_once(monkeypatch):
    """Two rows are written in the transaction; what meets more is a big change."""
    monkeypatch.setattr(writing, "AT_ONCE", 2)


@pytest.fixture
def articles(site_tree):
    return [ArticlePageFactory(parent=site_tree.emulation) for _ in range(MANY)]


def visible():
    return Publication.objects.filter(visible=True).count()


def test_all_of_a_section_made_private_falls_at_once(site_tree, articles):
    number = Edition.now().number

    PageViewRestriction.objects.create(page=site_tree.emulation, restriction_type="login")

    assert visible() == 0
    assert not WaitingPage.objects.exists()
    assert set(Publication.objects.values_list("edition", flat=True)) == {number + 1}


def test_what_is_freed_comes_back_bit_by_bit(site_tree, articles):
    restriction = PageViewRestriction.objects.create(
        page=site_tree.emulation, restriction_type="login"
    )
    restriction.delete()
    assert (visible(), WaitingPage.objects.count()) == (2, MANY - 2)

    assert write_waiting_pages() == MANY - 2

    assert (visible(), WaitingPage.objects.count()) == (MANY, 0)


def test_a_renamed_section_moves_its_articles_bit_by_bit(site_tree, articles):
    site_tree.emulation.slug = "thi-dua-khen-thuong"
    site_tree.emulation.save_revision().publish()

    moved = Publication.objects.filter(url__contains="/thi-dua-khen-thuong/")
    assert moved.count() == 2
    write_waiting_pages()
    assert moved.count() == MANY


def test_the_sweep_leaves_to_the_worker_what_waits_for_it(site_tree, articles):
    site_tree.emulation.slug = "thi-dua-khen-thuong"
    site_tree.emulation.save_revision().publish()

    Sweep().turn()

    assert WaitingPage.objects.count() == MANY - 2
    assert Edition.now().missed == 0


def test_one_that_cannot_be_written_does_not_hold_up_the_others(
    site_tree, articles, monkeypatch, caplog
):
    photo = PhotoFactory()
    for article in articles:
        article.body = [photo_block(photo)]
        article.save_revision().publish()
    photo.caption = "Chú thích mới"
    photo.save()
    broken = WaitingPage.objects.order_by("pk").first().pk
    project = kinds.article_object

    def failing(page, facts):
        if page.pk == broken:
            raise RuntimeError("hỏng")
        return project(page, facts)

    monkeypatch.setattr(kinds, "article_object", failing)

    assert write_waiting_pages() == MANY - 3
    assert not WaitingPage.objects.exists()
    assert f"trang {broken}" in caplog.text

    monkeypatch.undo()
    assert sweep() == 1  # found again once it can be written


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_what_waits_goes_on_waiting_while_the_database_is_busy_or_away(
    site_tree, articles, monkeypatch, error
):
    PageViewRestriction.objects.create(page=site_tree.emulation, restriction_type="login").delete()
    waiting = set(WaitingPage.objects.values_list("page", flat=True))

    def away(page, facts):
        raise error("database is locked")

    monkeypatch.setattr(kinds, "article_object", away)
    with pytest.raises(error):
        write_waiting_pages()
    assert set(WaitingPage.objects.values_list("page", flat=True)) == waiting

    monkeypatch.undo()
    assert write_waiting_pages() == len(waiting) == MANY - 2


def test_the_worker_goes_round_contents_bit_by_bit(articles, monkeypatch):
    monkeypatch.setattr("news.syndication.publications.reconcile.AT_A_TIME", 2)
    ArticlePage.objects.update(lead="Sửa thẳng trong cơ sở dữ liệu")
    turns = Sweep()

    assert [turns.turn() for _ in range(4)] == [2, 2, 1, 0]
    assert Edition.now().missed == MANY


def test_the_worker_sees_at_every_turn_whether_pages_stand_as_they_should(articles, monkeypatch):
    monkeypatch.setattr("news.syndication.publications.reconcile.AT_A_TIME", 1)
    ArticlePage.objects.update(live=False)

    assert Sweep().turn() == MANY
    assert visible() == 0


def test_rebuilding_says_what_it_did(articles, capsys):
    Publication.objects.filter(pk=Publication.objects.first().pk).delete()

    call_command("rebuild_publications")
    assert capsys.readouterr().out == f"Đã sửa 1 bản; đang công khai {MANY} bản.\n"
    assert Edition.now().missed == 0  # nothing that somebody has to look after

    call_command("rebuild_publications")
    assert capsys.readouterr().out == f"Đã sửa 0 bản; đang công khai {MANY} bản.\n"


def test_a_site_that_had_no_publications_has_them_after_migrating(articles):
    Publication.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert visible() == MANY


def test_the_worker_does_both():
    assert {"ghi tiếp bản công khai", "quét lại bản công khai"} <= {job.name for job in JOBS}


def test_a_hook_that_is_taken_away_is_noticed(monkeypatch):
    assert changes_are_followed() == []
    owner, name = wrapped()[0]
    monkeypatch.setattr(owner, name, lambda self: None)

    assert [error.id for error in changes_are_followed()] == ["syndication.E001"]


# --- Things that are hidden --------------------------------------------------------------------


def _shown_words():
    return b" ".join(bytes(row.json) for row in PublicationContent.objects.all())


def test_a_photo_made_private_falls_at_once_wherever_it_is_shown(site_tree):
    photo = PhotoFactory(caption="Chú thích của ảnh nội bộ")
    for _ in range(MANY):
        ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo, caption="")])
    assert _shown_words().count("Chú thích của ảnh nội bộ".encode()) > MANY

    CollectionViewRestriction.objects.create(collection=photo.collection, restriction_type="login")

    assert "Chú thích của ảnh nội bộ".encode() not in _shown_words()
    assert not WaitingPage.objects.exists()


def test_a_link_to_a_page_that_is_hidden_falls_at_once(site_tree):
    private = ArticlePageFactory(parent=site_tree.structure, title="Đường dẫn kín")
    link = f'<p><a linktype="page" id="{private.pk}">Xem</a></p>'
    for _ in range(MANY):
        ArticlePageFactory(parent=site_tree.emulation, body=[("paragraph", link)])
    assert b"duong-dan-kin" in _shown_words()

    PageViewRestriction.objects.create(page=private, restriction_type="login")

    assert b"duong-dan-kin" not in _shown_words()


def test_an_article_that_cannot_be_written_does_not_hold_up_the_name_of_a_body(
    site_tree, articles, monkeypatch, caplog
):
    office = OrganisationFactory(name="Sở Nội vụ tỉnh Bắc Kạn")
    for article in articles[:2]:
        article.organisation_rows = [ArticleOrganisation(organisation=office, role="host")]
        article.save_revision().publish()
    project = kinds.article_object

    def failing(page, facts):
        if page.pk == articles[0].pk:
            raise RuntimeError("hỏng")
        return project(page, facts)

    monkeypatch.setattr(kinds, "article_object", failing)
    office.name = "Sở Nội vụ tỉnh Thái Nguyên"
    office.save()

    assert _shown_words().count("Sở Nội vụ tỉnh Thái Nguyên".encode()) == 1
    assert f"trang {articles[0].pk}" in caplog.text


def test_pages_of_the_root_a_site_had_before_are_written_too(site_tree, articles):
    other = HomePage(title="Trang chủ khác", slug="trang-chu-khac")
    site_tree.home.get_parent().add_child(instance=other)

    site_tree.site.root_page = other
    site_tree.site.save()
    write_waiting_pages()

    urls = set(Publication.objects.filter(visible=True).values_list("url", flat=True))
    assert not any("/thi-dua/" in url for url in urls)
    assert sweep() == 0
