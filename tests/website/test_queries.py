"""What a page asks the database: the same for many rows as for few, and not too much."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from news.awards.factories import AwardAnnouncementPageFactory, AwardGrantFactory
from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.models import ArticleByline, ArticleOrganisation, ArticleParticipant
from news.pageviews.models import ViewTotal
from people.factories import OrganisationFactory, PersonFactory, PostFactory
from search.remembering import MEMORY, remembered

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NOON = datetime.datetime(2024, 2, 29, 5, tzinfo=datetime.UTC)
MOST_OF_AN_ARTICLE = 30


@pytest.fixture
def address(site_tree) -> dict[str, str]:
    return {}


@pytest.fixture
def grow(site_tree, address):
    """One row more of everything there is a list of."""
    person = PersonFactory(portrait=PhotoFactory())
    office = OrganisationFactory()
    topic = TopicFactory()
    number = iter(range(100))
    address |= {
        "home": "/",
        "news": "/tin-tuc/",
        "section": site_tree.emulation.url,
        "topic": f"/chu-de/{topic.slug}/",
        "topics": "/chu-de/",
        "photo stories": "/chuyen-bang-anh/",
        "site map": "/so-do-trang/",
        "register": "/khen-thuong/",
        "directory": "/nhan-su/",
        "person": person.get_absolute_url(),
        "organisation": office.get_absolute_url(),
    }

    def grow() -> None:
        at = next(number)
        photos = [photo_block(PhotoFactory()) for _ in range(4)]
        holder = PersonFactory(portrait=PhotoFactory())
        article = ArticlePageFactory(
            parent=site_tree.emulation,
            title=f"Tin số {at}",
            published_at=NOON + datetime.timedelta(days=at),
            body=photos,
            topics=[topic, TopicFactory(name=f"Chủ đề {at}")],
            participants=[
                ArticleParticipant(person=each, name=each.full_name) for each in (person, holder)
            ],
            organisation_rows=[ArticleOrganisation(organisation=office)],
        )
        ViewTotal.objects.create(article=article.translation_key, last_week=at + 1)
        PostFactory(person=holder, organisation=office, start=NOON.date())
        PostFactory(person=person, organisation=OrganisationFactory(), start=NOON.date())
        grants = [
            AwardGrantFactory(person=holder, year=2024),
            AwardGrantFactory(organisation=office, to_organisation=True, year=2024),
        ]
        AwardAnnouncementPageFactory(
            parent=site_tree.awards,
            title=f"Thông báo {at}",
            lead_photo=PhotoFactory(),
            more_grants=grants,
        )

    return grow


def queries(client, path: str) -> int:
    """Once the sizes of its photos are made, and Wagtail knows where sites begin."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_more_rows_cost_as_much_as_few(client, grow, address):
    """Few are eight: of fewer the front page has none left for its sections."""
    for _ in range(8):
        grow()
    few = {name: queries(client, path) for name, path in address.items()}
    for _ in range(10):
        grow()
    many = {name: queries(client, path) for name, path in address.items()}
    assert many == few


def test_an_article_costs_the_same_however_many_stand_in_it(client, site_tree):
    def article(count: int) -> str:
        people = [PersonFactory() for _ in range(count)]
        page = ArticlePageFactory(
            parent=site_tree.emulation,
            body=[photo_block(PhotoFactory()) for _ in range(count)],
            byline=[ArticleByline(name=each.full_name, person=each) for each in people],
            participants=[ArticleParticipant(person=each, name=each.full_name) for each in people],
            organisation_rows=[
                ArticleOrganisation(organisation=OrganisationFactory()) for _ in range(count)
            ],
            topics=[TopicFactory(name=f"Chủ đề {count} {number}") for number in range(count)],
        )
        for each in people:
            AwardGrantFactory(person=each, articles=[page])
        return page.url

    few, many = article(2), article(6)
    assert queries(client, few) == queries(client, many) <= MOST_OF_AN_ARTICLE


def test_what_is_remembered_is_forgotten_with_the_request(client, site_tree):
    """A page made private is hidden from the very next reader, by the same process."""
    article = ArticlePageFactory(parent=site_tree.emulation)
    assert client.get(article.url).status_code == 200
    restriction = PageViewRestriction.objects.create(
        page=site_tree.emulation, restriction_type=PageViewRestriction.LOGIN
    )
    assert client.get(article.url).status_code == 302
    assert article.title not in client.get("/tin-tuc/").content.decode()
    restriction.delete()
    assert client.get(article.url).status_code == 200


def test_outside_of_a_request_nothing_is_remembered(client, site_tree):
    client.get("/")
    answers = iter((1, 2))
    assert [remembered("x", lambda: next(answers)) for _ in range(2)] == [1, 2]


def test_an_article_is_found_by_its_whole_address(client, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, title="Cùng tên")
    other = ArticlePageFactory(parent=site_tree.structure, title="Cùng tên")
    assert client.get(article.url).context["page"] == article
    assert client.get(other.url).context["page"] == other
    for wrong in ("/tin-tuc/cung-ten/", "/thi-dua/cung-ten/", "/khen-thuong/thi-dua/cung-ten/"):
        assert client.get(wrong).status_code == 404, wrong
    other.unpublish()
    assert client.get(other.url).status_code == 410


def test_made_up_queries_take_no_room_in_what_pages_share(client, site_tree):
    """The link to the other language differs with each, and whoever likes may ask for thousands."""
    memory: dict[str, object] = {}
    client.get("/nhan-su/", **{MEMORY: memory})
    asked_for = set(memory)
    assert asked_for
    for query in ("a=1", "b=2"):
        client.get(f"/nhan-su/?{query}", **{MEMORY: memory})
    assert set(memory) == asked_for
