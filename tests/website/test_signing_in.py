"""Nobody may guess passwords for long, and nobody is kept out for what others type."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.contrib.auth.signals import user_login_failed
from django.core import mail
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from website.signing_in import (
    MOST_LETTERS_ASKED,
    MOST_LETTERS_TO_ONE,
    MOST_OF_ALL,
    MOST_OF_ONE,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]

RIGHT = "mật khẩu của Lan"
TOO_MANY = "Đã có quá nhiều lần gõ sai. Xin chờ 10 phút rồi thử lại."
DOORS = ["/admin/login/", "/_util/login/"]


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-01T05:05:00Z", tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def _lan(lan, site_tree) -> None:
    lan.set_password(RIGHT)
    lan.user_permissions.add(Permission.objects.get(codename="access_admin"))
    lan.save()


@pytest.fixture
def looked_at():
    """The names of whose password was looked at, and was wrong."""
    names: list[str] = []

    def note(credentials, **others):
        names.append(credentials["username"])

    user_login_failed.connect(note)
    yield names
    user_login_failed.disconnect(note)


def sign_in(client, door, typed="sai", username="lan", address="203.0.113.7"):
    return client.post(door, {"username": username, "password": typed}, REMOTE_ADDR=address)


def said(response) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(
        each.get_text(" ", strip=True) for each in page.select("[role=alert], .messages")
    )


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", ["lan", "không có ai"])
def test_after_some_wrong_passwords_none_is_looked_at(client, door, name, looked_at):
    for _ in range(MOST_OF_ONE[0]):
        assert "chờ" not in said(sign_in(client, door, username=name))

    for password in ("sai", RIGHT):
        assert TOO_MANY in said(sign_in(client, door, password, username=name))

    assert looked_at == [name] * MOST_OF_ONE[0]


def test_all_doors_count_together_however_the_name_is_written(client, looked_at):
    for number in range(2 * MOST_OF_ONE[0]):
        sign_in(client, DOORS[number % 2], username=("lan", "LAN")[number // 2 % 2])
    assert len(looked_at) == MOST_OF_ONE[0]


@pytest.mark.parametrize("door", DOORS)
def test_who_waited_may_try_again(client, door, clock):
    for _ in range(MOST_OF_ONE[0] + 1):
        sign_in(client, door)
    clock.shift(10 * 60)
    assert sign_in(client, door, RIGHT).status_code == 302


def test_the_same_account_is_not_closed_to_others(client):
    for _ in range(MOST_OF_ONE[0] + 1):
        sign_in(client, DOORS[0])
    assert sign_in(client, DOORS[0], RIGHT, address="203.0.113.8").status_code == 302


def test_what_is_right_is_not_counted(client):
    for _ in range(MOST_OF_ALL[0] + 1):
        assert sign_in(client, DOORS[1], RIGHT).status_code == 302
        client.logout()


def test_one_address_may_not_try_many_names(client, looked_at):
    for number in range(MOST_OF_ALL[0]):
        sign_in(client, DOORS[1], username=f"người thứ {number}")

    refused = sign_in(client, DOORS[1], RIGHT)

    assert "Xin chờ 55 phút" in said(refused)
    assert len(looked_at) == MOST_OF_ALL[0]


def test_who_is_refused_at_one_account_does_not_close_all_to_the_office(client):
    for _ in range(MOST_OF_ALL[0] + 1):
        sign_in(client, DOORS[1], username="minh")
    assert sign_in(client, DOORS[1], RIGHT).status_code == 302


def test_readers_of_english_are_told_in_english(client):
    for _ in range(MOST_OF_ONE[0] + 1):
        refused = sign_in(client, "/en/_util/login/")
    assert "Please wait 10 minutes" in said(refused)


# --- Letters that lead to a new password -------------------------------------------------------------


def ask(client, email, address="203.0.113.7"):
    return client.post("/admin/password_reset/", {"email": email}, REMOTE_ADDR=address, follow=True)


def test_nobody_can_have_an_editor_buried_in_letters(client, lan, clock):
    answers = [ask(client, lan.email, address=f"203.0.113.{number}") for number in range(10)]
    assert len(mail.outbox) == MOST_LETTERS_TO_ONE[0]
    shown = {BeautifulSoup(each.content, "html.parser").main.get_text() for each in answers}
    assert len(shown) == 1  # whether a letter leaves or not

    clock.shift(60 * 60)
    ask(client, lan.email)

    assert len(mail.outbox) == MOST_LETTERS_TO_ONE[0] + 1


def test_nobody_has_letters_sent_to_all(client, django_user_model):
    for number in range(MOST_LETTERS_ASKED[0] + 5):
        django_user_model.objects.create_user(f"n{number}", f"n{number}@example.vn", RIGHT)
        ask(client, email=f"n{number}@example.vn")
    assert len(mail.outbox) == MOST_LETTERS_ASKED[0]

    ask(client, email="n24@example.vn", address="203.0.113.8")

    assert mail.outbox[-1].to == ["n24@example.vn"]


# --- What has a password of its own -----------------------------------------------------------------


@pytest.fixture
def page_door(client, site_tree):
    PageViewRestriction.objects.create(
        page=site_tree.structure, restriction_type="password", password="đúng"
    )
    return client.get(site_tree.structure.url)


@pytest.fixture
def document_door(client):
    collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="đúng"
    )
    document = get_document_model().objects.create(
        title="Biểu mẫu", file=ContentFile(b"%PDF-1.7", "bieu-mau.pdf"), collection=collection
    )
    return client.get(document.url)


@pytest.mark.parametrize("door", ["page_door", "document_door"])
def test_the_password_of_a_page_or_document_cannot_be_guessed_for_long(
    client, door, request, clock
):
    form = BeautifulSoup(request.getfixturevalue(door).content, "html.parser").select_one(".form")
    where = {"return_url": form.select_one("[name=return_url]")["value"]}

    def give(password):
        return client.post(form["action"], where | {"password": password})

    for _ in range(MOST_OF_ONE[0] + 1):
        assert give("đúng").status_code == 302
    for _ in range(MOST_OF_ONE[0]):
        assert give("sai").status_code == 200

    refused = give("đúng")

    assert (refused.status_code, refused["Retry-After"]) == (429, "600")
    assert TOO_MANY in said(refused)
    assert "no-store" in refused["Cache-Control"]
    again = BeautifulSoup(refused.content, "html.parser")
    assert again.select_one("[name=return_url]")["value"] == where["return_url"]
    assert "<title>Chưa mở được" in refused.content.decode()
    clock.shift(10 * 60)
    assert give("đúng").status_code == 302
