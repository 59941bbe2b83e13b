"""Wagtail's own use of an engine: `.search()` and `.autocomplete()`, query objects, the admin."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from news.models import ArticlePage, Photo
from people.models import Organisation, Person
from search.backends import elastic_compilers, elastic_store
from search.backends.elastic_compilers import ElasticQueryCompiler

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]

PLEDGE = "Ký kết giao ước thi đua giữa các huyện"
TRAINING = "Tập huấn nghiệp vụ văn thư"
ARCHIVE = "Số hoá tài liệu lưu trữ lịch sử"
VOTERS = "Trả lời cử tri về đường liên thôn"
MARKET = [f"Phiên chợ vùng cao lần thứ {number}" for number in range(1, 11)]


def titles(results) -> list[str]:
    return [each.title for each in results]


# --- search() --------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [Page, ArticlePage])
def test_a_text_typed_freely_finds_objects_of_the_model(model):
    found = model.objects.search("so hoa tai lieu luu tru lich su")

    assert titles(found)[:2] == [ARCHIVE, VOTERS]
    assert all(type(each) is model for each in found)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (PlainText("giao ước thi đua huyện"), {PLEDGE}),
        (PlainText("huyện niêm", operator="or"), {PLEDGE, "niêm"}),
        (Phrase("giao ước thi đua"), {PLEDGE}),
        (Phrase("giao uoc thi dua"), {PLEDGE}),
        (Phrase("ước giao"), set()),
        (PlainText("thi") & PlainText("văn thư"), {TRAINING}),
        (And([PlainText("giao"), PlainText("huyện")]), {PLEDGE}),
        (Or([Phrase("nghiệp vụ văn thư"), Phrase("giữa các huyện")]), {PLEDGE, TRAINING}),
        (Phrase("giao ước") & ~PlainText("huyện"), set()),
        (PlainText("đua") & Not(Phrase("thi đua")), {TRAINING}),
        (Boost(Phrase("giữa các huyện"), 2.0), {PLEDGE}),
        (Fuzzy("nghjệp vụ văn thư", operator="and"), {TRAINING}),
        (PlainText(""), set()),
        (PlainText("!?"), set()),
        (Phrase("…"), set()),
    ],
)
def test_query_objects_mean_what_they_say(query, wanted):
    found = set(titles(ArticlePage.objects.search(query)))

    if "niêm" in wanted:
        assert {PLEDGE, "Sở Nội vụ tỉnh Thái Nguyên tiếp công dân"} <= found
    else:
        assert found == wanted


def test_query_objects_are_not_repaired():
    assert ArticlePage.objects.search(PlainText("giao uocc")).count() == 0
    assert ArticlePage.objects.search("giao uocc").count() > 0


def test_everything_is_everything():
    everything = ArticlePage.objects.search(MATCH_ALL)

    assert everything.count() == ArticlePage.objects.count() == len(list(everything))


def test_all_but_some_is_the_rest():
    rest = ArticlePage.objects.search(Not(Phrase("phiên chợ vùng cao")))

    assert rest.count() == ArticlePage.objects.count() - len(MARKET)


def test_an_operator_joins_the_words_of_a_text():
    strict = ArticlePage.objects.search("huyện văn thư", operator="and")
    loose = ArticlePage.objects.search("huyện văn thư", operator="or")

    assert titles(strict) == []
    assert {PLEDGE, TRAINING} <= set(titles(loose))


def test_fields_narrow_to_the_title():
    assert ArticlePage.objects.search("kỳ họp", operator="and").count() >= 230
    assert ArticlePage.objects.search("kỳ họp", operator="and", fields=["title"]).count() == 1


def test_another_order_is_that_of_the_queryset():
    by_title = ArticlePage.objects.order_by("title").search("phiên chợ", order_by_relevance=False)
    by_day = ArticlePage.objects.order_by("published_at").search(
        Phrase("phiên chợ"), order_by_relevance=False
    )

    assert titles(by_title) == sorted(titles(by_title))
    assert set(MARKET) <= set(titles(by_title))
    assert titles(by_day)[:2] == MARKET[:2]
    assert titles(by_title[2:5]) == titles(by_title)[2:5]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"published_at__year": 2024}, 8),
        ({"published_at__lt": "2024-01-01T00:00:00+07:00"}, 2),
        ({"live": True, "locale__language_code": "vi"}, 10),
        ({"live": False}, 0),
        ({"lead__contains": "tinh mơ"}, 10),  # no FilterField
        ({"title__endswith": "thứ 7"}, 1),
        ({"other_sections__slug": "to-chuc-bo-may"}, 1),
        ({"slug__in": ["phien-cho-vung-cao-lan-thu-3", "khong-co"]}, 1),
    ],
)
def test_filters_hold_whether_the_engine_knows_the_field_or_not(filters, count):
    found = ArticlePage.objects.filter(**filters).search(Phrase("phiên chợ vùng cao"))

    assert found.count() == len(list(found)) == count
    assert set(titles(found)) <= set(MARKET)


def test_a_filter_holds_that_leaves_more_than_a_server_takes_by_name(monkeypatch):
    monkeypatch.setattr(elastic_compilers, "MOST_KEYS", 5)

    assert ArticlePage.objects.filter(lead__contains="tinh mơ").search("phiên chợ").count() == 10


def test_exclusions_and_alternatives_hold_too():
    articles = ArticlePage.objects.exclude(published_at__year=2024) | ArticlePage.objects.filter(
        title__endswith="7"
    )
    found = articles.search(Phrase("phiên chợ vùng cao"))

    assert set(titles(found)) == {MARKET[0], MARKET[1], MARKET[6]}
    assert ArticlePage.objects.none().search("phiên chợ").count() == 0


def test_an_answer_can_be_cut_and_counted():
    found = ArticlePage.objects.search(Phrase("rà soát định mức"))

    assert found.count() == len(found) == 230
    assert titles(found[95:105]) == titles(found)[95:105]
    assert found[100].title == titles(found)[100]
    assert found[220:400].count() == len(list(found[220:400])) == 10
    assert list(found[230:]) == []


def test_a_slice_deeper_than_a_server_goes_is_whole(monkeypatch):
    monkeypatch.setattr(elastic_store, "DEEPEST", 5)

    assert len(ArticlePage.objects.search(MATCH_ALL)[3:9]) == 6


def test_values_come_in_the_order_of_the_answer():
    values = ArticlePage.objects.values_list("title", flat=True)

    assert list(values.search("số hoá tài liệu lưu trữ lịch sử"))[:2] == [ARCHIVE, VOTERS]


def test_scores_fall_in_the_order_of_the_answer():
    found = list(ArticlePage.objects.search("phiên chợ vùng cao").annotate_score("score"))
    scores = [each.score for each in found]

    assert all(isinstance(score, float) for score in scores)
    assert scores == sorted(scores, reverse=True)


def test_answers_are_counted_by_a_filter_field():
    kinds = Page.objects.search(Phrase("phiên chợ vùng cao")).facet("content_type_id")
    article = ContentType.objects.get_for_model(ArticlePage)

    assert kinds[article.pk] == 10
    assert sum(kinds.values()) == 11


def test_objects_that_are_no_pages_are_found():
    assert titles(Photo.objects.search("san van dong huyen ba be"))[0] == "Lễ phát động"
    assert titles(get_document_model().objects.search("ke khai thanh tich")) == [
        "Biểu mẫu kê khai thành tích"
    ]


# --- autocomplete() ----------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [Page, ArticlePage])
def test_objects_chosen_by_their_keys_are_those_that_are_found(model):
    market = model.objects.filter(title__in=MARKET[:3])
    some = [page.pk for page in market[:2]]
    query = Phrase("phiên chợ vùng cao")
    of_all = model.objects.search(query).count()

    assert model.objects.filter(pk__in=some).search(query).count() == 2
    assert model.objects.filter(pk__in=market.values("pk")).search(query).count() == 3
    assert model.objects.filter(pk__in=market.order_by("pk")[:1]).search(query).count() == 1
    assert model.objects.exclude(pk__in=market.values("pk")).search(query).count() == of_all - 3


def test_a_server_is_told_what_pages_were_chosen_by_and_not_their_keys():
    chosen = Page.objects.filter(depth__gt=2)
    pages = Page.objects.filter(pk__in=chosen.values("pk"))

    said = json.dumps(ElasticQueryCompiler(pages, "phiên chợ").filters)
    assert "depth" in said
    assert "terms" not in said


@pytest.mark.parametrize(
    "typed",
    [
        "số hoá tài",
        "so hoa tai li",
        "Số hóa tài liệu lưu",
        "lưu trữ lịch",
        "tai lieu so h",
        "soos hoas",
    ],
)
def test_the_beginning_of_a_title_is_completed(typed):
    assert ARCHIVE in titles(Page.objects.autocomplete(typed))
    assert ARCHIVE in titles(ArticlePage.objects.autocomplete(typed))


@pytest.mark.parametrize(
    "query",
    [
        PlainText("số hoá tài"),
        Phrase("số hoá tài liệu"),
        Boost(PlainText("so ho"), 3),
        PlainText("so hoa") & PlainText("lich s"),
        Or([PlainText("số hoá t"), PlainText("không có đâu")]),
        PlainText("so hoa tai") & ~PlainText("phiên"),
        Fuzzy("hoá"),
    ],
)
def test_query_objects_are_completed_too(query):
    assert ARCHIVE in titles(Page.objects.autocomplete(query))


def test_only_the_last_word_may_be_unfinished():
    assert ARCHIVE not in titles(Page.objects.autocomplete("số ho tài"))


def test_the_middle_of_a_word_is_no_beginning():
    assert ARCHIVE not in titles(Page.objects.autocomplete("ieu"))


@pytest.mark.parametrize("typed", ["ubnd xã yế", "Ủy ban nhân dân xã yế", "uy ban nhan dan xa ye"])
def test_an_abbreviation_is_completed_by_its_full_form_too(typed):
    title = "UBND xã Yến Dương công khai thủ tục"
    assert title in titles(Page.objects.autocomplete(typed))


def test_names_of_people_bodies_photos_and_documents_are_completed(library):
    backend = library.engine.backend

    assert list(backend.autocomplete("giang thi s", Person)) == [library.sua]
    assert list(backend.autocomplete("sở nội", Organisation)) == [library.department]
    assert titles(Photo.objects.autocomplete("le ph")) == ["Lễ phát động"]
    assert titles(get_document_model().objects.autocomplete("biểu m")) == [
        "Biểu mẫu kê khai thành tích"
    ]


@pytest.mark.parametrize(
    "typed", ["", " ", '"', "'", "\x00", "*", "(", "a" * 500, "NOT", "😀", "\u202e"]
)
def test_nothing_that_is_typed_breaks_completion(typed):
    assert len(list(Page.objects.autocomplete(typed)[:5])) <= 5
    assert len(list(Page.objects.search(typed)[:5])) <= 5


def test_where_no_name_has_the_words_texts_are_found_unless_names_alone_are_asked_for(client):
    assert titles(Page.objects.autocomplete("thon hoa bin")) == []
    assert titles(Page.objects.autocomplete("thon hoa binh")) == ["Cấp nước sạch cho bản vùng sâu"]

    assert titles(Page.objects.autocomplete("thon hoa binh", fields=["title"])) == []
    suggested = client.get("/api/v1/search/suggest/", {"q": "thon hoa binh"}).json()
    assert suggested["items"] == []


# --- The admin -------------------------------------------------------------------------------------


@pytest.fixture
def admin(client, db):
    user = get_user_model().objects.create_superuser("quan-tri", "qt@sonoivu.example.vn", "bi-mat")
    client.force_login(user)
    return client


@pytest.mark.parametrize("typed", ["thi dua", '"thi đua"', '"thi dua" - \''])
@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/search/",
        "/admin/pages/search/results/",
        "/admin/choose-page/search/",
        "/admin/images/",
        "/admin/images/chooser/results/",
        "/admin/documents/",
        "/admin/documents/chooser/results/",
        "/admin/snippets/people/person/",
        "/admin/snippets/people/organisation/",
    ],
)
def test_every_search_of_the_admin_answers(admin, address, typed):
    assert admin.get(address, {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    ("address", "typed", "wanted"),
    [
        ("/admin/pages/search/", "giao uoc thi dua", PLEDGE),
        ("/admin/pages/search/", '"giao ước thi đua"', PLEDGE),
        ("/admin/choose-page/search/", "giao uoc thi d", PLEDGE),
        ("/admin/pages/search/", "thon hoa binh", "Cấp nước sạch cho bản vùng sâu"),
        ("/admin/choose-page/search/", "thôn Hoà Bình", "Cấp nước sạch cho bản vùng sâu"),
        ("/admin/pages/search/", '"thôn Hoà Bình"', "Cấp nước sạch cho bản vùng sâu"),
        ("/admin/images/", "le phat d", "Lễ phát động"),
        ("/admin/images/", "lễ phát động", "Lễ phát động"),
        ("/admin/images/chooser/results/", "lễ phát", "Lễ phát động"),
        ("/admin/documents/", "bieu mau", "Biểu mẫu kê khai thành tích"),
        ("/admin/snippets/people/person/", "giang thi sua", "Giàng Thị Súa"),
        ("/admin/snippets/people/person/", '"Thị Súa"', "Giàng Thị Súa"),
    ],
)
def test_the_admin_finds_what_an_editor_types(admin, address, typed, wanted):
    assert wanted in admin.get(address, {"q": typed}).content.decode()
