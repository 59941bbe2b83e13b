"""The description is true: whatever is asked, each operation answers as it says it does."""

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from hypothesis.strategies import sampled_from
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from news.awards.factories import AwardDecisionFactory, AwardGrantFactory
from news.models import ArticlePage
from news.syndication.models import Portal, PortalKey
from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from people.models import OrganisationName, OrganisationSuccession
from tests.search.engines import write_all_that_is_due

from .conftest import known, ready

ROOT = "/api/v1"
# Not that all that fits the description is taken: only the database knows ids, codes and cursors.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
ID = str(known(1))
BAD = ("\x00", "9223372036854775808", "2024-02-30", "Đ" * 400, "")
# For every operation, questions that are answered with something to check.
QUESTIONS: dict[str, list[dict[str, str]]] = {
    "/articles/": [
        {},
        {"limit": "1", "section": "thi-dua", "locale": "vi"},
        {"fields": "id,title,photos"},
    ],
    "/articles/{id}/": [{}, {"locale": "en"}, {"fields": "title"}],
    "/changes/": [{}, {"limit": "1"}],
    "/snapshot/": [{}, {"limit": "1"}],
    "/search/": [{"q": "thi đua"}, {"q": "giao ước", "type": "article", "year": "2024"}],
    "/search/suggest/": [{"q": "giao ước"}, {"q": "giao ước", "locale": "en"}],
    "/awards/titles/": [{}, {"as_of": "2023-12-31"}, {"format": "csv"}],
    "/awards/grants/": [{}, {"limit": "1"}, {"title": "CO_BNT", "locale": "en"}, {"format": "csv"}],
    "/awards/grants/{id}/": [{}, {"locale": "en"}],
    "/awards/summary/": [
        {"group_by": "year"},
        {"group_by": "title", "format": "csv"},
        {"group_by": "level"},
        {"group_by": "recipient_kind", "year": "2023"},
        {"group_by": "organisation"},
        {"group_by": "province", "locale": "en"},
    ],
    "/people/": [{}, {"limit": "1", "as_of": "2024-02-29"}, {"name": "uoc"}],
    "/people/{id}/": [{}, {"as_of": "2024-02-29", "locale": "en"}],
    "/organisations/": [{}, {"kind": "department", "province": "vn63-bac-kan"}, {"name": "so"}],
    "/organisations/{id}/": [{}, {"as_of": "2024-02-29", "locale": "en"}],
    "/clusters/": [{}, {"as_of": "2024-02-29"}, {"name": "cum"}],
    "/clusters/{id}/": [{}, {"as_of": "2024-02-29", "locale": "en"}],
    "/provinces/": [{}, {"as_of": "2025-06-30"}],
    "/provinces/resolve/": [{"name": "Bắc Kạn", "date": "2024-02-29"}],
    "/sections/": [{}],
}


@pytest.fixture
def facts(everything, bac_kan, photo, pdf, settings, monkeypatch):
    """Something in every field of every object; the article, a person, a body … have the id 1."""
    settings.WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": "https://cong.example.vn/"}}
    token = everything.create_page_preview().token
    drafts = [{"content_type": "news.articlepage", "token": token}]
    monkeypatch.setitem(QUESTIONS, "/preview/", drafts)
    department = OrganisationFactory(
        uuid=known(1), name="Sở Nội vụ", province=bac_kan, parent=OrganisationFactory()
    )
    OrganisationFactory(parent=department)
    OrganisationName.objects.create(organisation=department, name="Ty Tổ chức", end="1997-01-01")
    for ends in ({"predecessor": department}, {"successor": department}):
        other = {"predecessor": OrganisationFactory(), "successor": OrganisationFactory()}
        OrganisationSuccession.objects.create(**(other | ends), on="2025-03-01")
    person = PersonFactory(uuid=known(1), full_name="Đỗ Hữu Ước", portrait=ready(photo))
    PostFactory(person=person, organisation=department)
    cluster = ClusterFactory(uuid=known(1), name="Cụm thi đua số 2")
    ClusterMembershipFactory(cluster=cluster, organisation=department)
    ClusterYearFactory(cluster=cluster, head=department, deputies=[department], host=bac_kan)
    decision = AwardDecisionFactory(issuer=department, signer=person, document=pdf)
    AwardGrantFactory(
        uuid=known(1),
        person=person,
        decision=decision,
        decider=department,
        revoked=True,
        revocation=decision,
        articles=[everything],
    )
    AwardGrantFactory(to_organisation=True, organisation=department, code="CO_BNT")
    AwardGrantFactory(to_unnamed=True, year=None)
    write_all_that_is_due()


