"""Who may bring in a list, what travels between the two screens, and what follows a yes."""

import datetime
import io
import uuid

import openpyxl
import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex

from news.awards.factories import AwardAnnouncementPageFactory, AwardGrantFactory
from news.awards.importing import storing, views
from news.awards.importing.proposing import find_known
from news.awards.models import AwardGrant
from news.syndication.models import Publication, PublicationDependency
from people.factories import PersonFactory
from search.models import IndexWrite
from search.outbox import write_what_is_due

from .annexes import ANNEX, sheet_of, workbook
from .outcomes import grants, refused, told

pytestmark = pytest.mark.django_db


# --- Who may ---------------------------------------------------------------------------------------


def test_only_who_may_add_grants_sees_and_does_it(client, lan, stranger, decision, site_tree):
    client.force_login(lan)
    for address in (
        f"/admin/snippets/awards/awarddecision/edit/{decision.pk}/",
        "/admin/snippets/awards/awarddecision/",
    ):
        assert (
            f"/admin/awards/import/?decision={decision.pk}" in client.get(address).content.decode()
        )
    assert (
        "/admin/awards/import/" in client.get("/admin/snippets/awards/awardgrant/").content.decode()
    )
    screen = client.get(f"/admin/awards/import/?decision={decision.pk}").content.decode()
    assert "Quyết định 214/QĐ-UBND" in screen

    may_look = Permission.objects.filter(
        codename__in=["view_awardgrant", "change_awarddecision", "access_admin"]
    )
    stranger.user_permissions.set(may_look)
    client.force_login(stranger)
    for address in (
        "/admin/snippets/awards/awardgrant/",
        f"/admin/snippets/awards/awarddecision/edit/{decision.pk}/",
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "/admin/awards/import/" not in answer.content.decode()
    for address in ("/admin/awards/import/", "/admin/awards/import/template/"):
        assert client.get(address).status_code in (302, 403)
    assert client.post("/admin/awards/import/", {"list": "a"}).status_code in (302, 403)


def test_who_may_not_change_grants_proposes_them(client, read, bring_in, lan):
    editors = Group.objects.get(name="Biên tập viên")
    editors.permissions.remove(Permission.objects.get(codename="change_awardgrant"))
    screen = BeautifulSoup(client.get("/admin/awards/import/").content, "html.parser")
    assert [each["value"] for each in screen.select("[name=status]")] == ["proposed"]
    assert refused(read(workbook(ANNEX)))  # who asks for more than is offered
    bring_in(workbook(ANNEX), status="proposed")

    assert {each.status for each in AwardGrant.objects.all()} == {"proposed"}


@pytest.mark.once
def test_the_template_is_read_as_it_is_filled_in(client, bring_in, read):
    answer = client.get("/admin/awards/import/template/")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["Danh sách", "Ví dụ", "Danh hiệu, hình thức"]
    assert "chưa có dòng nào" in refused(read(answer.content))

    for row in book["Ví dụ"].iter_rows(min_row=2, values_only=True):
        book["Danh sách"].append(row)
    filled = io.BytesIO()
    book.save(filled)
    bring_in(filled.getvalue(), decision="")
    assert len(grants()) == 2


# --- Between the two screens -----------------------------------------------------------------------


@pytest.mark.once
def test_a_list_with_more_words_than_a_form_can_carry_is_refused(read, monkeypatch):
    monkeypatch.setattr(views, "LONGEST_LIST", 100)
    assert "quá nhiều chữ" in refused(read(workbook(ANNEX)))


def test_what_was_tampered_with_or_is_of_another_is_refused(client, read, minh):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    for sent in ("", "a", packed[:-1], "x\x00"):
        answer = client.post(reverse("awards_import"), {"list": sent}, follow=True)
        assert "không còn nguyên vẹn" in answer.content.decode()
    client.force_login(minh)
    answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)
    assert "không còn nguyên vẹn" in answer.content.decode()
    assert not AwardGrant.objects.exists()


def test_what_is_a_day_old_or_of_an_older_version_is_refused(client, read, lan):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    given = signing.loads(packed, salt=views.SALT)
    older = [
        given | {"chosen": given["chosen"] | {"former": 1}},
        {"user": lan.pk, "rows": given["rows"]},
        given | {"rows": [{"number": 1}]},
    ]
    sent = [signing.dumps(each, salt=views.SALT, compress=True) for each in older]
    yesterday = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=25)
    with time_machine.travel(yesterday):
        sent.append(signing.dumps(given, salt=views.SALT, compress=True))
    for each in sent:
        answer = client.post(reverse("awards_import"), {"list": each}, follow=True)
        assert "đã cũ hoặc không còn nguyên vẹn" in answer.content.decode()
    assert not AwardGrant.objects.exists()


def test_a_decision_that_is_gone_meanwhile_takes_no_grants(client, read, decision):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    decision.delete()
    answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)

    assert "không còn trong sổ" in answer.content.decode()
    assert not AwardGrant.objects.exists()


