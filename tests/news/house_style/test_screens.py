"""“Soát bài”: beside the form of an article, with its fixes, and as a report."""

import datetime
import re
from io import BytesIO

import pytest
import time_machine
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import PageLogEntry

from news.awards.factories import AwardGrantFactory
from news.factories import ArticlePageFactory, photo_block
from news.house_style.checking import LOG_ACTION, House
from news.models import ArticlePage
from people.factories import OrganisationFactory, PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BODY = (
    ("paragraph", "<p>Chia sẻ với <b>Cơ sơ dữ liệu</b> quốc gia; sức lan toả.</p>"),
    ("heading", "Phòng họp  lớn"),
    ("list", {"ordered": False, "items": ["Đại diện lãnh đạo Sở Nội và các phòng"]}),
    photo_block(caption="Quang cảnh Hội nghị .", alt="Uỷ ban họp"),
)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2024-03-04T05:00:00Z", tick=False):
        yield


@pytest.fixture
def article(site_tree):
    OrganisationFactory(name="Sở Nội vụ tỉnh Lam Giang")
    return ArticlePageFactory(
        parent=site_tree.emulation, title="Hội nghị", lead="Sở họp cuối năm.", body=BODY
    )


def draft_of(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


def findings_of(article):
    return {each.words: each for each in House.read().check(draft_of(article))}


def mend(client, article, *keys):
    address = reverse("news_house_style_fix", args=[article.pk])
    return client.post(address, {"finding": keys}, follow=True)


def test_the_panel_tells_what_was_found(client, minh, article):
    client.force_login(minh)
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))

    text = answer.content.decode()
    assert 'data-side-panel="house-style"' in text
    assert "Sửa thành “Cơ sở dữ liệu quốc gia”" in text
    assert "Thiếu chữ “vụ” trong tên “Sở Nội vụ”." in text
    assert text.count('name="finding" value=') > len(findings_of(article))
    assert set(findings_of(article)) == {
        "Cơ sơ dữ liệu quốc gia", "toả", "  ", "Sở Nội", " .", "Uỷ",
    }  # fmt: skip


def test_a_text_without_findings_says_so(client, minh, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    client.force_login(minh)
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert "Không thấy gì cần xem lại" in answer.content.decode()


def test_english_texts_have_no_panel(client, minh, article):
    from wagtail.models import Locale

    english = article.copy_for_translation(
        Locale.objects.get(language_code="en"), copy_parents=True
    )
    assert House.read().check(english) == []
    client.force_login(minh)
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))
    assert 'data-side-panel="house-style"' not in answer.content.decode()


def test_a_fix_is_a_new_draft_and_nothing_public_changes(client, lan, article):
    client.force_login(lan)
    revisions = article.revisions.count()
    answer = mend(client, article, findings_of(article)["Cơ sơ dữ liệu quốc gia"].key)

    assert "Đã sửa 1 chỗ trong bản nháp. Bài đang đăng chưa đổi." in answer.content.decode()
    mended = "<p>Chia sẻ với <b>Cơ sở dữ liệu</b> quốc gia; sức lan toả.</p>"
    assert draft_of(article).body[0].value.source == mended
    live = ArticlePage.objects.get(pk=article.pk)
    assert "Cơ sơ" in live.body[0].value.source
    assert live.has_unpublished_changes
    assert article.revisions.count() == revisions + 1
    entry = PageLogEntry.objects.filter(page=article.pk, action=LOG_ACTION).get()
    assert entry.user == lan
    assert entry.revision == live.latest_revision


def test_all_of_a_group_are_mended_at_once_wherever_they_stand(client, lan, article):
    client.force_login(lan)
    mend(client, article, *(each.key for each in findings_of(article).values()))

    draft = draft_of(article)
    assert findings_of(article) == {}
    assert draft.body[1].value == "Phòng họp lớn"
    assert draft.body[2].value["items"][0].source == "Đại diện lãnh đạo Sở Nội vụ và các phòng"
    assert draft.body[3].value["caption"] == "Quang cảnh Hội nghị."
    assert draft.body[3].value["alt"] == "Ủy ban họp"


def test_a_fix_keeps_what_was_saved_meanwhile(client, lan, article):
    key = findings_of(article)["  "].key
    draft = draft_of(article)
    draft.lead = "Sở họp đầu năm."
    draft.save_revision(user=lan)
    client.force_login(lan)
    mend(client, article, key)

    assert draft_of(article).lead == "Sở họp đầu năm."
    assert draft_of(article).body[1].value == "Phòng họp lớn"


def test_words_that_were_changed_since_are_left_as_they_are(client, lan, article):
    key = findings_of(article)["  "].key
    draft = draft_of(article)
    draft.body[1].value = "Hội  trường"
    draft.save_revision(user=lan)
    client.force_login(lan)
    revisions = article.revisions.count()
    answer = mend(client, article, key)

    assert "đã thay đổi sau khi soát, nên chưa sửa gì" in answer.content.decode()
    assert draft_of(article).body[1].value == "Hội  trường"
    assert article.revisions.count() == revisions


@pytest.mark.parametrize("keys", [(), ("vô nghĩa",), ("a" * 5000,)])
def test_keys_of_nothing_change_nothing(client, lan, article, keys):
    client.force_login(lan)
    revisions = article.revisions.count()
    assert "chưa sửa gì" in mend(client, article, *keys).content.decode()
    assert article.revisions.count() == revisions


