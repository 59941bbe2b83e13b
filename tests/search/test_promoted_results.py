"""Promoted results: the page editors chose stands first on the search page, and only once."""

import datetime
import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from news.factories import ArticlePageFactory
from search.models import PromotedResult
from search.views import RESULTS_PER_PAGE
from website.factories import StandardPageFactory

from .canary import restrict

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ADD = "wagtailsnippets_search_promotedresult:add"
GUIDE = "Hướng dẫn làm hồ sơ"


@pytest.fixture
def guide(site_tree, write_index):
    """A page that does not hold the words it is promoted for."""
    page = StandardPageFactory(parent=site_tree.home, title=GUIDE, body=())
    write_index()
    return page


@pytest.fixture
def articles(site_tree, write_index):
    def make(*titles):
        pages = [
            ArticlePageFactory(parent=site_tree.emulation, title=title, lead="", body=())
            for title in titles
        ]
        write_index()
        return pages

    return make


@pytest.fixture
def saved(form_errors):
    """What the form says of each field to what Lan chose; nothing once it is saved."""

    def save(words: str, page: Page | None, sort_order: object = 1) -> dict:
        data = {"words": words, "page": page.pk if page else "", "sort_order": sort_order}
        return form_errors(reverse(ADD), data)

    return save


@pytest.fixture
def links(client):
    """What the search page links to under the form, in its order: answers and what is above them."""

    def ask(q: str, **parameters) -> list[str]:
        html = client.get("/tim-kiem/", {"q": q, **parameters}).content.decode()
        return [
            unescape(re.sub("<[^>]+>", "", words))
            for words in re.findall(r"<h2><a [^>]*>(.*?)</a></h2>", html, flags=re.S)
        ]

    return ask


def promote(words: str, page: Page, sort_order: int = 1) -> PromotedResult:
    return PromotedResult.objects.create(words=words, page=page, sort_order=sort_order)


# --- Where it stands -----------------------------------------------------------------------------


def test_a_page_chosen_in_the_admin_is_first_from_the_next_search_on(
    articles, guide, saved, links, client
):
    articles("Trao Bằng khen")
    assert links("bằng khen") == ["Trao Bằng khen"]

    assert saved("bằng khen", guide) == {}

    assert links("bằng khen") == [GUIDE, "Trao Bằng khen"]
    assert "Trang nên xem" in client.get("/tim-kiem/", {"q": "bằng khen"}).content.decode()


def test_several_stand_in_the_editors_order(articles, guide, links):
    first, second = articles("Trao Bằng khen đợt một", "Trao Bằng khen đợt hai")
    promote("bằng khen", guide, 3)
    promote("bằng khen", second, 1)
    promote("bằng khen", first, 2)
    assert links("bằng khen") == [second.title, first.title, GUIDE]


@pytest.mark.parametrize("typed", ["bang khen", "BẰNG KHEN", " bằng  khen? ", "bằng khẻn"])
def test_the_words_may_be_typed_in_any_way(guide, links, typed):
    promote("Bằng khen", guide)
    assert links(typed) == [GUIDE]


@pytest.mark.parametrize("typed", ["bawngf khen", "ba82ng khen", "bằng khenn", "bangkhen"])
def test_they_may_be_what_was_understood(articles, guide, links, typed):
    articles("Trao Bằng khen")
    promote("Bằng khen", guide)
    assert links(typed) == [GUIDE, "Trao Bằng khen"]


def test_a_wider_time_is_not_what_was_meant(articles, guide, links):
    articles("Họp ngày 3/2/2024")
    promote("tháng 2/2024", guide)
    assert links("tháng 2/2024") == [GUIDE, "Họp ngày 3/2/2024"]
    assert links("17/2/2024") == ["Họp ngày 3/2/2024"]


@pytest.mark.parametrize("typed", ["bằng", "bằng khen 2024", "khen bằng"])
def test_just_these_words_and_no_others(guide, links, typed):
    promote("bằng khen", guide)
    assert GUIDE not in links(typed)


def test_a_promoted_page_is_shown_once(articles, links, shown):
    best, _ = articles("Bằng khen", "Trao Bằng khen")
    assert links("bằng khen") == ["Bằng khen", "Trao Bằng khen"]
    promote("bằng khen", best)
    assert links("bằng khen") == ["Bằng khen", "Trao Bằng khen"]
    assert shown("bằng khen").total == 2


def test_where_it_is_the_only_answer_no_list_is_left_empty(articles, client, links):
    promote("bằng khen", *articles("Bằng khen"))
    assert links("bằng khen") == ["Bằng khen"]
    html = client.get("/tim-kiem/", {"q": "bằng khen"}).content.decode()
    assert '<ol class="results"' not in html


def test_the_second_page_shows_it_neither_above_nor_in_a_row(articles, guide, links):
    titles = [f"Trao Bằng khen đợt {n}" for n in range(RESULTS_PER_PAGE + 3)]
    pages = {page.title: page for page in articles(*titles)}
    last = links("bằng khen", page=2)[-1]
    promote("bằng khen", pages[last])
    promote("bằng khen", guide)

    assert links("bằng khen")[:2] == [last, GUIDE]
    assert links("bằng khen", page=2) != []
    assert not {last, GUIDE} & set(links("bằng khen", page=2))


