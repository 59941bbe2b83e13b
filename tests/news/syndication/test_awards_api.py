"""The award register through the API: titles, grants, totals, and all of it as CSV."""

import csv
import datetime
import io
import json
import uuid
from typing import get_args
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from news.awards.factories import (
    AwardDecisionFactory,
    AwardGrantFactory,
    EmulationMovementFactory,
)
from news.awards.models import AwardGrant, AwardTitle
from news.factories import ArticlePageFactory
from news.syndication.api import award_tables, awards
from news.syndication.objects import awards_contract as contract
from people.factories import OrganisationFactory, PersonFactory
from people.models import Province

from .conftest import known

pytestmark = pytest.mark.django_db

DECIDED = datetime.date(2024, 2, 20)


@pytest.fixture
def bac_kan_department():
    return OrganisationFactory(
        name="Sở Nội vụ tỉnh Bắc Kạn",
        name_en="Department of Home Affairs of Bac Kan",
        province=Province.objects.get(key="vn63-bac-kan"),
    )


@pytest.fixture
def register(bac_kan_department):
    """Seven grants, among them an unnamed group of seven, a revoked one and a mere proposal."""
    committee = OrganisationFactory(
        name="Ủy ban nhân dân tỉnh Cao Bằng", province=Province.objects.get(key="vn63-cao-bang")
    )
    decision = AwardDecisionFactory(decided_on=DECIDED, issuer=committee)
    return {
        "flag": AwardGrantFactory(
            to_organisation=True, organisation=bac_kan_department, code="CO_BNT", year=2023
        ),
        "person": AwardGrantFactory(
            person__full_name="Ma Thị Hoà", decision=decision, decider=committee, year=2024
        ),
        "group": AwardGrantFactory(to_unnamed=True, decision=decision, year=2024),
        "household": AwardGrantFactory(to_household=True, code="GDVH", year=None),
        "medal": AwardGrantFactory(code="HC_LD", rank="hạng Ba", year=2022),
        "revoked": AwardGrantFactory(revoked=True, person__full_name="Lý Văn Án", year=2024),
        "proposed": AwardGrantFactory(proposed=True, person__full_name="CHUA AI DUYET"),
    }


def ids(answer):
    return [item["id"] for item in answer["items"]]


def table(response):
    """The rows of a CSV answer, by the heads of its columns."""
    text = b"".join(response).decode() if response.streaming else response.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


# --- Titles --------------------------------------------------------------------


def test_all_titles_of_the_law_are_listed_by_rank(api):
    items = api.get("awards/titles/")["items"]

    assert len(items) == AwardTitle.objects.count() == 50
    assert items[0] == {
        "code": "CSTD_TQ",
        "name": "Chiến sĩ thi đua toàn quốc",
        "kind": "title",
        "level": "national",
        "awarding_authority": None,
        "recipients": ["individual"],
        "ranks": [],
        "law_article": "Điều 19; tiêu chuẩn Điều 21",
        "valid_from": "2024-01-01",
        "valid_to": None,
        "successor": None,
        "bonus_multiple": 4.5,
        "public_consultation": True,
        "armed_forces": False,
    }


def test_what_was_not_confirmed_in_the_data_is_not_told(api):
    AwardTitle.objects.filter(code="LDTT").update(checks={"article": "memory"})

    title = next(item for item in api.get("awards/titles/")["items"] if item["code"] == "LDTT")

    assert title["law_article"] is None
    assert title["awarding_authority"].startswith("Thủ trưởng cơ quan")


@pytest.mark.parametrize(
    ("parameters", "has", "has_not"),
    [
        ({"as_of": "2023-12-31"}, "HUY_HIEU", "CSTD_TQ"),
        ({"as_of": "2024-01-01"}, "CSTD_TQ", "HUY_HIEU"),
        ({"kind": "commendation"}, "HC_LD", "CSTD_TQ"),
        ({"level": "commune"}, "GDVH", "CSTD_TQ"),
    ],
)
def test_titles_can_be_narrowed(api, parameters, has, has_not):
    codes = {item["code"] for item in api.get("awards/titles/", **parameters)["items"]}

    assert has in codes
    assert has_not not in codes


def test_titles_as_a_table(client):
    rows = table(client.get("/api/v1/awards/titles/?format=csv"))

    assert len(rows) == 50
    assert rows[0]["Tên"] == "Chiến sĩ thi đua toàn quốc"
    assert rows[0]["Cấp"] == "Toàn quốc"


