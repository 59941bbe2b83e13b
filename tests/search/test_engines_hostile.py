"""Whatever is sent, every engine answers: with what was found, or with a problem; never with 500."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news.factories import ArticlePageFactory
from tests.site_tree import plant_site_tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_texts")]


@pytest.fixture(scope="module")
def few_texts(engine_of_module, lasting):
    site = plant_site_tree()
    for title in ("Ký kết giao ước thi đua", "Giao ước của bảy xã", "Khen thưởng điển hình"):
        ArticlePageFactory(parent=site.emulation, title=title)
    engine_of_module.write()
    yield
    engine_of_module.empty()


TYPED = {
    "one quote": '"',
    "lone quote": '"giao ước',
    "quote inside": 'giao" ước',
    "near": '"giao ước"~9',
    "apostrophes": "''giao'' ước'",
    "markup": '"><img src=x onerror=alert(1)>',
    "operators": "giao AND OR NOT ước NEAR(thi đua, 2)",
    "tsquery": "giao & | ! <-> ước :* 'thi':A",
    "only operators": "AND OR NOT NEAR & | ! + - * ~ ^ : ( )",
    "lucene": 'title:giao AND (ước~2^4 OR /thi.*/ ) +đua -x [a TO z] {"match_all": {}}',
    "fts5": "{title body} : giao* ^ước + thi - đua",
    "sql": "'; DROP TABLE search_text; --",
    "percent": "100% giao_ước %s %(q)s {0}",
    "backslashes": "\\giao\\ \\'ước\\' \\",
    "NUL": "giao\x00ước\x00",
    "only NUL": "\x00",
    "controls": "".join(map(chr, range(1, 32))),
    "odd spaces": "\u00a0\u2003\u3000\u2028\u2029\u202f",
    "zero width": "\u200b\u200d\ufeff\u2060",
    "bidi controls alone": "\u202e\u2066\u200f",
    "bidi": "\u202egiao ước\u202c \u2066thi\u2069",
    "emoji": "😀 giao 👩‍👩‍👧‍👦 ước 🇻🇳",
    "only emoji": "😀🎉",
    "noncharacters": "\uffff\ufffe \U0010ffff",
    "marks alone": "\u0301\u0309\u0323 ́",
    "a letter with many marks": "a" + "\u0301" * 200,
    "other scripts": "越南 вьетнам ベトナム فيتنام ωμέγα ß ﬁ Ⅷ ²",
    "8 kB of words": "a " * 4_000,
    "8 kB of different words": " ".join(f"từ{number}" for number in range(1_200)),
    "8 kB of OR": "a OR " * 1_600,
    "8 kB of quotes": '"a" ' * 2_000,
    "one word of 8 kB": "ư" * 8_000,
    "300 × NOT": "NOT " * 300 + "giao",
    "300 × brackets": "(" * 300 + "giao" + ")" * 300,
    "many keys": "aaaaaaaa sssssss wwwwwwww 1234567890 ddddd fjfjfjfj",
    "very many numbers": "1/1/1 99/99/9999 31/02/2024 0/0/0 00000000/QĐ-" + "9" * 50,
    "years": "năm 0000 năm 99999 từ năm 1 đến năm 9999 tháng 13/2024",
    "everything asked": "là gì là ai ở đâu khi nào không",
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_any_words_are_answered(client, typed):
    """The page always; the endpoint with an answer, or a problem that says what is wrong."""
    exactly = {"q": typed, "exact": "1", "sort": "newest", "page": "2"}

    assert client.get("/tim-kiem/", exactly).status_code == 200
    assert_answer_or_problem(client.get("/api/v1/search/", {"q": typed}))


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_any_words_are_answered_while_they_are_typed(client, typed):
    response = client.get("/api/v1/search/suggest/", {"q": typed})

    assert response.status_code in (200, 400)
    if response.status_code == 200:
        assert len(response.json()["items"]) <= 8
    else:
        assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_any_words_are_answered_in_the_admin(client, lan, typed):
    """Wagtail reads quotes there, and asks with query objects."""
    client.force_login(lan)

    for path in ("pages/search/", "images/"):
        assert client.get(f"/admin/{path}", {"q": typed}).status_code == 200


def assert_answer_or_problem(response) -> None:
    assert response.status_code in (200, 400, 404)
    if response.status_code == 200:
        assert response.json()["degraded"] is False
        assert len(response.json()["items"]) <= response.json()["total"]
    else:
        assert response["Content-Type"] == "application/problem+json"
        assert response.json()["status"] == response.status_code
        assert response.json()["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "q=%ff%fe",
        "q=%c3%28",
        "q=%ed%a0%80",  # half of a surrogate pair
        "q=%",
        "q=%u0041",
        "q=giao&q=ước",
        "",
        "q=giao&la=1",
    ],
)
@pytest.mark.parametrize("path", ["/tim-kiem/", "/api/v1/search/", "/api/v1/search/suggest/"])
def test_any_escapes_are_answered(client, path, address):
    response = client.get(f"{path}?{address}")

    assert response.status_code in (200, 400)
    if path == "/api/v1/search/":
        assert_answer_or_problem(response)


@pytest.mark.parametrize(
    "parameters",
    [
        {"offset": str(2**63)},
        {"offset": "-1"},
        {"offset": "10001"},
        {"offset": "1e3"},
        {"limit": "-1"},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "9" * 4_000},
        {"limit": "²"},
        {"year": "0"},
        {"year": "9" * 30},
        {"year": "hai"},
        {"type": "Page"},
        {"type": "article' OR '1'='1"},
        {"order": "worst"},
        {"locale": "x'x"},
        {"locale": "\x00"},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_by_name(client, parameters):
    (name,) = parameters
    response = client.get("/api/v1/search/", {"q": "giao ước", **parameters})

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert name in response.json()["detail"]


VALUES = [
    "'",
    '"',
    "a'b\"c",
    "\\",
    "%",
    "\x00",
    "=",
    "a=b",
    "😀",
    "ư" * 79,
    "' OR 1=1 --",
    "{}",
    "*",
]


@pytest.mark.parametrize("value", VALUES)
def test_any_value_of_a_facet_is_answered(client, value):
    facets = ("type", "section", "province", "year", "award", "organisation", "person")
    chosen = {"q": "giao ước", **dict.fromkeys(facets, value)}

    assert client.get("/tim-kiem/", chosen).status_code == 200
    named = {"q": "giao ước", "section": value, "province": value}
    assert_answer_or_problem(client.get("/api/v1/search/", named))


@pytest.mark.parametrize("page", ["-1", "0", str(2**63), "9" * 5_000, "²", "\x00", "1.5", ""])
def test_any_number_of_a_page_is_answered(client, page):
    assert client.get("/tim-kiem/", {"q": "giao ước", "page": page}).status_code == 200


@given(
    typed=st.text(
        st.one_of(
            st.sampled_from(list(" \"'\\*():^~+-&|!<>{}[]/%_=,;.\x00\u0301\u200b")),
            st.sampled_from(list("aăâeêioôơuưyđáàảãạwjsfrx12")),
            st.characters(),
        ),
        max_size=60,
    )
)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_can_be_typed_is_answered(client, typed):
    typed = typed.encode(errors="replace").decode()

    assert_answer_or_problem(client.get("/api/v1/search/", {"q": typed}))