def test_within_a_filter_it_is_an_answer_like_others(articles, guide, links):
    _, best = articles("Trao Bằng khen", "Bằng khen")
    promote("bằng khen", guide)
    promote("bằng khen", best)
    assert links("bằng khen", type="article") == ["Bằng khen", "Trao Bằng khen"]


def test_a_front_page_may_be_promoted(site_tree, links):
    promote("trang đầu", site_tree.home)
    assert links("trang đầu") == [site_tree.home.title]


def test_the_root_of_all_pages_is_no_page(site_tree, links):
    promote("trang đầu", Page.objects.get(depth=1))
    assert links("trang đầu") == []


def test_beside_it_nothing_else_may_be_found(guide, client, links):
    promote("bằng khen", guide)
    html = client.get("/tim-kiem/", {"q": "bằng khen"}).content.decode()
    assert "Không tìm thấy trang nào khác có đủ các chữ <b>bằng khen</b>." in html


def test_programs_get_the_answers_in_their_order_and_nothing_set_apart(articles, guide, titles):
    _, second = articles("Bằng khen", "Trao Bằng khen")
    promote("bằng khen", guide)
    promote("bằng khen", second)
    assert titles("bằng khen") == ["Bằng khen", "Trao Bằng khen"]


# --- What is not public ------------------------------------------------------------------------


def test_a_page_taken_down_is_not_shown(guide, links):
    promote("bằng khen", guide)
    guide.unpublish()
    assert links("bằng khen") == []


def test_a_private_page_is_not_shown(guide, links):
    promote("bằng khen", guide)
    restrict(guide)
    assert links("bằng khen") == []


def test_a_page_below_a_private_one_is_not_shown(articles, site_tree, links):
    promote("bằng khen", *articles("Hướng dẫn riêng"))
    restrict(site_tree.emulation)
    assert links("bằng khen") == []


def test_a_page_past_its_end_is_not_shown_even_before_a_worker_took_it_down(guide, links):
    promote("bằng khen", guide)
    ended = timezone.now() - datetime.timedelta(minutes=1)
    Page.objects.filter(pk=guide.pk).update(expire_at=ended)
    assert links("bằng khen") == []


def test_a_page_that_is_not_public_takes_no_other_ones_place(articles, guide, links):
    (second,) = articles("Trao Bằng khen")
    promote("bằng khen", guide, 1)
    promote("bằng khen", second, 2)
    restrict(guide)
    assert links("bằng khen") == ["Trao Bằng khen"]


def test_with_the_page_goes_its_place(guide):
    promote("bằng khen", guide)
    guide.delete()
    assert not PromotedResult.objects.exists()


# --- It is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "Trường này là bắt buộc."),
        ("?!", "Cần có chữ cái hoặc chữ số."),
        ("a" * 300, "Nhiều nhất 120 ký tự (đang có 300)."),
    ],
)
def test_words_that_could_not_act_are_refused(guide, saved, words, message):
    assert saved(words, guide) == {"words": [message]}


def test_a_page_must_be_chosen(saved):
    assert saved("bằng khen", None) == {"page": ["Trường này là bắt buộc."]}


@pytest.mark.parametrize("again", ["bằng khen", "BẰNG KHEN", "bang  khen", "bằng-khen"])
def test_the_same_page_is_chosen_only_once_for_the_same_words(guide, saved, again):
    assert saved("bằng khen", guide) == {}
    assert saved(again, guide) == {"page": ["Trang này đã được chọn cho những chữ ấy."]}


def test_it_can_be_moved_and_saved_as_it_is(guide):
    promoted = promote("bằng khen", guide)
    promoted.sort_order = 2
    promoted.full_clean()
    with pytest.raises(ValidationError):
        PromotedResult(words="bằng khen", page=guide).full_clean()


def test_the_list_keeps_what_acts_together_together(articles, guide, client, lan):
    first, second = articles("Đợt một", "Đợt hai")
    promote("Bằng khen", guide, 2)
    promote("bang khen", first, 3)
    promote("bằng khen", second, 1)
    promote("Ảnh đẹp", guide)
    client.force_login(lan)
    response = client.get(reverse("wagtailsnippets_search_promotedresult:list"))
    shown = [each.words for each in response.context["page_obj"]]
    assert shown == ["Ảnh đẹp", "bằng khen", "Bằng khen", "bang khen"]


@pytest.mark.parametrize("sort_order", ["", "-1", "một"])
def test_a_place_is_a_number(guide, saved, sort_order):
    assert list(saved("bằng khen", guide, sort_order)) == ["sort_order"]


@pytest.mark.parametrize("who", ["stranger", None])
def test_nobody_else_chooses_pages(client, request, guide, who):
    if who:
        client.force_login(request.getfixturevalue(who))
    data = {"words": "bằng khen", "page": guide.pk, "sort_order": 1}
    assert client.post(reverse(ADD), data).status_code == 302
    assert not PromotedResult.objects.exists()