# --- Grants --------------------------------------------------------------------


def test_a_grant_tells_everything_that_is_public(api, site_tree, pdf, bac_kan_department):
    decision = AwardDecisionFactory(
        number="214/QĐ-UBND",
        issuer=bac_kan_department,
        signer=PersonFactory(honorific="ông", full_name="Đỗ Hữu Ước"),
        document=pdf,
    )
    article = ArticlePageFactory(parent=site_tree.emulation)
    AwardGrantFactory(
        uuid=known(1),
        to_organisation=True,
        organisation=bac_kan_department,
        code="CO_BNT",
        title_as_printed="Cờ thi đua của Bộ Nội vụ",
        decision=decision,
        movement=EmulationMovementFactory(),
        presented_on=datetime.date(2024, 2, 29),
        presenter=PersonFactory(honorific="bà", full_name="Ma Thị Hoà"),
        place="Bắc Kạn",
        citation="Hoàn thành xuất sắc nhiệm vụ",
        source_sentence="KHÔNG ĐƯA RA",
        articles=[article, ArticlePageFactory(parent=site_tree.emulation, published=False)],
    )

    fetched = api.get(f"awards/grants/{known(1)}/")

    body = {"id": str(bac_kan_department.uuid), "name": "Sở Nội vụ tỉnh Bắc Kạn"}
    assert fetched == {
        "id": str(known(1)),
        "title": {
            "code": "CO_BNT",
            "name": "Cờ thi đua của Bộ, ban, ngành, tỉnh",
            "level": "ministry_province",
        },
        "title_as_printed": "Cờ thi đua của Bộ Nội vụ",
        "rank": "",
        "recipient_kind": "organisation",
        "recipient": "Sở Nội vụ tỉnh Bắc Kạn",
        "person": None,
        "organisation": body,
        "quantity": 1,
        "quantity_note": "",
        "province": {"key": "vn63-bac-kan", "name": "Bắc Kạn"},
        "year": 2023,
        "year_to": None,
        "citation": "Hoàn thành xuất sắc nhiệm vụ",
        "movement": "Đoàn kết, kỷ cương, đổi mới, sáng tạo",
        "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh",
        "decider": None,
        "decision": {
            "number": "214/QĐ-UBND",
            "decided_on": "2024-02-20",
            "subject": "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
            "issuer": body,
            "signer": "Ông Đỗ Hữu Ước",
            "status": "in_force",
            "document_url": f"http://localhost{pdf.url}",
        },
        "presented_on": "2024-02-29",
        "presenter": "Bà Ma Thị Hoà",
        "place": "Bắc Kạn",
        "articles": [str(article.translation_key)],
        "status": "confirmed",
        "revoked_on": None,
        "revocation": None,
        "revocation_note": "",
    }
    assert api.get("awards/grants/")["items"] == [fetched]


def test_a_document_in_a_private_collection_is_not_linked(api, pdf):
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    pdf.collection = private
    pdf.save()
    AwardGrantFactory(decision=AwardDecisionFactory(document=pdf))

    (item,) = api.get("awards/grants/")["items"]

    assert item["decision"]["document_url"] is None


def test_a_proposal_is_nowhere(api, client, register):
    proposal = register["proposed"]

    assert api.get(f"awards/grants/{proposal.uuid}/", status=404)["detail_en"]
    everything = json.dumps(api.get("awards/grants/")) + json.dumps(
        [api.get("awards/summary/", group_by=group) for group in get_args(contract.Grouping)]
    )
    rows = table(client.get("/api/v1/awards/grants/?format=csv"))
    assert str(proposal.uuid) not in everything
    assert "CHUA AI DUYET" not in json.dumps(rows)
    assert len(rows) == 6


