"""Pages of the register: their lists and totals are the grants, never typed."""

import datetime
import html
import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Locale
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from news.awards.choosing_grants import NOT_PUBLIC
from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
)
from news.awards.models import AwardAnnouncementPage, AwardGrant
from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import Photo
from people.factories import PersonFactory
from people.models import Province
from search.outbox import write_what_is_due

pytestmark = pytest.mark.once


@pytest.fixture
def decision(db):
    return AwardDecisionFactory(number="1287/QĐ-UBND")


@pytest.fixture
def page(site_tree, decision):
    return AwardAnnouncementPageFactory(parent=site_tree.awards, decision=decision)


def context(shown, rf, **query):
    return shown.get_context(rf.get("/", query))


def test_grants_are_grouped_by_title_in_the_order_of_the_law(page, decision, rf):
    AwardGrantFactory(decision=decision, code="GK")
    AwardGrantFactory(decision=decision, code="BK_BNT")
    AwardGrantFactory(decision=decision, code="CO_BNT", to_organisation=True)
    AwardGrantFactory(decision=decision, code="BK_BNT", to_unnamed=True)
    groups = context(page, rf)["grant_groups"]
    assert [(group["title"], group["quantity"]) for group in groups] == [
        ("Cờ thi đua của Bộ, ban, ngành, tỉnh", 1),
        ("Bằng khen của Bộ, ban, ngành, tỉnh", 8),
        ("Giấy khen", 1),
    ]


def test_the_total_counts_people_and_leaves_out_what_was_revoked(page, decision, rf):
    AwardGrantFactory(decision=decision, to_unnamed=True)
    AwardGrantFactory(decision=decision, revoked=True)
    shown = context(page, rf)
    assert len(shown["grants"]) == 2
    assert shown["recipients_total"] == 7
    assert [group["quantity"] for group in shown["grant_groups"]] == [7]


def test_grants_printed_alike_stand_together_whatever_was_entered_between(page, decision, rf):
    printed = "Bằng khen của Bộ trưởng Bộ Nội vụ"
    AwardGrantFactory(decision=decision, title_as_printed=printed)
    AwardGrantFactory(decision=decision)
    AwardGrantFactory(decision=decision, title_as_printed=printed)
    groups = context(page, rf)["grant_groups"]
    assert sorted(group["title"] for group in groups) == [
        "Bằng khen của Bộ trưởng Bộ Nội vụ",
        "Bằng khen của Bộ, ban, ngành, tỉnh",
    ]


def test_grants_added_by_hand_appear_once_beside_those_of_the_decision(page, decision, rf):
    of_decision = AwardGrantFactory(decision=decision)
    by_hand = AwardGrantFactory()
    AwardGrantFactory()
    page.more_grants.set([of_decision, by_hand])
    assert set(page.grants()) == {of_decision, by_hand}
    assert context(page, rf)["recipients_total"] == 2


def test_proposed_grants_are_not_announced(page, decision):
    AwardGrantFactory(decision=decision, proposed=True)
    assert not page.grants()


def test_a_page_without_decision_announces_nothing_it_was_not_given(site_tree, rf):
    page = AwardAnnouncementPageFactory(parent=site_tree.awards, decision=None)
    AwardGrantFactory(decision=None)
    assert not page.grants()
    assert context(page, rf)["recipients_total"] == 0


def test_whoever_was_honoured_can_be_searched_for(page, decision):
    AwardGrantFactory(decision=decision, person=PersonFactory(full_name="Bế Thị Ngọc Ước"))
    assert "Bế Thị Ngọc Ước" in page.award_words()
    assert AwardAnnouncementPage.objects.search("Ngọc Ước").count() == 0
    write_what_is_due()
    assert [found.pk for found in AwardAnnouncementPage.objects.search("Ngọc Ước")] == [page.pk]


def test_an_announcement_shows_the_time_it_was_first_published(page):
    assert page.published_at == page.first_published_at


