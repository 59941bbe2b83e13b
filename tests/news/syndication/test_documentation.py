"""The description of the API, for machines and for people."""

import re
from collections import Counter

import pytest
from typing_extensions import is_typeddict

from news.syndication.api.public import api as api_v1
from news.syndication.objects import awards_contract, contract, people_contract

pytestmark = pytest.mark.once


@pytest.fixture
def schema(api, db):
    return api.get("openapi.json")


def test_the_description_is_openapi_3_1(schema):
    assert schema["openapi"] == "3.1.0"
    assert "/api/v1/articles/{id}/" in schema["paths"]


def test_it_is_worked_out_once_in_a_process_and_not_for_every_caller():
    assert api_v1.get_openapi_schema() is api_v1.get_openapi_schema()


def test_operations_have_short_names_of_their_own(schema):
    """By which programs made from the description call them: they must not tell of our modules."""
    operations = [each for methods in schema["paths"].values() for each in methods.values()]
    names = [each["operationId"] for each in operations]
    assert {"list_articles", "get_article", "search", "list_grants", "offer_article"} <= set(names)
    assert len(set(names)) == len(names)


def test_every_operation_says_that_it_refuses_wrong_parameters(schema):
    reads = [methods["get"] for methods in schema["paths"].values() if "get" in methods]
    writes = [methods["post"] for methods in schema["paths"].values() if "post" in methods]

    for status in ("304", "400", "401", "403", "429", "500"):
        assert all(status in operation["responses"] for operation in reads)
    for status in ("400", "401", "403", "429", "500"):
        assert all(status in operation["responses"] for operation in writes)
    assert not any("304" in operation["responses"] for operation in writes)


def test_a_key_is_described_and_needed_only_to_write(schema):
    (name, scheme), *others = schema["components"]["securitySchemes"].items()
    assert not others
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")

    offering = schema["paths"]["/api/v1/inbox/articles/"]["post"]
    assert offering["security"] == [{name: []}]
    assert {"200", "201", "409", "413", "415"} <= set(offering["responses"])
    body = offering["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    assert "title" in schema["components"]["schemas"][body.rpartition("/")[2]]["required"]
    assert schema["paths"]["/api/v1/articles/"]["get"]["security"] == [{}, {name: []}]


def test_only_what_is_given_out_is_described_as_an_object(schema):
    objects = schema["components"]["schemas"]

    assert [name for name in objects if name.endswith("Parameters")] == []
    assert {"ArticleObject", "PersonRef", "ProblemObject"} <= set(objects)


def test_no_two_objects_have_one_name():
    """One would be described as the other."""
    names = Counter(
        name
        for module in (contract, awards_contract, people_contract)
        for name, value in vars(module).items()
        if is_typeddict(value) and value.__module__ == module.__name__
    )

    assert [name for name, count in names.items() if count > 1] == []
    assert names


def test_operations_that_answer_with_a_table_say_so(schema):
    tables = [
        path
        for path, methods in schema["paths"].items()
        if "get" in methods and "text/csv" in methods["get"]["responses"]["200"]["content"]
    ]

    assert tables == [f"/api/v1/awards/{name}/" for name in ("titles", "grants", "summary")]


def test_errors_are_described_as_problems(schema):
    responses = schema["paths"]["/api/v1/articles/{id}/"]["get"]["responses"]

    assert list(responses["200"]["content"]) == ["application/json"]
    assert list(responses["410"]["content"]) == ["application/problem+json"]


def test_every_parameter_is_documented(schema):
    undocumented = [
        (path, parameter["name"])
        for path, methods in schema["paths"].items()
        for operation in methods.values()
        for parameter in operation["parameters"]
        if parameter["in"] == "query" and not parameter.get("description")
    ]

    assert undocumented == []


def test_the_page_names_every_operation_and_loads_nothing_from_elsewhere(client, site_tree, schema):
    response = client.get("/api/v1/docs")
    page = response.content.decode()

    assert all(path in page for path in schema["paths"])
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!localhost)', page)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<style|\bstyle=|\bon\w+=", page)


@pytest.mark.parametrize("address", ["/api/v1/docs", "/api/v1/openapi.json"])
def test_it_is_found_with_a_slash_at_the_end_too(client, site_tree, address):
    with_slash = client.get(f"{address}/")

    assert with_slash.status_code == 200
    assert with_slash.content == client.get(address).content


def test_every_kind_of_answer_leads_to_its_description(client, site_tree):
    """Where there are several kinds, each of them does."""
    page = client.get("/api/v1/docs").content.decode()

    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_the_examples_on_the_page_work(client, site_tree):
    page = client.get("/api/v1/docs").content.decode()

    examples = re.findall(r'Ví dụ: <a href="([^"]+)"', page)

    assert len(examples) == 10
    assert {client.get(path.replace("&amp;", "&")).status_code for path in examples} == {200}