def test_a_revoked_grant_says_so(api, register):
    fetched = api.get(f"awards/grants/{register['revoked'].uuid}/")

    assert (fetched["status"], fetched["revoked_on"]) == ("revoked", "2025-05-12")
    assert fetched["revocation_note"] == "Kê khai thành tích không đúng"


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"title": "CO_BNT"}, ["flag"]),
        ({"kind": "title"}, ["flag", "household"]),
        ({"level": "state"}, ["medal"]),
        ({"rank": "hạng Ba"}, ["medal"]),
        ({"year": 2024}, ["person", "group", "revoked"]),
        ({"year": 2024, "status": "confirmed"}, ["person", "group"]),
        ({"status": "revoked"}, ["revoked"]),
        ({"recipient_kind": "household"}, ["household"]),
        ({"decided_from": "2024-02-20"}, ["person", "group"]),
        ({"decided_from": "2024-02-21"}, []),
        ({"decided_to": "2024-02-20"}, ["person", "group"]),
        ({"decided_to": "2024-02-19"}, []),
        ({"province": "vn63-bac-kan"}, ["flag"]),
        ({"province": "vn34-thai-nguyen"}, ["flag"]),
        ({"province": "vn63-thai-nguyen"}, []),
        ({"province": "vn63-cao-bang"}, ["person", "group"]),
    ],
)
def test_the_register_can_be_narrowed(api, client, register, parameters, found):
    wanted = {str(register[name].uuid) for name in found}

    assert set(ids(api.get(f"awards/grants/?{urlencode(parameters)}"))) == wanted
    response = client.get("/api/v1/awards/grants/", {**parameters, "format": "csv"})
    assert {row["id"] for row in table(response)} == wanted
    total = api.get(f"awards/summary/?group_by=title&{urlencode(parameters)}")["total"]
    assert total["grants"] + total["revoked"] == len(found)


def test_the_register_can_be_narrowed_to_who_received_and_who_decided(api, register):
    person, flag = register["person"], register["flag"]

    for parameter, key, found in [
        ("person", person.person.uuid, ["person"]),
        ("organisation", flag.organisation.uuid, ["flag"]),
        ("decider", person.decider.uuid, ["person"]),
    ]:
        answer = api.get("awards/grants/", **{parameter: key})
        assert ids(answer) == [str(register[name].uuid) for name in found]


def test_pages_give_every_grant_once(client, register):
    seen, address = [], "http://localhost/api/v1/awards/grants/?limit=2&locale=vi"
    while address:
        page = client.get(address.removeprefix("http://localhost")).json()
        seen += ids(page)
        address = page["next"]

    public = AwardGrant.objects.public().order_by("-pk")
    assert seen == [str(grant.uuid) for grant in public]


def test_names_are_given_in_english_where_there_are_any(api, register):
    (item,) = api.get("awards/grants/", title="CO_BNT", locale="en")["items"]

    assert item["title"]["name"] == "Emulation Flag of a Ministry, Sector or Province"
    assert item["organisation"]["name"] == "Department of Home Affairs of Bac Kan"
    assert item["province"]["name"] == "Bac Kan"


# --- Tables --------------------------------------------------------------------


def test_a_table_has_every_row_of_the_filter_whatever_the_limit(client, register, monkeypatch):
    monkeypatch.setattr(awards, "AT_ONCE", 2)

    response = client.get("/api/v1/awards/grants/?format=csv&limit=1")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="luot-khen-thuong.csv"'
    rows = table(response)
    assert len(rows) == 6
    group = next(row for row in rows if row["Đối tượng"] == "Nhóm chưa nêu tên")
    assert (group["Người nhận"], group["Số lượng"]) == ("7 cá nhân", "7")
    assert group["Ngày quyết định"] == "2024-02-20"
    assert group["Tỉnh, thành phố"] == "Cao Bằng"


def test_a_table_for_readers_of_english_has_english_heads(client, register):
    (row,) = table(client.get("/api/v1/awards/grants/?format=csv&locale=en&title=CO_BNT"))

    assert row["Title"] == "Emulation Flag of a Ministry, Sector or Province"


@pytest.mark.parametrize("path", ["grants/?", "titles/?", "summary/?group_by=year&"])
def test_head_of_a_table_has_no_body(client, register, path):
    response = client.head(f"/api/v1/awards/{path}format=csv")

    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert b"".join(response) == b""


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+84 912",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\r=1",
        " =HYPERLINK(1)",
        "＝1",
        '=cmd|"/c calc"!A0',
    ],
)
def test_no_cell_is_a_formula(client, words):
    AwardGrantFactory(citation=words, person__full_name="Ma Thị Hoà")

    (row,) = table(client.get("/api/v1/awards/grants/?format=csv"))

    assert row["Thành tích"] == f"'{words}"
    assert row["Người nhận"] == "Ma Thị Hoà"


