"""Whatever is sent, the answer is orderly: a problem in Vietnamese, never a 500."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from news.factories import ArticlePageFactory
from news.syndication.api import source
from news.syndication.api.cursors import Cursor, NameCursor, NumberCursor, Packed

LISTS = (
    "articles/", "search/", "search/suggest/", "provinces/", "provinces/resolve/", "sections/", "awards/titles/",
    "awards/grants/", "awards/summary/", "people/", "organisations/", "clusters/",
    "changes/", "snapshot/",
)  # fmt: skip
# Without these an operation looks at nothing else.
NEEDED = {"search/": "q=a", "provinces/resolve/": "name=a", "awards/summary/": "group_by=year"}
KNOWN = "00000000-0000-0000-0000-000000000001"
HOSTILE = (
    "", "%00", "a%00b", "%ED%A0%80", "%ED%A0%80%ED%B0%80", "%FF%FE", "%C0%AF", "%C2%A0",
    "%C2%A0%C2%A0%E3%80%80", "%E2%80%A8", "%E2%80%8B", "%22", "%27", "%27%27", "%60", "%5C",
    "%22Quy%E1%BA%BFt", "%22a+b%22~9", "%22%22%22", "NOT", "NOT+" * 300, "AND+OR+NOT", "NEAR(a+b,2)",
    "a*", "*", "^a", "title:a", "{title}:a", "-a", "+a", "(", ")", "((((", "a+AND+", "'+OR+1=1--",
    ";DROP+TABLE+x", "%25", "%25s", "_", "%3Cscript%3E", "../../etc/passwd", "-1", "0", "1e9", "1.5",
    "99999999999999999999", "9223372036854775808", "-9223372036854775809", "9" * 5000, "NaN",
    "Infinity", "true", "null", "[]", "{}", "a" * 8000, "a+" * 4000, "%C3%A1+" * 2000,
    "%F0%9F%92%A9", "%CC%81", "e" + "%CC%81" * 500, "2024-02-30", "0000-00-00", "9999-12-31",
    "2024-2-9", "1700000000", "%D9%A1%D9%A2", "%EF%BC%91%EF%BC%90", "%E2%85%AF", "1_000",
    "AAAAAAAAAAAAAAAAAAAAAA", "_____________________w", "AAAA", "%3D%3D%3D%3D", "vi%00", "EN", "vi-VN",
    "article%27", "Article", "Page",
)  # fmt: skip


@pytest.fixture
def portal(site_tree):
    ArticlePageFactory(parent=site_tree.emulation)
    return Client(raise_request_exception=True)


@pytest.mark.parametrize("path", LISTS)
def test_no_value_of_any_parameter_is_a_server_error(portal, path):
    described = portal.get("/api/v1/openapi.json").json()["paths"][f"/api/v1/{path}"]["get"]
    needed = NEEDED.get(path, "").partition("=")
    for parameter in (each["name"] for each in described["parameters"]):
        rest = "".join(needed) if needed[0] != parameter else ""
        for value in HOSTILE:
            response = portal.get(f"/api/v1/{path}?{parameter}={value}&{rest}")
            assert response.status_code in (200, 400, 404, 410), (path, parameter, value)
            _is_json(response)


def test_no_id_is_a_server_error(portal):
    kinds = ("articles", "people", "organisations", "clusters", "awards/grants")
    for value in HOSTILE:
        for path in (*(f"{kind}/{value}/" for kind in kinds), value, f"{value}/"):
            response = portal.get(f"/api/v1/{path}", follow=True)
            assert response.status_code in (200, 400, 404), path
            _is_json(response)


def test_no_name_of_a_parameter_is_a_server_error(portal):
    for value in HOSTILE:
        response = portal.get(f"/api/v1/articles/?{value}=1&{value}=2")

        assert response.status_code == 400, value
        _is_json(response)


def _is_json(response):
    kind = "application/json" if response.status_code == 200 else "application/problem+json"
    assert response["Content-Type"] == kind
    body = response.json()
    if response.status_code != 200:
        assert body["status"] == response.status_code
        assert body["detail"]
        assert body["detail_en"]


@pytest.mark.once
@pytest.mark.parametrize(
    ("path", "name", "detail"),
    [
        ("articles/?sectoin=a", "sectoin", "Không có tham số “sectoin” ở địa chỉ này."),
        ("articles/?limit=1&limit=2", "limit", "Tham số “limit” chỉ được ghi một lần."),
        ("articles/?limit=0", "limit", "Tham số “limit” phải từ 1 trở lên."),
        ("articles/?limit=-5", "limit", "Tham số “limit” phải từ 1 trở lên."),
        ("articles/?limit=101", "limit", "Tham số “limit” không được quá 100."),
        ("articles/?limit=hai", "limit", "Tham số “limit” phải là một số nguyên."),
        ("articles/?limit=%2B5", "limit", "Tham số “limit” phải là một số nguyên."),
        ("changes/?limit=%205", "limit", "Tham số “limit” phải là một số nguyên."),
        ("search/?q=a&offset=5.0", "offset", "Tham số “offset” phải là một số nguyên."),
        (
            "articles/?order=title",
            "order",
            "Tham số “order” chỉ nhận một trong: -published_at, published_at, views_7d, views_30d.",
        ),
        ("articles/?locale=fr", "locale", "Tham số “locale” chỉ nhận một trong: vi, en."),
        (
            "articles/?cursor=abc",
            "cursor",
            "Tham số “cursor” không phải là con trỏ của danh sách này; hãy bắt đầu lại không có cursor.",
        ),
        (
            "articles/?section=khong-co",
            "section",
            "Tham số “section” phải là đường dẫn của một chuyên mục; xem /api/v1/sections/.",
        ),
        *(
            (
                f"{path}={value}",
                path.rpartition("?")[2],
                f"Tham số “{path.rpartition('?')[2]}” phải là mã của một danh hiệu, hình thức khen"
                " thưởng; xem /api/v1/awards/titles/.",
            )
            for path in ("articles/?award", "awards/grants/?title")
            for value in ("KHONG_CO", "%F0%9F%98%80")
        ),
        *(
            (
                f"{path}?organisation={value}",
                "organisation",
                "Tham số “organisation” phải là id của một cơ quan; xem /api/v1/organisations/.",
            )
            for path in ("articles/", "people/", "clusters/", "awards/grants/")
            for value in ("so-noi-vu", "00000000-0000-0000-0000-000000000000")
        ),
        ("articles/00000000-0000-0000-0000-000000000000/?q=a", "q", None),
        ("search/", "q", "Thiếu tham số “q”."),
        ("search/?q=a&offset=10001", "offset", "Tham số “offset” không được quá 10000."),
        ("search/?q=a&facets=1", "facets", "Không có tham số “facets” ở địa chỉ này."),
        (
            "provinces/?as_of=2024-02-30",
            "as_of",
            "Tham số “as_of” phải là một ngày có thật, viết như 2024-02-29.",
        ),
        (
            "provinces/?as_of=1700000000",
            "as_of",
            "Tham số “as_of” phải là một ngày có thật, viết như 2024-02-29.",
        ),
    ],
)
def test_a_wrong_parameter_is_named_in_vietnamese(api, site_tree, path, name, detail):
    problem = api.get(path, status=400)

    assert problem["parameters"] == [name]
    assert detail in (None, problem["detail"])
    assert problem["title"] == "Yêu cầu không hợp lệ"


@pytest.mark.once
@pytest.mark.parametrize(
    ("first", "last"), [("published_from", "published_to"), ("event_from", "event_to")]
)
def test_a_span_that_runs_backwards_is_refused(api, db, first, last):
    problem = api.get("articles/", **{first: "2025-01-02", last: "2025-01-01"}, status=400)

    assert problem["parameters"] == [first, last]
    assert problem["detail"] == f"Tham số “{first}” không được sau “{last}”."
    api.get("articles/", **{first: "2025-01-01", last: "2025-01-01"})


@pytest.mark.once
def test_several_wrong_parameters_are_all_named_in_both_languages(api, db):
    problem = api.get("articles/?limit=0&cursor=x", status=400)

    assert problem["parameters"] == ["limit", "cursor"]
    assert problem["detail"] == (
        "Tham số “limit” phải từ 1 trở lên. Tham số “cursor” không phải là con trỏ của danh sách này;"
        " hãy bắt đầu lại không có cursor."
    )
    assert problem["title_en"] == "Bad Request"
    assert problem["detail_en"] == (
        "The parameter “limit” must be at least 1. The parameter “cursor” is not a cursor of this"
        " list; start again without a cursor."
    )


@pytest.mark.once
@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("articles/?sectoin=a", 400, "This address has no parameter “sectoin”."),
        ("articles/?section=khong-co", 400,
         "The parameter “section” must be the slug of a section; see /api/v1/sections/."),
        ("articles/?order=title", 400, "The parameter “order” must be one of: -published_at, "
         "published_at, views_7d, views_30d."),
        ("search/", 400, "The parameter “q” is missing."),
        ("search/?q=a&exact=ja", 400, "The parameter “exact” must be true or false."),
        ("provinces/?as_of=hom-nay", 400,
         "The parameter “as_of” must be a date that exists, written as 2024-02-29."),
        ("provinces/resolve/?name=X&date=2024-02-29", 404,
         "On 2024-02-29 no province or city bore this name."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_english_too(api, site_tree, path, status, detail):
    assert api.get(path, status=status)["detail_en"] == detail


@pytest.mark.once
@pytest.mark.parametrize(
    "path", ["", "khong-co/", "articles/khong-phai-uuid/", "docs/x/", "x.json/", "articles/%0A/"]
)
def test_an_unknown_address_is_a_problem(client, db, path):
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == 404
    assert response["Access-Control-Allow-Origin"] == "*"
    _is_json(response)


def test_an_address_beside_the_api_is_a_problem_too(client, db):
    response = client.get("/api/v2/pages/")

    assert response.status_code == 404
    _is_json(response)


def test_an_address_without_its_last_slash_is_as_good(client, everything):
    """Most programs follow no redirect, and see an empty answer."""
    for path in (*LISTS, f"articles/{KNOWN}/", f"people/{KNOWN}/"):
        query = NEEDED.get(path, "")
        response = client.get(f"/api/v1/{path.removesuffix('/')}?{query}")

        assert response.status_code == client.get(f"/api/v1/{path}?{query}").status_code, path
        _is_json(response)


@pytest.mark.once
def test_an_unknown_address_without_its_last_slash_is_a_problem_at_once(client, db):
    response = client.get("/api/v1/khong-co")

    assert response.status_code == 404
    _is_json(response)


@pytest.mark.once
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(db, method):
    response = Client(enforce_csrf_checks=True).generic(method, "/api/v1/articles/", b"{}")

    assert response.status_code == 405
    assert response["Allow"] == "GET"
    _is_json(response)


def test_a_failure_tells_nothing_of_its_cause(client, db, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise RuntimeError("mật khẩu của cơ sở dữ liệu")

    monkeypatch.setattr(source, "publications_in_order", broken)

    response = client.get("/api/v1/articles/")

    assert response.status_code == 500
    _is_json(response)
    assert "mật khẩu" not in response.content.decode()
    assert "mật khẩu" in caplog.text


@pytest.mark.once
def test_too_many_parameters_are_refused(client, db, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10

    response = client.get("/api/v1/articles/?" + "&".join(f"p{n}=1" for n in range(50)))

    assert response.status_code == 400
    _is_json(response)


@pytest.mark.once
def test_scripts_of_any_site_may_read(client, db):
    for path in ("articles/", "articles/?limit=0", "khong-co/", "openapi.json"):
        assert client.get(f"/api/v1/{path}")["Access-Control-Allow-Origin"] == "*"


def test_head_answers_like_get_without_the_body(client, db):
    response = client.head("/api/v1/articles/")

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response.content == b""


@pytest.mark.once
@pytest.mark.parametrize("text", ["", "a", "A" * 22, "-" * 22, "ă" * 22, "=" * 22, "A" * 8000])
@pytest.mark.parametrize("kind", Packed.__subclasses__())
def test_a_cursor_not_given_out_by_us_is_refused(kind, text):
    with pytest.raises(ValueError, match="con trỏ"):
        kind.of(text, "?")


@pytest.mark.once
@pytest.mark.parametrize(
    "cursor",
    [
        Cursor.at(datetime.datetime(2024, 2, 29, 7, 30, tzinfo=datetime.UTC), 1),
        NameCursor("Sở Nội vụ tỉnh Đắk Lắk", 2**62),
        NameCursor("𠀀" * 200, 1),
        NumberCursor(17),
    ],
)
def test_a_cursor_survives_the_way_there_and_back(cursor):
    assert type(cursor).of(cursor.word("?"), "?") == cursor


@pytest.mark.once
@pytest.mark.parametrize("cursor", [NameCursor("a\x00b", 1), NameCursor("a", 0), NumberCursor(-1)])
def test_a_cursor_that_points_to_nothing_is_refused(cursor):
    with pytest.raises(ValueError, match="con trỏ"):
        type(cursor).of(cursor.word("?"), "?")


def test_a_cursor_goes_on_with_its_own_list_alone(api, site_tree, settings):
    """It would be taken for the end of another one, or pass over some of it."""
    ArticlePageFactory.create_batch(3, parent=site_tree.emulation)
    first = api.get("articles/", limit=1, section="thi-dua")
    cursor = parse_qs(urlsplit(first["next"]).query)["cursor"][0]

    following = api.get("articles/", limit=2, section="thi-dua", fields="id", cursor=cursor)
    assert len(following["items"]) == 2
    assert api.get("articles", limit=2, section="thi-dua", cursor=cursor)["items"]
    for other in (
        {"section": "thi-dua", "order": "published_at"},
        {"section": "thi-dua", "order": "views_7d"},
        {"section": "thi-dua", "locale": "vi"},
        {"section": "to-chuc-bo-may"},
        {},
    ):
        problem = api.get("articles/", status=400, cursor=cursor, **other)
        assert problem["parameters"] == ["cursor"]
    api.get("awards/grants/", status=400, cursor=cursor)
    settings.SECRET_KEY = "of another site"
    api.get("articles/", status=400, section="thi-dua", cursor=cursor)


def test_what_did_not_change_is_not_sent_again(client, site_tree):
    first = client.get("/api/v1/articles/")

    again = client.get("/api/v1/articles/", headers={"If-None-Match": first["ETag"]})
    head = client.head("/api/v1/articles/", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Access-Control-Allow-Origin"] == "*"
    assert head.status_code == 304


def test_what_changed_is_sent_again(client, site_tree):
    etag = client.get("/api/v1/articles/")["ETag"]
    ArticlePageFactory(parent=site_tree.emulation)

    again = client.get("/api/v1/articles/", headers={"If-None-Match": etag})

    assert again.status_code == 200
    assert again["ETag"] != etag


def test_another_version_than_the_one_asked_for_is_a_problem(client, site_tree):
    response = client.get("/api/v1/articles/", headers={"If-Match": '"khac"'})

    assert response.status_code == 412
    _is_json(response)
    assert "“If-Match”" in response.json()["detail"]