@pytest.fixture
def described(facts, kept_connection) -> list[Any]:
    """Every operation of the description."""
    schema = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", WSGIHandler())
    return [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]


@pytest.fixture
def operations(described) -> dict[str, Any]:
    """Those that read, by their paths."""
    return {each.path.removeprefix(ROOT): each for each in described if each.method == "get"}


@pytest.fixture
def callers(site_tree) -> dict[str, dict[str, str]]:
    """The headers of everybody whose questions differ."""
    whole, part = (
        Portal.objects.create(
            name=name,
            takes_all_sections=takes_all,
            may_offer_articles=True,
            may_report_views=True,
            requests_per_minute=0,
        )
        for name, takes_all in (("Cổng lấy tất cả", True), ("Cổng lấy một chuyên mục", False))
    )
    part.sections.add(site_tree.emulation)
    keys = {portal.name: PortalKey.make(portal)[1] for portal in (whole, part)}
    return {"Không có khóa": {}} | {
        name: {"Authorization": f"Bearer {key}"} for name, key in keys.items()
    }


def case(operation, query):
    ids = {"id": ID} if "{id}" in operation.path else {}
    return operation.Case(path_parameters=ids, query=query)


def test_every_operation_is_asked_something_here(operations):
    assert set(operations) == set(QUESTIONS)


def test_answers_are_as_described(operations):
    for path, operation in operations.items():
        for query in QUESTIONS[path]:
            asked = case(operation, query)
            response = asked.call()
            assert response.status_code == 200, (path, query, response.text)
            asked.validate_response(response, checks=CHECKS)
            if query.get("format") != "csv":
                assert response.json().get("items", True), f"nothing to check: {path} {query}"


def test_refusals_are_as_described(operations):
    for path, operation in operations.items():
        for query in _wrong(operation, QUESTIONS[path][0]):
            asked = case(operation, query)
            response = asked.call()
            assert response.status_code in {200, 400, 404, 410}, (path, query, response.text)
            asked.validate_response(response, checks=CHECKS)


def test_a_parameter_nobody_declared_is_refused_everywhere(operations):
    for path, operation in operations.items():
        response = case(operation, QUESTIONS[path][0] | {"khong_co": "1"}).call()
        assert response.status_code == 400, path


def test_an_unknown_id_is_not_found_and_described_as_such(operations):
    for path, operation in operations.items():
        if "{id}" in path:
            asked = operation.Case(path_parameters={"id": str(known(404))}, query={})
            response = asked.call()
            assert response.status_code == 404, path
            asked.validate_response(response, checks=CHECKS)


@pytest.mark.once
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_whatever_is_sent_the_answer_is_as_described(described, callers, mode):
    """By anybody without a key, and by portals with one, which may also send texts."""
    assert {each.method for each in described} == {"get", "post"}
    for operation in described:

        @hypothesis.settings(
            max_examples=40, database=None, suppress_health_check=list(hypothesis.HealthCheck)
        )
        @hypothesis.given(
            operation.as_strategy(generation_mode=mode), sampled_from(sorted(callers))
        )
        def holds(asked, caller):
            asked.call_and_validate(checks=CHECKS, headers=callers[caller])

        holds()


def test_a_text_sent_with_a_key_is_answered_as_described(described, callers):
    """The first time, again, with other words, after our editors have dealt with it."""
    sends = next(each for each in described if each.path.endswith("/inbox/articles/"))
    text = {"external_id": "BK-17", "title": "Bắc Kạn tổng kết", "body": "<p>Đã họp.</p>"}

    def send(**fields):
        asked = sends.Case(body=text | fields, media_type="application/json")
        headers = callers["Cổng lấy tất cả"]
        return asked.call_and_validate(checks=CHECKS, headers=headers).status_code

    assert [send(), send(), send(title="Bắc Kạn sơ kết")] == [201, 200, 200]
    ArticlePage.objects.get(offers__external_id="BK-17").save_revision()
    assert send(title="Bắc Kạn tổng kết năm") == 409


def _wrong(operation, query) -> Iterator[dict[str, str]]:
    for parameter in operation.query:
        for value in BAD:
            yield query | {parameter.name: value}