@pytest.mark.parametrize("words", ['Hai "dòng"\nvà, phẩy', "a;b", "Đắk Lắk"])
def test_words_survive_the_table(client, words):
    AwardGrantFactory(citation=words)

    assert table(client.get("/api/v1/awards/grants/?format=csv"))[0]["Thành tích"] == words


def test_a_long_table_costs_the_same_queries_for_every_batch(client, register, monkeypatch):
    def queries(at_once):
        monkeypatch.setattr(awards, "AT_ONCE", at_once)
        with CaptureQueriesContext(connection) as captured:
            table(client.get("/api/v1/awards/grants/?format=csv"))
        return len(captured)

    assert queries(6) == queries(100) < queries(1)


@pytest.mark.parametrize(
    "columns", [award_tables.TITLES, award_tables.GRANTS, award_tables.SUMMARY]
)
def test_no_two_columns_have_the_same_head(columns):
    for heads in zip(*((each.vietnamese, each.english) for each in columns.columns), strict=True):
        assert len(set(heads)) == len(heads)


# --- Totals --------------------------------------------------------------------


def counts(answer):
    return {
        item["key"]: (item["grants"], item["quantity"], item["revoked"]) for item in answer["items"]
    }


def test_merit_of_several_years_is_found_in_each_and_counted_in_the_first(api):
    AwardGrantFactory(year=2022, year_to=2024)
    AwardGrantFactory(year=2025)
    found = {year: api.get("awards/grants/", year=year)["items"] for year in range(2021, 2025)}
    assert {year: len(items) for year, items in found.items()} == {
        2021: 0,
        2022: 1,
        2023: 1,
        2024: 1,
    }
    summary = api.get("awards/summary/", group_by="year", year=2023)
    assert [(item["key"], item["grants"]) for item in summary["items"]] == [("2022", 1)]
    assert summary["total"]["grants"] == 1


def test_totals_by_year_count_revoked_grants_apart(api, register):
    summary = api.get("awards/summary/", group_by="year")

    assert counts(summary) == {
        "2024": (2, 8, 1),
        "2023": (1, 1, 0),
        "2022": (1, 1, 0),
        None: (1, 1, 0),
    }
    assert list(counts(summary)) == ["2024", "2023", "2022", None]
    assert summary["total"] == {"grants": 5, "quantity": 11, "revoked": 1}
    assert summary["items"][-1]["name"] == "Nguồn không ghi"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (
            "title",
            {"CO_BNT": (1, 1, 0), "GDVH": (1, 1, 0), "HC_LD": (1, 1, 0), "BK_BNT": (2, 8, 1)},
        ),
        ("level", {"state": (1, 1, 0), "ministry_province": (3, 9, 1), "commune": (1, 1, 0)}),
        (
            "recipient_kind",
            {
                "person": (2, 2, 1),
                "organisation": (1, 1, 0),
                "household": (1, 1, 0),
                "unnamed": (1, 7, 0),
            },
        ),
        ("province", {"vn63-cao-bang": (2, 8, 0), "vn63-bac-kan": (1, 1, 0), None: (2, 2, 1)}),
    ],
)
def test_totals_by_everything_else(api, register, group, expected):
    summary = api.get("awards/summary/", group_by=group)

    assert counts(summary) == expected
    assert sum(quantity for _, quantity, _ in expected.values()) == summary["total"]["quantity"]


def test_totals_by_body(api, register, bac_kan_department):
    summary = api.get("awards/summary/", group_by="organisation")

    assert counts(summary) == {str(bac_kan_department.uuid): (1, 1, 0), None: (4, 10, 1)}
    assert [item["name"] for item in summary["items"]] == [
        "Sở Nội vụ tỉnh Bắc Kạn",
        "Không gắn với cơ quan nào",
    ]


def test_totals_agree_with_the_list(api, register):
    for item in api.get("awards/summary/", group_by="title")["items"]:
        grants = api.get(f"awards/grants/?title={item['key']}&status=confirmed")["items"]
        assert len(grants) == item["grants"]
        assert sum(grant["quantity"] for grant in grants) == item["quantity"]


def test_totals_as_a_table(client, register):
    rows = table(client.get("/api/v1/awards/summary/?group_by=year&format=csv"))

    assert rows[0] == {
        "Khóa": "2024",
        "Tên": "2024",
        "Số lượt ghi trong sổ": "2",
        "Số người, tập thể, hộ được khen": "8",
        "Đã thu hồi, không tính": "1",
    }


