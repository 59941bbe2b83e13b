"""The whole application as a server calls it, in the transaction of the test."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import RequestFactory, TestCase

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.awards.models import AwardTitle, ConsultationNominee
from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.models.articles import ArticleOrganisation, ArticleParticipant
from news.syndication.models import Edition
from news.syndication.objects.renditions import make_renditions
from people.factories import (
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from people.models import Province
from search.outbox import write_what_is_due
from website.byte_path.editions import RowEdition
from website.byte_path.front import BytePath
from website.factories import StandardPageFactory

ROOM = 8 * 2**20


@dataclass
class Answered:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def words(self) -> str:
        return self.body.decode()


@dataclass
class Site:
    """Asked as a browser asks; `made` counts what Django was asked in its place."""

    application: Any
    made: list[str] = field(default_factory=list)

    def ask(self, address: str, method: str = "GET", **environ: Any) -> Answered:
        return ask(self.application, address, method, **environ)

    def ask_django(self, address: str, method: str = "GET", **environ: Any) -> Answered:
        return ask(self.application.application, address, method, **environ)


def ask(application: Any, address: str, method: str = "GET", **environ: Any) -> Answered:
    path = unquote_to_bytes(address.partition("?")[0]).decode("latin-1")  # as servers do it
    asked = RequestFactory().generic(method, address).environ | {"PATH_INFO": path}
    told: list[Any] = []
    body = application(
        {**asked, "HTTP_HOST": "testserver", **environ}, lambda *given: told.extend(given[:2])
    )
    content = b"".join(body)
    if hasattr(body, "close"):
        body.close()
    return Answered(int(told[0].split()[0]), dict(told[1]), content)


@pytest.fixture
def site(kept_connection, settings, tmp_path) -> Site:
    settings.MEDIA_ROOT = tmp_path
    Edition.locked()  # as after the first article
    return new_site()


def new_site(room: int = ROOM) -> Site:
    made: list[str] = []
    django = get_wsgi_application()

    def counted(environ: Any, start_response: Any) -> Any:
        made.append(environ["PATH_INFO"])
        return django(environ, start_response)

    front: Any = BytePath(counted, RowEdition(), room)
    front.application = counted
    return Site(front, made)


@contextmanager
def committed() -> Iterator[None]:
    """What a change leaves to the end of its transaction is done, though the test's never ends."""
    connection.run_on_commit = []
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


@pytest.fixture
def pages(site, site_tree) -> dict[str, str]:
    """One public address of each kind."""
    with committed():
        planted = plant_pages(site_tree)
    write_what_is_due()  # into the index
    return planted


def plant_pages(site_tree: Any) -> dict[str, str]:
    photo = PhotoFactory(title="Ảnh ký kết")
    make_renditions(photo)
    person = PersonFactory(full_name="Đỗ Hữu Ước", portrait=photo)
    organisation = OrganisationFactory(name="Sở Nội vụ tỉnh Bắc Kạn")
    PostFactory(person=person, organisation=organisation, title="Giám đốc Sở")
    decision = AwardDecisionFactory()
    grant = AwardGrantFactory(person=person, decision=decision)
    membership = ClusterMembershipFactory(organisation=organisation)
    ClusterYearFactory(cluster=membership.cluster, head=organisation, deputies=[organisation])
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        title="Ký kết giao ước thi đua",
        lead_photo=photo,
        body=[
            ("paragraph", "<p>Bảy tỉnh ký kết.</p>"),
            photo_block(photo, caption="Ký kết"),
            ("awards", {"title": "Khen thưởng trong bài"}),
        ],
        topics=[TopicFactory(name="Cụm thi đua")],
        tags=["giao ước"],
        participants=[
            ArticleParticipant(person=person, name="Đỗ Hữu Ước", posts="Giám đốc", role="spoke")
        ],
        organisation_rows=[ArticleOrganisation(organisation=organisation, role="host")],
        event_date=datetime.date(2024, 2, 29),
        event_province=Province.objects.get(key="vn63-bac-kan"),
    )
    grant.articles.add(article)
    announcement = AwardAnnouncementPageFactory(parent=site_tree.awards, decision=decision)
    consultation = ConsultationPageFactory(
        parent=site_tree.awards,
        opens_on=datetime.date.today(),
        nominees=[
            ConsultationNominee(
                title=AwardTitle.objects.get(code="BK_BNT"), recipient_name="Nông Thị Kiều Oanh"
            )
        ],
    )
    about = StandardPageFactory(parent=site_tree.home)
    return {
        "home": "/",
        "index": "/tin-tuc/",
        "first page": "/tin-tuc/?page=1",
        "section": "/tin-tuc/thi-dua/",
        "article": article.url,
        "awards": "/khen-thuong/",
        "announcement": announcement.url,
        "consultation": consultation.url,
        "standard": about.url,
        "topics": "/chu-de/",
        "topic": "/chu-de/cum-thi-dua/",
        "photo stories": "/chuyen-bang-anh/",
        "site map": "/so-do-trang/",
        "directory": "/nhan-su/",
        "person": person.get_absolute_url(),
        "person, on a day": f"{person.get_absolute_url()}?ngay=01/03/2024",
        "organisation": organisation.get_absolute_url(),
        "cluster": membership.cluster.get_absolute_url(),
        "picker": "/nhung/",
        "frame": "/nhung/tin-tuc/",
        "rss": "/rss.xml",
        "atom of a section": "/tin-tuc/thi-dua/atom.xml",
        "json feed": "/feed.json",
        "sitemap": "/sitemap.xml",
        "news sitemap": "/sitemap-tin-moi.xml",
        "api list": "/api/v1/articles/",
        "api list, narrowed": "/api/v1/articles/?section=thi-dua&limit=5",
        "api detail": f"/api/v1/articles/{article.translation_key}/",
        "api changes": "/api/v1/changes/",
        "api people": "/api/v1/people/",
        "api organisations": "/api/v1/organisations/",
        "api provinces": "/api/v1/provinces/",
        "api grants": "/api/v1/awards/grants/",
        "search": "/tim-kiem/?q=giao+uoc",
        "search, nothing found": "/tim-kiem/?q=zzzz",
        "api search": "/api/v1/search/?q=giao+uoc",
        "api suggestions": "/api/v1/search/suggest/?q=giao",
    }
