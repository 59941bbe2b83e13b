"""Lists and objects as a portal reads them: what they cost, what is known already, what is asked for."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.factories import ArticlePageFactory
from news.models.articles import ArticleOrganisation, ArticleParticipant
from news.pageviews.models import ViewTotal
from people.factories import OrganisationFactory, PersonFactory
from people.models import Province

LATER = datetime.timedelta(minutes=1)


@pytest.fixture
def publish(site_tree):
    def article(title="Tin", **fields):
        return ArticlePageFactory(parent=site_tree.emulation, title=title, **fields)

    return article


@pytest.fixture
def get(client):
    def ask(path, **headers):
        return client.get(f"/api/v1/{path}", headers=headers)

    return ask


def queries(ask):
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


# --- What it costs -------------------------------------------------------------------------------


def test_a_list_is_two_queries_and_narrowed_to_a_section_four(api, publish, everything):
    for number in range(12):
        publish(f"Tin {number}")
    api.get("articles/")

    assert queries(lambda: api.get("articles/")) == 2
    assert queries(lambda: api.get("articles/", section="thi-dua")) == 4
    assert queries(lambda: api.get("articles/", province="vn63-bac-kan")) == 3


def test_an_object_is_one_query(api, everything):
    assert queries(lambda: api.get(f"articles/{everything.translation_key}/")) == 1


def test_a_list_that_is_known_is_one_query(get, everything):
    etag = get("articles/")["ETag"]

    assert queries(lambda: get("articles/", if_none_match=etag)) == 1


# --- What is known already -----------------------------------------------------------------------


def test_a_list_is_sent_again_only_after_something_public_changed(get, publish):
    article = publish("Một")
    first = get("articles/")
    assert first["Cache-Control"] == "no-cache"
    same = get("articles/", if_none_match=first["ETag"])
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])

    article.unpublish()

    again = get("articles/", if_none_match=first["ETag"])
    assert (again.status_code, again.json()["items"]) == (200, [])


def test_an_object_is_sent_again_only_after_it_changed(get, publish):
    article, other = publish("Một"), publish("Hai")
    path = f"articles/{article.translation_key}/"
    etag = get(path)["ETag"]

    other.unpublish()
    assert get(path, if_none_match=etag).status_code == 304

    article.title = "Một, sửa"
    article.save_revision().publish()
    assert get(path, if_none_match=etag).json()["title"] == "Một, sửa"


def test_the_date_of_the_last_change_does_as_well_once_it_is_over(get, publish):
    article = publish("Một")
    assert "Last-Modified" not in get("articles/")

    with time_machine.travel(timezone.now() + LATER, tick=False):
        for path in ("articles/", f"articles/{article.translation_key}/"):
            date = get(path)["Last-Modified"]
            assert get(path, if_modified_since=date).status_code == 304


def test_what_has_changed_since_is_said_of_the_header_that_was_sent(get, client, publish):
    publish("Một")

    with time_machine.travel(timezone.now() + LATER, tick=False):
        long_ago = {"If-Unmodified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"}
        response = client.get("/api/v1/articles/", headers=long_ago)

    assert response.status_code == 412
    assert "“If-Unmodified-Since”" in response.json()["detail"]
    assert "“If-Unmodified-Since”" in response.json()["detail_en"]


def test_after_an_end_has_passed_nobody_is_told_that_they_know(get, publish):
    publish("Có hạn", expire_at=timezone.now() + LATER)
    etag = get("articles/")["ETag"]

    with time_machine.travel(timezone.now() + 2 * LATER):
        answer = get("articles/", if_none_match=etag)

    assert (answer.status_code, answer.json()["items"]) == (200, [])


def test_views_are_those_of_now_and_change_nothing_else(api, get, everything):
    etag = get("articles/")["ETag"]
    ViewTotal.objects.update(legacy=34)

    assert api.get("articles/")["items"][0]["views"] == 34
    assert get("articles/")["ETag"] == etag


# --- What is asked for ---------------------------------------------------------------------------


def test_oldest_first_with_pages(client, publish):
    for day in range(1, 6):
        at = datetime.datetime(2024, 1, (day + 1) // 2, tzinfo=datetime.UTC)
        publish(f"Ngày {day}", published_at=at)

    seen, address = [], "/api/v1/articles/?limit=2&order=published_at"
    while address:
        page = client.get(address.removeprefix("http://localhost")).json()
        seen += [item["title"] for item in page["items"]]
        address = page["next"]

    assert seen == ["Ngày 1", "Ngày 2", "Ngày 3", "Ngày 4", "Ngày 5"]


def test_days_of_publication_are_days_of_the_site(api, publish):
    at = datetime.datetime(2024, 2, 28, 23, 30, tzinfo=datetime.UTC)  # 29/02 in Hà Nội
    publish("Sáng sớm 29/02", published_at=at)

    assert api.titles(published_from="2024-02-29", published_to="2024-02-29") == ["Sáng sớm 29/02"]
    assert api.titles(published_to="2024-02-28") == []
    assert api.titles(published_from="2024-03-01") == []


def test_a_period_with_pages(client, publish):
    for day in range(1, 8):
        at = datetime.datetime(2024, 1, day, 5, tzinfo=datetime.UTC)
        publish(f"Ngày {day}", published_at=at)

    seen = []
    address = "/api/v1/articles/?limit=2&published_from=2024-01-02&published_to=2024-01-06"
    while address:
        page = client.get(address.removeprefix("http://localhost")).json()
        seen += [item["title"][-1] for item in page["items"]]
        address = page["next"]

    assert seen == ["6", "5", "4", "3", "2"]


def test_events_that_reach_into_the_period(api, publish):
    publish("Không rõ ngày")
    publish("Một ngày", event_date=datetime.date(2024, 2, 29))
    publish(
        "Ba ngày",
        event_date=datetime.date(2024, 2, 28),
        event_end_date=datetime.date(2024, 3, 1),
    )

    assert api.titles(event_from="2024-03-01") == ["Ba ngày"]
    assert api.titles(event_to="2024-02-28") == ["Ba ngày"]
    assert api.titles(event_from="2024-02-29", event_to="2024-02-29") == ["Ba ngày", "Một ngày"]


@pytest.mark.parametrize(
    ("key", "mode", "found"),
    [
        ("vn63-bac-kan", "then", ["Ở Bắc Kạn"]),
        ("vn63-bac-kan", "now", []),
        ("vn34-thai-nguyen", "then", ["Ở Thái Nguyên mới"]),
        ("vn34-thai-nguyen", "now", ["Ở Thái Nguyên mới", "Ở Bắc Kạn"]),
        ("vn34-thai-nguyen", "both", ["Ở Thái Nguyên mới", "Ở Bắc Kạn"]),
        ("vn63-bac-kan", "both", ["Ở Bắc Kạn"]),
    ],
)
def test_a_province_as_it_was_and_as_it_is(api, publish, key, mode, found):
    publish("Ở Bắc Kạn", event_province=Province.objects.get(key="vn63-bac-kan"))
    publish("Ở Thái Nguyên mới", provinces=[Province.objects.get(key="vn34-thai-nguyen")])
    publish("Không ở đâu")

    assert api.titles(province=key, place_mode=mode) == found


def test_people_organisations_and_awards(api, everything, publish):
    person, organisation = PersonFactory(), OrganisationFactory()
    publish(
        "Có người",
        participants=[ArticleParticipant(person=person, name=person.full_name)],
        organisation_rows=[ArticleOrganisation(organisation=organisation)],
    )

    assert api.titles(person=person.uuid) == ["Có người"]
    assert api.titles(organisation=organisation.uuid) == ["Có người"]
    assert api.titles(award="CO_BNT") == [everything.title]
    assert api.titles(award="CO_BNT", person=person.uuid) == []


def test_two_filters_at_once(api, everything, publish, site_tree):
    publish("Cùng chuyên mục")

    assert api.titles(section="thi-dua", province="vn63-bac-kan") == [everything.title]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("province", "vn63-khong-co"),
        ("organisation", "00000000-0000-0000-0000-000000000009"),
        ("person", "00000000-0000-0000-0000-000000000009"),
        ("award", "KHONG_CO"),
    ],
)
def test_what_is_not_there_is_an_error_and_not_an_empty_list(api, db, name, value):
    assert api.get("articles/", status=400, **{name: value})["parameters"] == [name]


def test_only_some_fields(api, everything):
    key = everything.translation_key

    assert api.get(f"articles/{key}/", fields="views,id") == {"id": str(key), "views": 33}
    assert api.get("articles/", fields="title")["items"] == [{"title": everything.title}]


@pytest.mark.parametrize("path", ["articles/", "articles/00000000-0000-0000-0000-000000000001/"])
def test_an_unknown_field_is_refused(api, db, path):
    problem = api.get(path, status=400, fields="id,titel")

    assert problem["parameters"] == ["fields"]
    assert problem["detail"] == "Tham số “fields” có trường không tồn tại: titel."


def test_a_field_of_another_type_is_refused_in_a_list(api, db):
    assert api.get("articles/", fields="nominees", status=400)["parameters"] == ["fields"]
    assert api.get("articles/", fields="nominees", type="consultation")["items"] == []


# --- The other kinds -----------------------------------------------------------------------------


def test_an_announcement_with_its_grants(api, site_tree):
    grant = AwardGrantFactory()
    page = AwardAnnouncementPageFactory(parent=site_tree.awards, decision=None, more_grants=[grant])

    fetched = api.get("articles/", type="announcement")["items"]

    assert [each["title"] for each in fetched] == [page.title]
    assert [award["id"] for award in fetched[0]["awards"]] == [str(grant.uuid)]
    assert fetched[0]["recipients"] == 1
    assert api.get(f"articles/{page.translation_key}/") == fetched[0]
    # As the databases of some portals write it.
    assert api.get(f"articles/{str(page.translation_key).upper()}/") == fetched[0]
    assert api.titles() == []
    grant.status, grant.revoked_on = "revoked", datetime.date(2024, 5, 1)
    grant.save()
    assert api.get("articles/", type="announcement")["items"][0]["recipients"] == 0


def test_a_consultation_with_its_days(api, site_tree):
    page = ConsultationPageFactory(
        parent=site_tree.awards, opens_on=datetime.date(2024, 3, 4), closes_on=None
    )

    fetched = api.get(f"articles/{page.translation_key}/")

    assert fetched["type"] == "consultation"
    assert (fetched["opens_on"], fetched["closes_on"]) == ("2024-03-04", "2024-03-18")
    assert api.titles(type="consultation", event_from="2024-03-18") == [page.title]