def test_an_empty_register_adds_up_to_nothing(api):
    summary = api.get("awards/summary/", group_by="province")

    assert (summary["items"], summary["total"]["quantity"]) == ([], 0)


# --- All of them ---------------------------------------------------------------


def test_more_grants_cost_no_more_queries(api, site_tree, pdf):
    def fill():
        issuer = OrganisationFactory(province=Province.objects.get(key="vn63-bac-kan"))
        decision = AwardDecisionFactory(issuer=issuer, signer=PersonFactory(), document=pdf)
        shared = {
            "decision": decision,
            "decider": issuer,
            "presenter": PersonFactory(),
            "movement": EmulationMovementFactory(),
            "articles": [ArticlePageFactory(parent=site_tree.emulation)],
        }
        AwardGrantFactory(**shared)
        AwardGrantFactory(**shared, to_organisation=True, code="CO_BNT")
        AwardGrantFactory(revoked=True, revocation=decision)

    def queries(path, **parameters):
        with CaptureQueriesContext(connection) as captured:
            api.get(path, **parameters)
        return len(captured)

    asked = [("awards/grants/", {"limit": 100}), ("awards/titles/", {})]
    asked += [("awards/summary/", {"group_by": group}) for group in get_args(contract.Grouping)]
    fill()
    api.get("awards/grants/")
    before = [queries(path, **parameters) for path, parameters in asked]
    for _ in range(4):
        fill()

    assert [queries(path, **parameters) for path, parameters in asked] == before


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("grants/?title=KHONG_CO", "title"),
        ("grants/?title=a%00", "title"),
        ("grants/?title=C%E1%BB%9C", "title"),
        ("grants/?rank=a%00b", "rank"),
        ("grants/?rank=abc", "rank"),
        ("grants/?level=tinh", "level"),
        ("grants/?year=1e3", "year"),
        ("grants/?year=9223372036854775808", "year"),
        ("grants/?person=00000000-0000-0000-0000-000000000001", "person"),
        ("grants/?decider=abc", "decider"),
        ("grants/?province=khong-co", "province"),
        ("grants/?decided_from=2024-02-30", "decided_from"),
        ("grants/?status=proposed", "status"),
        ("grants/?format=xlsx", "format"),
        ("grants/?format=csv&cursor=abc", "cursor"),
        ("grants/?offset=1", "offset"),
        ("summary/", "group_by"),
        ("summary/?group_by=person", "group_by"),
        ("summary/?group_by=year&limit=1", "limit"),
        ("titles/?as_of=2024-1-1", "as_of"),
        ("titles/?limit=10", "limit"),
    ],
)
def test_a_wrong_parameter_is_named(api, path, name):
    assert api.get(f"awards/{path}", status=400)["parameters"] == [name]


def test_a_span_that_runs_backwards_is_refused(api):
    problem = api.get(
        "awards/grants/", decided_from="2024-03-01", decided_to="2024-02-01", status=400
    )

    assert problem["parameters"] == ["decided_from", "decided_to"]


def test_a_rank_that_no_title_has_is_answered_with_those_there_are(api):
    said = api.get("awards/grants/", rank="hạng Tư", status=400)["detail"]

    assert said == "Tham số “rank” chỉ nhận một trong: hạng Nhất, hạng Nhì, hạng Ba."


def test_an_unknown_grant_is_not_found(api):
    assert api.get(f"awards/grants/{uuid.uuid4()}/", status=404)["status"] == 404


def test_no_number_of_our_database_leaves(api, register):
    AwardGrantFactory(
        pk=987_654_301,
        person=PersonFactory(pk=987_654_302),
        decision=AwardDecisionFactory(pk=987_654_303),
    )

    assert "9876543" not in json.dumps(api.get("awards/grants/"))


@pytest.mark.parametrize(
    ("promised", "choices"),
    [
        (contract.TitleKind, AwardTitle.Kind.values),
        (contract.TitleLevel, AwardTitle.Level.values),
        (contract.RecipientKind, AwardGrant.RecipientKind.values),
        ((*get_args(contract.GrantStatus), "proposed"), AwardGrant.Status.values),
    ],
)
def test_the_contract_knows_every_choice(promised, choices):
    assert set(get_args(promised) or promised) == set(choices)