def test_whoever_may_not_edit_may_not_mend(client, stranger, article):
    key = findings_of(article)["toả"].key
    revisions = article.revisions.count()
    for user in (None, stranger):
        client.logout()
        if user:
            client.force_login(user)
        mend(client, article, key)
    assert article.revisions.count() == revisions
    assert "toả" in findings_of(article)


def test_a_locked_text_is_not_mended(client, lan, minh, article):
    article.locked, article.locked_by = True, minh
    article.save()
    client.force_login(lan)
    answer = mend(client, article, findings_of(article)["toả"].key)
    assert "đang bị khóa" in answer.content.decode()
    assert "toả" in findings_of(article)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "Vị trí dấu thanh" in page
    assert "Sửa thành" not in page


def test_a_fix_is_posted_and_carries_the_token(lan, article):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(lan)
    key = findings_of(article)["toả"].key
    address = reverse("news_house_style_fix", args=[article.pk])
    assert client.post(address, {"finding": key}).status_code == 403
    assert client.get(address).status_code == 405
    assert "toả" in findings_of(article)

    page = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    form = page[page.index(f'action="{address}"') :]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form[: form.index("</form>")])
    client.post(address, {"finding": key, "csrfmiddlewaretoken": token[1]})
    assert "toả" not in findings_of(article)


def test_names_persons_and_grants_are_those_of_the_tables(site_tree):
    person = PersonFactory(full_name="Vũ Đăng Khải")
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        body=(
            ("paragraph", "<p>Ông Vũ Đăng Khải và em là Vũ Đăng Khái dự.</p>"),
            ("paragraph", "<p>Giám đốc quyết định tặng Bằng khen cho 07 cá nhân.</p>"),
        ),
    )
    AwardGrantFactory(person=person, articles=[article])
    AwardGrantFactory(revoked=True, articles=[article])
    found = findings_of(article)
    assert set(found) == {"Vũ Đăng Khái", "07 cá nhân"}
    assert found["07 cá nhân"].why == "Gắn với bài là 1 lượt “Bằng khen”, trong bài ghi 07 cá nhân."


# --- The report ------------------------------------------------------------------------------------

REPORT = "/admin/reports/soat-bai/"


def test_the_report_lists_what_was_published_lately(client, minh, article, site_tree):
    old = datetime.datetime(2023, 11, 1, tzinfo=datetime.UTC)
    ArticlePageFactory(
        parent=site_tree.emulation, title="Bài cũ", lead="Lan toả.", published_at=old
    )
    ArticlePageFactory(
        parent=site_tree.emulation, title="Bài nháp", lead="Lan toả.", published=False
    )
    client.force_login(minh)
    text = client.get(REPORT).content.decode()
    assert "Sở Nội vụ" in text
    assert "Hội nghị" in text
    assert "Bài cũ" not in text
    assert "Bài nháp" not in text


def test_the_report_is_narrowed_to_a_rule(client, minh, article):
    client.force_login(minh)
    rows = client.get(REPORT, {"rule": "tones"}).context["object_list"]
    assert [row.words for row in rows] == ["toả", "Uỷ"]
    assert client.get(REPORT, {"rule": "nothing"}).status_code == 200


def test_the_report_shows_what_stands_around_a_blank(client, minh, article):
    client.force_login(minh)
    rows = client.get(REPORT, {"rule": "punctuation"}).context["object_list"]
    assert [(row.words, row.replacement) for row in rows] == [
        ("Phòng họp  lớn", "Phòng họp lớn"),
        ("ảnh Hội nghị .", "ảnh Hội nghị."),
    ]


def test_a_page_without_findings_still_leads_on(client, minh, article, site_tree):
    for _ in range(25):
        ArticlePageFactory(parent=site_tree.emulation)
    client.force_login(minh)
    first, second = (client.get(REPORT, {"p": page}).content.decode() for page in (1, 2))
    assert "Không có gì cần xem lại" in first
    assert "?p=2" in first
    assert "lan toả" not in first
    assert "Sở Nội vụ" in second


def test_the_report_costs_the_same_for_more_articles(
    client, minh, article, site_tree, django_assert_max_num_queries
):
    client.force_login(minh)
    client.get(REPORT)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        client.get(REPORT)
    for _ in range(5):
        ArticlePageFactory(parent=site_tree.emulation, lead="Lan toả.", body=BODY)
    with CaptureQueriesContext(connection) as many:
        client.get(REPORT)
    assert len(many) <= len(few)


def test_the_report_is_taken_along_as_a_spreadsheet(client, minh, article):
    client.force_login(minh)
    csv = b"".join(client.get(REPORT, {"export": "csv", "rule": "names"})).decode("utf-8-sig")
    assert csv.splitlines() == [
        "Tin bài,Ở,Trong bài,Nên là,Vì sao,Quy tắc",
        'Hội nghị,Danh sách,Sở Nội,Sở Nội vụ,Thiếu chữ “vụ” trong tên “Sở Nội vụ”.,"Tên cơ quan, nhân sự"',
    ]
    xlsx = b"".join(client.get(REPORT, {"export": "xlsx"}))
    sheet = load_workbook(BytesIO(xlsx)).active
    assert sheet.max_row == 1 + len(findings_of(article))


def test_the_report_is_for_whoever_may_edit(client, stranger, article):
    client.force_login(stranger)
    assert client.get(REPORT).status_code == 302
