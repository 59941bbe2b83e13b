"""Readers write to the department."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client
from django.utils import timezone

from news.awards.factories import ConsultationPageFactory
from news.worker import JOBS
from website import feedback
from website.models import Feedback, SiteSettings

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LETTER = {
    "kind": "mistake",
    "message": "Bài ghi “ngày 30/02”. Xin xem lại.",
    "name": "Đặng Thị Ước",
    "contact": "uoc@thu.example",
    "about": "/tin-tuc/thi-dua/hoi-nghi/",
}


@pytest.fixture(autouse=True)
def _site(site_tree) -> None:
    pass


@pytest.fixture
def department(site_tree) -> SiteSettings:
    settings = SiteSettings.for_site(site_tree.site)
    settings.email = "sonoivu@lamgiang.example"
    settings.save()
    return settings


def send(client, follow=True, **changes):
    return client.post("/gop-y/", LETTER | changes, follow=follow)


def test_a_letter_is_kept_and_its_number_told(client):
    with time_machine.travel(datetime.datetime(2026, 11, 20, 3, tzinfo=datetime.UTC)):
        answer = send(client)
    received = Feedback.objects.get()
    assert {name: getattr(received, name) for name in LETTER} == LETTER
    assert received.number == f"GY-2026-{received.pk:04d}"
    assert received.number in answer.content.decode()
    assert "Đã nhận góp ý của bạn" in answer.content.decode()


def test_name_and_contact_may_be_left_out(client):
    send(client, name="", contact="", about="")
    assert Feedback.objects.get().name == ""


@pytest.mark.parametrize(
    "contact",
    ["uoc@thu.vn", "0912.345.678", "(0200) 3 555 011", "+84912345678", "+49 30 1234567"]
    + ["Zalo 0912 345 678 (sau 17 giờ), uoc.dang@thu.com.vn", "SĐT 0912345678/0987654321"]
    + ["84912345678", "0912  345  678", "0912–345–678", "zalo0912345678", "０９１２３４５６７８"],
)
def test_whoever_can_be_written_to_or_called_is_understood(client, contact):
    send(client, contact=contact)
    assert Feedback.objects.get().contact == contact


def test_sending_again_by_reload_is_not_possible(client):
    answer = send(client, follow=False)
    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200
    assert client.get(answer["Location"]).status_code == 200
    assert Feedback.objects.count() == 1


def test_the_receipt_shows_only_numbers_we_gave(client):
    answer = client.get("/gop-y/da-nhan/GY-2026-9999:1abc:xyz/")
    assert (answer.status_code, answer["Location"]) == (302, "/gop-y/")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"message": "  "}, "Xin viết vài chữ ở đây."),
        ({"message": "dài " * 2000}, "Xin viết gọn trong 5.000 ký tự"),
        ({"kind": "khác"}, "Xin chọn một việc."),
        *(
            ({"contact": contact}, "Chưa thấy địa chỉ thư hay số điện thoại nào")
            for contact in ("asdf", "uoc@thu", "@thu.vn", "12345", "0000000000", "gọi tôi nhé")
        ),
        ({"website": "http://spam.example"}, "xóa trắng rồi gửi lại"),
        ({"contact": "a" * 151}, "150"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, wrong, said):
    answer = send(client, **wrong)
    words = answer.content.decode()
    assert answer.status_code == 422
    assert said in words
    assert "Đặng Thị Ước" in words
    assert not Feedback.objects.exists()


def test_a_refused_letter_leads_to_what_is_wrong_in_it(client):
    html = BeautifulSoup(
        send(client, kind="", message="", contact="a" * 151).content, "html.parser"
    )
    assert html.title.text.startswith("Chưa gửi được")
    summary = html.select_one("[role=alert]")
    assert summary.has_attr("autofocus")
    links = {link.text: html.select_one(link["href"]) for link in summary.select("a")}
    assert [field["name"] for field in links.values()] == ["kind", "message", "contact"]
    for said, field in links.items():
        assert field["aria-invalid"] == "true"
        described = html.select_one("#" + field["aria-describedby"])
        assert said.endswith(described.text.strip())


def test_nothing_typed_comes_back_as_markup(client):
    attack = "</textarea><script>alert(1)</script>"
    answer = send(client, kind="", message=attack, name=attack, about=attack)
    assert "<script>alert" not in answer.content.decode()


def test_three_letters_a_minute_and_no_more_from_one_address(client):
    with time_machine.travel(datetime.datetime(2026, 11, 20, 3, tzinfo=datetime.UTC), tick=False):
        answers = [send(client).status_code for _ in range(4)]
        assert answers == [200, 200, 200, 429]
        words = send(client).content.decode()
    assert "Xin chờ một phút" in words
    assert "Bài ghi “ngày 30/02”" in words
    assert Feedback.objects.count() == 3


def test_a_letter_without_the_token_is_not_taken_and_not_lost():
    answer = Client(enforce_csrf_checks=True).post("/gop-y/", LETTER)
    words = answer.content.decode()
    assert answer.status_code == 403
    assert "Trang này mở đã lâu" in words
    assert "Bài ghi “ngày 30/02”" in words
    assert not Feedback.objects.exists()


def test_with_the_token_of_the_page_it_is_taken():
    client = Client(enforce_csrf_checks=True)
    token = client.get("/gop-y/").context["csrf_token"]
    assert client.post("/gop-y/", LETTER | {"csrfmiddlewaretoken": str(token)}).status_code == 302


def test_only_this_page_has_a_cookie(client):
    assert client.get("/gop-y/").cookies
    for address in ("/", "/tin-tuc/", "/so-do-trang/", "/chu-de/", "/khong-co/"):
        assert not client.get(address).cookies, address


def test_the_page_somebody_came_from_is_named(client):
    html = client.get("/gop-y/", {"trang": "/tin-tuc/a/"}).content.decode()
    assert "Về trang: /tin-tuc/a/" in html
    for elsewhere in ("//evil.example/", "https://evil.example/", "javascript:alert(1)", "/a\n"):
        assert "Về trang:" not in client.get("/gop-y/", {"trang": elsewhere}).content.decode()


@pytest.mark.parametrize("about", ["https://xau.example/dang-nhap", "//xau.example", "/x\ny"])
def test_no_address_of_another_site_gets_into_the_letter(client, about):
    client.post("/gop-y/", {"kind": "mistake", "message": "Bài ghi sai ngày.", "about": about})

    assert Feedback.objects.get().about == ""


def test_line_breaks_count_as_the_browser_counts_them(client):
    message = "\r\n".join(["a" * 9] * 500)  # 4,999 to the browser, 5,498 as it is sent

    client.post("/gop-y/", {"kind": "mistake", "message": message})

    assert Feedback.objects.exists()


def test_a_consultation_leads_to_the_form_while_it_is_open(client, site_tree):
    page = ConsultationPageFactory(parent=site_tree.awards, opens_on=datetime.date.today())
    link = f'href="/gop-y/?trang={page.url}"'
    assert link in client.get(page.url).content.decode()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=40)):
        assert link not in client.get(page.url).content.decode()


@pytest.mark.usefixtures("department")
def test_the_department_is_written_to(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(client)
    (letter,) = mail.outbox
    assert letter.to == ["sonoivu@lamgiang.example"]
    assert "Sai sót trong tin bài" in letter.subject
    for words in (LETTER["message"], LETTER["contact"], "http://localhost/tin-tuc/thi-dua/"):
        assert words in letter.body


def test_without_an_address_nothing_is_posted(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(client)
    assert not mail.outbox
    assert Feedback.objects.count() == 1


def test_what_has_been_kept_for_two_years_is_thrown_away_though_nobody_writes(client):
    send(client)
    (job,) = [job for job in JOBS if job.name == "xoá góp ý quá hai năm"]
    for age, kept in ((0.99, 1), (1.01, 0)):
        Feedback.objects.update(received_at=timezone.now() - feedback.KEPT_FOR * age)
        job.run()
        assert Feedback.objects.count() == kept
    assert job.every <= datetime.timedelta(days=1).total_seconds()


def test_the_home_screen_shows_what_nobody_has_answered(client, minh, lan):
    send(client)
    for user, sees in ((minh, True), (lan, False)):
        client.force_login(user)
        home = client.get("/admin/").content.decode()
        assert ("Góp ý chưa trả lời" in home) is sees
        assert ("ngày 30/02" in home) is sees

    Feedback.objects.update(state="answered")
    client.force_login(minh)
    assert "Góp ý chưa trả lời" not in client.get("/admin/").content.decode()


def test_those_who_approve_read_and_answer_and_nobody_adds(client, minh, lan):
    send(client)
    received = Feedback.objects.get()
    client.force_login(minh)
    listing = client.get("/admin/snippets/website/feedback/")
    assert received.number in listing.content.decode()
    assert "Number" not in listing.content.decode()
    edit = f"/admin/snippets/website/feedback/edit/{received.pk}/"
    assert "ngày 30/02" in client.get(edit).content.decode()
    client.post(edit, {"state": "answered", "note": "Đã sửa bài.", "message": "đổi"})
    received.refresh_from_db()
    assert (received.state, received.message) == ("answered", LETTER["message"])
    assert client.get("/admin/snippets/website/feedback/add/").status_code == 302

    client.force_login(lan)
    assert client.get("/admin/snippets/website/feedback/").status_code == 302
    assert Permission.objects.filter(
        codename="change_feedback", group__name="Lãnh đạo duyệt"
    ).exists()