def test_a_grant_has_three_dates_of_its_own(decision):
    grant = AwardGrantFactory(decision=decision, year=2022, presented_on=datetime.date(2024, 2, 29))
    stored = AwardGrant.objects.get(pk=grant.pk)
    assert stored.year == 2022
    assert stored.decision.decided_on == datetime.date(2024, 2, 20)
    assert stored.presented_on == datetime.date(2024, 2, 29)


# --- Photos ------------------------------------------------------------------------------------------


@pytest.fixture
def handing_over(site_tree, decision):
    """A published article with a photo of a grant of the decision."""
    grant = AwardGrantFactory(decision=decision)
    photo = photo_block(PhotoFactory(), caption="Trao Bằng khen, chiều 14/11.", grants=[grant])
    article = ArticlePageFactory(parent=site_tree.emulation, body=[photo])
    article.save_revision().publish()
    return article


def captions(client, page):
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    return [" ".join(each.text.split()) for each in html.select("figure.photo figcaption")]


def test_the_lead_photo_stands_at_the_end_with_its_words(site_tree, decision, client):
    lead = PhotoFactory(caption="Lễ trao Cờ thi đua.", description="Năm người cầm bằng khung vàng")
    page = AwardAnnouncementPageFactory(
        parent=site_tree.awards, decision=decision, lead_photo=lead, body=[("heading", "Lời kể")]
    )
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    figure = html.select_one("article figure.photo")
    assert figure.select_one("figcaption").text == "Lễ trao Cờ thi đua. Ảnh: Đỗ Hữu Ước"
    assert figure.img["alt"] == "Năm người cầm bằng khung vàng"
    assert figure.find_previous("h2").text.strip() == "Lời kể"


def test_photos_of_its_grants_follow_with_the_words_they_carry_in_the_article(
    site_tree, decision, handing_over, client
):
    page = AwardAnnouncementPageFactory(
        parent=site_tree.awards, decision=decision, lead_photo=PhotoFactory(caption="Toàn cảnh")
    )
    assert captions(client, page) == [
        "Toàn cảnh Ảnh: Đỗ Hữu Ước",
        "Trao Bằng khen, chiều 14/11. Ảnh: Đỗ Hữu Ước",
    ]


def test_no_photo_of_an_announcement_is_shown_twice(site_tree, decision, handing_over, client):
    (photo,) = handing_over.photos
    lead = PhotoFactory(caption="Toàn cảnh")
    page = AwardAnnouncementPageFactory(
        parent=site_tree.awards,
        decision=decision,
        lead_photo=lead,
        body=[
            photo_block(lead, caption="Ở đầu bài"),
            photo_block(photo["image"], caption="Ở giữa"),
        ],
    )
    assert captions(client, page) == [
        "Ở đầu bài Ảnh: Đỗ Hữu Ước",
        "Ở giữa Ảnh: Đỗ Hữu Ước",
    ]


def test_words_in_the_language_of_the_announcement_come_before_those_of_a_translation(
    site_tree, page, handing_over, client
):
    english = Locale.objects.get(language_code="en")
    translated = handing_over.copy_for_translation(english, copy_parents=True)
    translated.body = [photo_block(handing_over.photos[0]["image"], caption="The handing over.")]
    translated.save_revision().publish()
    translated.photo_uses.get().grants.set(handing_over.photo_uses.get().grants.all())
    # A correction writes the words of the first anew, behind those of its translation.
    handing_over.save_revision().publish()
    (figure,) = BeautifulSoup(client.get(page.url).content, "html.parser").select("figure.photo")
    assert "Trao Bằng khen" in figure.text
    assert not figure.has_attr("lang")
    handing_over.unpublish()
    (figure,) = BeautifulSoup(client.get(page.url).content, "html.parser").select("figure.photo")
    assert "The handing over." in figure.text
    assert figure["lang"] == "en"