def test_a_list_comes_in_once(bring_in, read, client):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    for _ in range(2):  # a button that was pressed twice
        answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)
    assert "3 lượt đã có trong sổ" in answer.content.decode()
    screen = read(workbook(ANNEX))

    assert AwardGrant.objects.count() == 3
    assert len(told(screen, "Đã có trong sổ")) == 3
    assert screen.select_one(".list-answer button") is None


# --- What follows ----------------------------------------------------------------------------------


def test_the_log_says_who_brought_in_what(client, bring_in, decision, lan):
    bring_in(workbook(ANNEX), name="Phụ lục 1.xlsx")

    of_decision = ModelLogEntry.objects.for_instance(decision).get()
    assert (of_decision.user, of_decision.message) == (
        lan,
        "Đã nhập 3 lượt khen thưởng từ “Phụ lục 1.xlsx”",
    )
    grant = AwardGrant.objects.get(recipient_name__startswith="Ông Lý Văn Sáu")
    assert (
        ModelLogEntry.objects.for_instance(grant).get().message
        == "Đã nhập từ “Phụ lục 1.xlsx”, dòng 9"
    )


def test_register_announcement_api_and_search_follow(client, bring_in, site_tree, decision):
    page = AwardAnnouncementPageFactory(parent=site_tree.awards, decision=decision)
    before = Publication.objects.get(page=page.pk).version
    write_what_is_due()
    bring_in(workbook(ANNEX))
    write_what_is_due()

    assert "Lý Văn Sáu" in client.get("/khen-thuong/").content.decode()
    assert "Lý Văn Sáu" in client.get(page.url).content.decode()
    assert Publication.objects.get(page=page.pk).version == before + 1  # once, not for each row
    found = client.get("/api/v1/search/", {"q": "ly van sau"}).json()["items"]
    assert [each["title"] for each in found] == [page.title]
    assert len(client.get("/api/v1/awards/grants/").json()["items"]) == 3


def test_what_is_proposed_is_shown_to_nobody(client, bring_in, site_tree):
    bring_in(workbook(ANNEX), status="proposed")
    assert "Lý Văn Sáu" not in client.get("/khen-thuong/").content.decode()


def left_behind(page):
    """What is noted, shown and known of the grants, each by its place among them."""
    places = {grant.pk: place for place, grant in enumerate(AwardGrant.objects.order_by("pk"))}
    noted = IndexWrite.objects.values_list("content_type__model", "object_id")
    shown = PublicationDependency.objects.filter(publication__page=page.pk)
    kind = ContentType.objects.get_for_model(AwardGrant)
    known = ReferenceIndex.objects.filter(content_type=kind)
    return {
        "noted": sorted(
            (model, places[int(key)] if model == "awardgrant" else key) for model, key in noted
        ),
        "shown": sorted(
            (kind, places[key] if kind == "grant" else key)
            for kind, key in shown.values_list("kind", "key")
        ),
        "known": sorted(
            (places[int(key)], path, to)
            for key, path, to in known.values_list("object_id", "content_path", "to_object_id")
        ),
    }


@pytest.mark.references
def test_a_list_leaves_behind_what_grants_typed_one_by_one_do(bring_in, site_tree, decision):
    page = AwardAnnouncementPageFactory(parent=site_tree.awards, decision=decision)
    PersonFactory(full_name="Lý Văn Sáu")
    IndexWrite.objects.all().delete()
    bring_in(workbook(ANNEX))
    of_list = left_behind(page)

    typed = list(AwardGrant.objects.order_by("pk"))
    AwardGrant.objects.all().delete()
    IndexWrite.objects.all().delete()
    for grant in typed:
        grant.pk, grant.uuid = None, uuid.uuid4()
        grant.save()
    assert of_list == left_behind(page)
    assert len(of_list["noted"]) == 3 + 1
    assert {place for place, *_ in of_list["known"]} == {0, 1, 2}


def test_a_list_is_refused_whole_where_somebody_types_one_of_it_just_then(
    client, read, decision, monkeypatch
):
    sau = PersonFactory(full_name="Lý Văn Sáu")
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    IndexWrite.objects.all().delete()

    def find_known_too_early(rows):
        find_known(rows)
        AwardGrantFactory(person=sau, decision=decision, year=2023)

    monkeypatch.setattr(storing, "find_known", find_known_too_early)
    answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)

    assert "chưa nhập dòng nào" in answer.content.decode()
    assert not AwardGrant.objects.exists()
    assert not IndexWrite.objects.exists()
    assert not ModelLogEntry.objects.for_instance(decision).exists()


def test_a_long_list_is_stored_with_no_more_queries_than_a_short_one(client, read, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

    def queries(first, count):
        people = [
            [n, f"Ông Lý Văn {n}", "Sở A", "Bằng khen", 2023] for n in range(first, first + count)
        ]
        packed = read(sheet_of(*people)).select_one("input[name=list]")["value"]
        with CaptureQueriesContext(connection) as asked:
            client.post(reverse("awards_import"), {"list": packed})
        return len(asked)

    queries(100, 1)
    assert queries(200, 2) == queries(300, 20)
