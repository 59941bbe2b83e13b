"""Whatever a page shows: once it is changed, nobody is shown what it was."""

import datetime

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site

from news.awards.factories import AwardGrantFactory
from news.awards.models import AwardDecision, AwardGrant, AwardTitle, ConsultationNominee
from news.factories import ArticlePageFactory, PhotoFactory
from news.models import ArticlePage, Photo, SectionPage, Topic
from news.scheduling import keep_schedule
from people.factories import PostFactory
from people.models import (
    Cluster,
    ClusterYear,
    Organisation,
    OrganisationName,
    Person,
    Post,
    Province,
)
from tests.website.byte_path.conftest import committed
from website.models import SiteSettings, StandardPage

CANARY = "chimyentronglong"
NOON = datetime.datetime(2026, 11, 23, 5, 0, tzinfo=datetime.UTC)


def corrected(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def article():
    return ArticlePage.objects.get(slug="ky-ket-giao-uoc-thi-dua")


def saved(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def section():
    return SectionPage.objects.get(slug="thi-dua")


def without_deputies():
    year = ClusterYear.objects.get()
    year.deputies.clear()
    year.save()


def raw():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET full_name = 'Đỗ Văn Lâm'")


def put_into_a_private_collection():
    collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    saved(Photo.objects.get(title="Ảnh ký kết"), collection=collection)


def ours():
    return Organisation.objects.get(slug="so-noi-vu-tinh-bac-kan")


def another_file():
    """As the admin's form does it."""
    photo = Photo.objects.get(title="Ảnh ký kết")
    photo.file = ContentFile(PhotoFactory(file__color="red").file.read(), "moi.jpg")
    photo._set_image_file_metadata()
    photo.save()
    photo.renditions.all().delete()


# One after the other; the last ones leave no article behind.
CHANGES = {
    "an article is published": lambda: ArticlePageFactory(parent=section(), title="Tin mới"),
    "an article is corrected": lambda: corrected(article(), title="Đã ký kết"),
    "a section is renamed": lambda: corrected(section(), title="Phong trào"),
    "the sections change places": lambda: section().move(
        SectionPage.objects.get(slug="to-chuc-bo-may"), pos="right"
    ),
    "a menu": lambda: corrected(section().get_parent().specific, show_in_menus=True, title="Tin"),
    "a plain page": lambda: corrected(StandardPage.objects.get(), introduction="Mới"),
    "the department": lambda: SiteSettings.objects.update_or_create(
        site=Site.objects.get(), defaults={"department_name": "Sở Nội vụ mới"}
    ),
    "a photo's words": lambda: saved(
        Photo.objects.get(title="Ảnh ký kết"), description="Hai bên bắt tay", photographer="Lan"
    ),
    "a photo's file": another_file,
    "a topic": lambda: saved(Topic.objects.get(), name="Thi đua yêu nước"),
    "a person": lambda: saved(Person.objects.get(full_name="Đỗ Hữu Ước"), full_name="Đỗ Ước"),
    "a post ends": lambda: Post.objects.update(end=datetime.date(2024, 1, 1)),
    "a post begins": lambda: PostFactory(person=Person.objects.get(full_name="Đỗ Ước")),
    "an organisation": lambda: saved(ours(), name="Sở Nội vụ Thái Nguyên"),
    "a former name": lambda: OrganisationName.objects.create(
        organisation=ours(), name="Ban Tổ chức"
    ),
    "a cluster": lambda: saved(Cluster.objects.get(), name="Cụm khác"),
    "a cluster's year": lambda: ClusterYear.objects.update(year=2025),
    "a cluster's deputies": without_deputies,
    "a province": lambda: Province.objects.filter(key="vn63-bac-kan").update(name="Bắc Cạn"),
    "a grant is confirmed": lambda: AwardGrantFactory(),
    "a grant is revoked": lambda: AwardGrant.objects.update(
        status="revoked", revoked_on=datetime.date(2025, 5, 12)
    ),
    "an award title": lambda: AwardTitle.objects.filter(code="BK_BNT").update(
        name="Bằng khen khác"
    ),
    "a decision": lambda: saved(AwardDecision.objects.get(), number="999/QĐ-UBND"),
    "a nominee": lambda: ConsultationNominee.objects.update(recipient_name="Triệu Đức Lân"),
    "many at once": lambda: Person.objects.update(full_name="Đỗ Hữu Thưởng"),
    "raw SQL": raw,
    "a photo becomes private": put_into_a_private_collection,
    "an article is moved": lambda: article().move(
        SectionPage.objects.get(slug="to-chuc-bo-may"), pos="last-child"
    ),
    "an article gets another address": lambda: corrected(article(), slug="da-ky-ket"),
    "an article is taken down": lambda: ArticlePage.objects.get(slug="da-ky-ket").unpublish(),
    "an article is deleted": lambda: ArticlePage.objects.get(slug="tin-moi").delete(),
}


@pytest.fixture(autouse=True)
def clock():
    """It stands: a feed without articles tells the time."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.mark.long
@pytest.mark.once  # test_growing.py asks each database
def test_what_has_changed_is_shown_everywhere_at_once(site, pages):
    shown = {address: site.ask(address).body for address in pages.values()}
    for name, change in CHANGES.items():
        with committed():
            change()

        django = {address: site.ask_django(address) for address in pages.values()}
        changed = [address for address in django if django[address].body != shown[address]]
        assert changed, name
        for address in changed:
            answer, right = site.ask(address), django[address]
            assert (answer.status, answer.body) == (right.status, right.body), (name, address)
            shown[address] = answer.body

    for address in pages.values():
        assert site.ask(address).body == site.ask_django(address).body, address


def test_what_goes_live_on_schedule_is_shown(clock, site, pages):
    at = timezone.now() + datetime.timedelta(seconds=20)
    with committed():
        page = ArticlePageFactory(
            parent=section(), title="Sắp đăng", published=False, go_live_at=at
        )
        page.get_latest_revision().publish()
    assert "Sắp đăng" not in site.ask("/tin-tuc/").words

    clock.shift(21)
    with committed():
        keep_schedule()

    assert "Sắp đăng" in site.ask("/tin-tuc/").words
    assert site.ask(page.url).status == 200


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
@pytest.mark.parametrize("of", ["article", "section", "home"])
def test_what_becomes_private_is_for_nobody(site, pages, kind, of):
    corrected(article(), lead=f"Có {CANARY}")
    with committed():
        corrected(article(), title=f"Tin có {CANARY}")
    loud = [address for address in pages.values() if CANARY in site.ask(address).words]
    assert pages["article"] in loud

    page = {"article": article(), "section": section(), "home": section().get_parent().get_parent()}
    with committed():
        PageViewRestriction.objects.create(
            page=page[of], restriction_type=kind, password="mat-khau"
        )

    for _ in range(2):
        for address in loud:
            assert CANARY not in site.ask(address).words, address
        private = site.ask(pages["article"])
        assert "no-store" in private.headers["Cache-Control"]
        assert "private" in private.headers["Cache-Control"]


def test_what_was_never_public_is_not_kept(site, pages, minh):
    """Drafts are seen by whoever may, and only in the admin."""
    draft = ArticlePageFactory(parent=section(), title=CANARY, published=False)
    assert site.ask(draft.url).status == 404

    waiting = article()
    waiting.title = CANARY
    waiting.save_revision()
    for address in pages.values():
        assert CANARY not in site.ask(address).words


def test_an_old_address_leads_on_as_soon_as_it_may(site, pages):
    assert site.ask("/cu/").status == 404

    with committed():
        Redirect.objects.create(old_path="/cu", redirect_link="/tin-tuc/")

    assert site.ask("/cu/").headers["Location"] == "/tin-tuc/"


def test_a_page_that_did_not_change_is_known_by_the_same_after_others_did(site, pages):
    known = site.ask(pages["person"]).headers["ETag"]
    detail = site.ask(pages["api detail"]).headers["ETag"]
    listed = site.ask(pages["api list"]).headers["ETag"]

    with committed():
        ArticlePageFactory(parent=section(), title="Tin mới")

    assert site.ask(pages["person"], HTTP_IF_NONE_MATCH=known).status == 304
    assert site.ask(pages["api detail"], HTTP_IF_NONE_MATCH=detail).status == 304
    assert site.ask(pages["api list"], HTTP_IF_NONE_MATCH=listed).status == 200