def test_photos_nobody_may_see_are_not_shown(site_tree, page, handing_over, client):
    assert len(captions(client, page)) == 1
    secret = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=secret, restriction_type=CollectionViewRestriction.LOGIN
    )
    Photo.objects.update(collection=secret)
    assert captions(client, page) == []
    Photo.objects.update(collection=Collection.get_first_root_node())
    handing_over.unpublish()
    assert captions(client, page) == []


def test_an_english_announcement_marks_only_what_is_vietnamese(site_tree, page, client):
    english = Locale.objects.get(language_code="en")
    translated = page.copy_for_translation(english, copy_parents=True)
    for above in translated.get_ancestors().filter(locale=english, live=False):
        above.specific.save_revision().publish()
    translated.event_place = "Department hall"
    translated.event_province = Province.objects.get(key="vn34-lao-cai")
    translated.save_revision().publish()
    assert (
        '<dd>Department hall, <span class="unbroken">Lao Cai</span></dd>'
        in client.get(translated.url).content.decode()
    )


def test_an_announcement_costs_the_same_however_many_photos_it_shows(
    site_tree, page, decision, client
):
    def grow():
        photo = photo_block(PhotoFactory(), grants=[AwardGrantFactory(decision=decision)])
        ArticlePageFactory(parent=site_tree.emulation, body=[photo]).save_revision().publish()

    def questions():
        client.get(page.url)  # their sizes are made
        with CaptureQueriesContext(connection) as asked:
            client.get(page.url)
        return len(asked)

    grow()
    few = questions()
    for _ in range(4):
        grow()
    assert questions() == few


def sent(page, client, chosen, action="action-publish"):
    """The edit screen's form, with those grants chosen; None before the choosers were drawn."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data = {name: form.getlist(name) for name in form}
    choosers = streamfield([("item", str(grant.pk)) for grant in chosen or ()])
    data |= nested_form_data({"body": streamfield([]), action: "1"})
    if chosen is not None:
        data |= nested_form_data({"more_grants": choosers})
    return client.post(address, data)


def test_the_form_shows_the_chosen_grants_and_not_the_register(page, client, minh):
    page.more_grants.set(AwardGrantFactory.create_batch(2))
    page.save()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.force_login(minh)
    client.get(address)  # whatever is asked once
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    others = AwardGrantFactory.create_batch(5, person=PersonFactory(full_name="Lò Văn Khác"))
    with CaptureQueriesContext(connection) as many:
        screen = client.get(address).content.decode()
    assert len(many) == len(few)
    assert "Lò Văn Khác" not in screen
    assert others[0].recipient_name == "Lò Văn Khác"
    for grant in page.more_grants.all():
        assert json.dumps(str(grant))[1:-1] in html.unescape(screen)


def test_grants_are_chosen_each_once_kept_and_taken_out_again(page, client, minh):
    one, other = AwardGrantFactory.create_batch(2)
    client.force_login(minh)
    assert sent(page, client, [one, other, one]).status_code == 302
    assert set(AwardAnnouncementPage.objects.get().more_grants.all()) == {one, other}
    assert sent(page, client, None).status_code == 302
    assert set(AwardAnnouncementPage.objects.get().more_grants.all()) == {one, other}
    assert sent(page, client, [other], "action-save").status_code == 302
    assert list(
        AwardAnnouncementPage.objects.get().get_latest_revision_as_object().more_grants.all()
    ) == [other]
    assert set(AwardAnnouncementPage.objects.get().more_grants.all()) == {one, other}
    assert sent(page, client, []).status_code == 302
    assert not AwardAnnouncementPage.objects.get().more_grants.exists()


def test_grants_that_are_not_public_are_refused(page, client, minh):
    client.force_login(minh)
    answer = sent(page, client, [AwardGrantFactory(proposed=True)])
    assert answer.status_code == 200
    assert json.dumps(NOT_PUBLIC)[1:-1] in html.unescape(answer.content.decode())
    assert not AwardAnnouncementPage.objects.get().more_grants.exists()
