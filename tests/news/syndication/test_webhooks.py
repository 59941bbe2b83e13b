"""What portals are told, in which order of trust: nothing lost, nothing that is not theirs."""

import datetime
import json

import pytest
import standardwebhooks
import time_machine
from django.core import mail
from django.db import DatabaseError
from django.utils import timezone

from news.factories import ArticlePageFactory
from news.syndication.models import Edition, Portal, Publication, Webhook, WebhookDelivery
from news.syndication.models.webhooks import DeliveryState
from news.syndication.webhooks import settling, telling
from news.syndication.webhooks.forgetting import forget_old_deliveries
from news.syndication.webhooks.posting import Postman, next_deliveries, sender
from news.syndication.webhooks.sending import Answer
from news.syndication.webhooks.settling import settle
from people.models import Province
from tests.news.syndication.receivers import Receiver, answers, hangs, receiving, wait_until

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 3, 2, 5, 0, tzinfo=datetime.UTC)
MINUTE, HOUR, DAY = (datetime.timedelta(**{unit: 1}) for unit in ("minutes", "hours", "days"))


@pytest.fixture(autouse=True)
def loopback(settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True


@pytest.fixture
def receiver():
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def portal(site_tree) -> Portal:
    return Portal.objects.create(
        name="Cổng Bắc Kạn", contact_name="Bà Hoàng Thị Dần", contact_email="dan@backan.example.vn"
    )


@pytest.fixture
def webhook(portal, receiver) -> Webhook:
    return Webhook.objects.create(portal=portal, url=receiver.url)


def listener(portal: Portal, receiver: Receiver) -> Webhook:
    return Webhook.objects.create(portal=portal, url=receiver.url)


def article(section, title="Hội nghị ký kết", **fields):
    return ArticlePageFactory(parent=section, title=title, **fields)


def deliver() -> None:
    Postman().once()


def told(receiver: Receiver) -> list[dict]:
    return [json.loads(body)["data"] for _, body in receiver.taken]


def standing(receiver: Receiver) -> list[tuple[bool, str]]:
    return [(data["visible"], data["reason"]) for data in told(receiver)]


# --- What is told ----------------------------------------------------------------------------------


def test_a_published_article_is_told_in_a_signed_hint(site_tree, webhook, receiver):
    page = article(site_tree.emulation)
    deliver()

    row = Publication.objects.get()
    ((headers, body),) = receiver.taken
    assert standardwebhooks.Webhook(webhook.secret).verify(body, headers) == {
        "type": "publication.changed",
        "timestamp": row.changed_at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "data": {
            "id": str(page.translation_key),
            "type": "article",
            "locale": "vi",
            "version": row.version,
            "visible": True,
            "reason": "published",
            "url": row.url,
            "edition": row.edition,
        },
    }
    assert headers["content-type"] == "application/json"
    delivery = WebhookDelivery.objects.get()
    assert headers["webhook-id"] == delivery.message_id
    assert (delivery.state, delivery.attempts, delivery.last_status) == ("delivered", 1, 204)
    webhook.refresh_from_db()
    assert webhook.last_success_at is not None
    assert webhook.told_up_to == Edition.now().number


def test_corrections_and_withdrawals_are_told_each_with_a_higher_version(
    site_tree, webhook, receiver
):
    page = article(site_tree.emulation)
    deliver()
    page.title = "Hội nghị ký kết giao ước"
    page.save_revision().publish()
    deliver()
    page.unpublish()
    deliver()

    assert standing(receiver) == [(True, "published"), (True, "corrected"), (False, "withdrawn")]
    versions = [data["version"] for data in told(receiver)]
    assert versions == sorted(set(versions))


def test_a_draft_is_told_to_nobody(site_tree, webhook, receiver):
    article(site_tree.emulation, published=False)
    deliver()
    assert receiver.taken == []


def test_a_new_webhook_is_not_told_of_what_was_there_before(site_tree, portal, receiver):
    article(site_tree.emulation, "Bài cũ")
    listener(portal, receiver)
    page = article(site_tree.emulation, "Bài mới")
    deliver()
    assert [data["id"] for data in told(receiver)] == [str(page.translation_key)]


def test_what_has_expired_is_told_as_gone_even_before_it_was_taken_down(
    site_tree, webhook, receiver
):
    with time_machine.travel(NOON, tick=False):
        article(site_tree.emulation, expire_at=NOON + MINUTE)
    with time_machine.travel(NOON + HOUR):
        deliver()
    assert standing(receiver) == [(False, "withdrawn")]


def test_a_hint_is_thin(site_tree, webhook, receiver):
    article(site_tree.emulation, "Hội nghị " * 20, lead="Sapo " * 200)
    deliver()
    assert len(receiver.taken[0][1]) < 1000


# --- What a portal may take ------------------------------------------------------------------------


def test_a_portal_with_sections_is_told_of_those(site_tree, portal, webhook, receiver, take_only):
    take_only(portal, sections=[site_tree.emulation])
    inside = article(site_tree.emulation)
    article(site_tree.structure, "Ở chuyên mục khác")
    deliver()
    assert [data["id"] for data in told(receiver)] == [str(inside.translation_key)]


def test_what_leaves_the_sections_of_a_portal_is_told_as_gone(
    site_tree, portal, webhook, receiver, take_only
):
    take_only(portal, sections=[site_tree.emulation])
    page = article(site_tree.emulation)
    deliver()
    page.move(site_tree.structure, pos="last-child")
    deliver()
    assert standing(receiver) == [(True, "published"), (False, "private")]


def test_what_left_and_was_withdrawn_before_anybody_looked_is_told_as_gone(
    site_tree, portal, webhook, receiver, take_only
):
    take_only(portal, sections=[site_tree.emulation])
    page = article(site_tree.emulation)
    deliver()
    page.move(site_tree.structure, pos="last-child")
    page.refresh_from_db()
    page.unpublish()
    deliver()
    assert standing(receiver) == [(True, "published"), (False, "withdrawn")]


def test_a_province_of_today_brings_what_was_recorded_before_the_merger(
    site_tree, portal, webhook, receiver, bac_kan, take_only
):
    take_only(portal, provinces=[Province.objects.get(key="vn34-thai-nguyen")])
    old = article(site_tree.emulation, provinces=[bac_kan])
    elsewhere = Province.objects.get(key="vn63-ca-mau")
    article(site_tree.emulation, "Ở Cà Mau", provinces=[elsewhere])
    deliver()
    assert [data["id"] for data in told(receiver)] == [str(old.translation_key)]


def test_a_portal_that_is_turned_off_is_told_nothing_and_catches_up_later(
    site_tree, portal, webhook, receiver
):
    Portal.objects.update(is_active=False)
    page = article(site_tree.emulation)
    deliver()
    assert receiver.taken == []

    Portal.objects.update(is_active=True)
    deliver()
    assert [data["id"] for data in told(receiver)] == [str(page.translation_key)]


def test_what_waits_for_a_portal_that_is_turned_off_is_not_sent(site_tree, webhook, receiver):
    article(site_tree.emulation)
    telling.tell()
    Portal.objects.update(is_active=False)
    deliver()
    assert receiver.taken == []


# --- Nothing is lost -------------------------------------------------------------------------------


def test_a_crash_before_the_deliveries_are_made_loses_nothing(
    site_tree, webhook, receiver, monkeypatch
):
    article(site_tree.emulation)
    with monkeypatch.context() as patch:
        patch.setattr(WebhookDelivery.objects, "replace_by", crash)
        with pytest.raises(DatabaseError):
            telling.tell()
    webhook.refresh_from_db()
    assert webhook.told_up_to < Edition.now().number

    deliver()
    assert standing(receiver) == [(True, "published")]


def crash(hints):
    raise DatabaseError


def test_many_changes_are_told_in_parts_of_whole_editions(
    site_tree, webhook, receiver, monkeypatch
):
    monkeypatch.setattr(telling, "AT_ONCE", 2)
    pages = [article(site_tree.emulation, f"Bài {number}") for number in range(5)]
    Publication.objects.filter(page__in=[page.pk for page in pages[1:4]]).update(edition=3)
    seen = []
    while telling.tell():
        webhook.refresh_from_db()
        seen.append((webhook.told_up_to, WebhookDelivery.objects.count()))
    # One of edition 1; three of 3, though they are more than two; one of 5.
    assert seen == [(2, 1), (3, 4), (5, 5)]
    deliver()
    assert {data["id"] for data in told(receiver)} == {str(page.translation_key) for page in pages}


def test_two_that_tell_the_same_webhook_tell_it_once(site_tree, webhook):
    article(site_tree.emulation)
    first, second = (Webhook.objects.get() for _ in range(2))
    rows, end = list(Publication.objects.all()), Edition.now().number
    assert telling.tell_one(first, rows, end) == 1
    assert telling.tell_one(second, rows, end) == 0
    assert WebhookDelivery.objects.count() == 1


def test_a_newer_hint_takes_the_place_of_one_that_did_not_arrive(site_tree, webhook, receiver):
    page = article(site_tree.emulation)
    receiver.behave = answers(500)
    deliver()
    for number in range(3):
        page.title = f"Hội nghị, bản {number}"
        page.save_revision().publish()
        telling.tell()

    delivery = WebhookDelivery.objects.get()
    assert json.loads(delivery.payload)["data"]["version"] == Publication.objects.get().version
    assert delivery.attempts == 0


def test_what_arrived_stays_beside_newer_hints(site_tree, webhook, receiver):
    page = article(site_tree.emulation)
    deliver()
    page.unpublish()
    telling.tell()
    assert WebhookDelivery.objects.count() == 2


def test_of_several_objects_only_the_changed_ones_are_replaced(site_tree, webhook):
    kept, changed = article(site_tree.emulation, "Một"), article(site_tree.emulation, "Hai")
    telling.tell()
    before = dict(WebhookDelivery.objects.values_list("key", "message_id"))
    changed.unpublish()
    telling.tell()
    after = dict(WebhookDelivery.objects.values_list("key", "message_id"))
    assert after[kept.translation_key] == before[kept.translation_key]
    assert after[changed.translation_key] != before[changed.translation_key]
    assert len(after) == WebhookDelivery.objects.count() == 2


def test_a_hint_replaced_while_it_is_on_its_way_comes_to_nothing(site_tree, webhook):
    page = article(site_tree.emulation)
    telling.tell()
    on_its_way = WebhookDelivery.objects.select_related("webhook").get()
    page.unpublish()
    telling.tell()
    settle([(on_its_way, Answer(500, "Trả lời 500."))])
    assert WebhookDelivery.objects.get().attempts == 0
    assert Webhook.objects.get().failures == 1


# --- Trying again ----------------------------------------------------------------------------------


def test_ten_tries_with_growing_pauses_and_then_no_more(site_tree, webhook, receiver):
    receiver.behave = answers(500, b"hong")
    pauses = []
    with time_machine.travel(NOON, tick=False) as clock:
        article(site_tree.emulation)
        while True:
            deliver()
            delivery = WebhookDelivery.objects.get()
            if delivery.state != DeliveryState.WAITING:
                break
            pauses.append((delivery.due_at - timezone.now()).total_seconds())
            clock.move_to(delivery.due_at)
    planned = [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]
    assert len(receiver.taken) == 10
    for pause, plan in zip(pauses, planned, strict=True):
        assert plan <= pause <= plan * 1.1
    assert (delivery.state, delivery.attempts) == ("dead", 10)
    assert delivery.last_error == "Trả lời 500 Internal Server Error: hong"


def test_every_try_has_the_same_id_and_words_and_a_time_of_its_own(site_tree, webhook, receiver):
    receiver.behave = answers(503)
    with time_machine.travel(NOON, tick=False) as clock:
        article(site_tree.emulation)
        deliver()
        clock.shift(MINUTE)
        deliver()
    (first, body), (second, same) = receiver.taken
    assert first["webhook-id"] == second["webhook-id"]
    assert body == same
    assert int(second["webhook-timestamp"]) - int(first["webhook-timestamp"]) == 60
    assert first["webhook-signature"] != second["webhook-signature"]


def test_whatever_words_come_back_can_be_written_down(site_tree, webhook, receiver):
    receiver.behave = answers(500, b"h\x00ng \xff\xfe \x1b[31m")
    article(site_tree.emulation)
    deliver()
    delivery = WebhookDelivery.objects.get()
    assert (delivery.attempts, delivery.last_status) == (1, 500)
    assert delivery.last_error.startswith("Trả lời 500 Internal Server Error: hng")


def test_a_success_ends_the_trouble(site_tree, webhook, receiver):
    receiver.behave = answers(500)
    with time_machine.travel(NOON, tick=False) as clock:
        article(site_tree.emulation)
        deliver()
        webhook.refresh_from_db()
        assert (webhook.failing_since, webhook.failures) == (NOON, 1)
        receiver.behave = answers(200)
        clock.shift(MINUTE)
        deliver()
    webhook.refresh_from_db()
    assert (webhook.failing_since, webhook.failures, webhook.resting_until) == (None, 0, None)
    assert WebhookDelivery.objects.get().state == "delivered"


@pytest.mark.parametrize(
    ("status", "asked", "seconds"),
    [(429, "3600", 3600), (503, "120", 120), (500, "3600", 5), (429, "9999999", 24 * 60 * 60)],
)
def test_whoever_asks_for_patience_is_left_alone_as_a_whole(
    site_tree, webhook, receiver, status, asked, seconds
):
    receiver.behave = answers(status, Retry_After=asked)
    with time_machine.travel(NOON, tick=False) as clock:
        article(site_tree.emulation, "Một")
        article(site_tree.emulation, "Hai")
        deliver()
        assert len(receiver.taken) == 1
        clock.move_to(NOON + datetime.timedelta(seconds=seconds - 1))
        deliver()
        assert len(receiver.taken) == 1
        clock.move_to(NOON + datetime.timedelta(seconds=seconds * 1.1 + 1))
        receiver.behave = answers(200)
        deliver()
        assert len(receiver.taken) == 3


def test_a_dead_address_is_asked_less_and_less(site_tree, webhook, receiver):
    """Of many messages to an address where nobody is, each try would only be burnt."""
    receiver.behave = answers(500)
    with time_machine.travel(NOON, tick=False) as clock:
        for number in range(12):
            article(site_tree.emulation, f"Bài {number}")
        for _ in range(60):
            deliver()
            clock.shift(MINUTE)
    assert len(receiver.taken) < 20


def test_410_turns_the_webhook_off_and_a_person_is_told(
    site_tree, webhook, receiver, settings, django_capture_on_commit_callbacks
):
    settings.DEFAULT_FROM_EMAIL = "cong@sonoivu.example.vn"
    receiver.behave = answers(410)
    article(site_tree.emulation, "Một")
    article(site_tree.emulation, "Hai")
    with django_capture_on_commit_callbacks(execute=True):
        deliver()

    webhook.refresh_from_db()
    assert not webhook.is_enabled
    assert "410" in webhook.disabled_reason
    assert len(receiver.taken) == 1
    assert [delivery.state for delivery in WebhookDelivery.objects.order_by("pk")] == [
        "dead",
        "waiting",
    ]
    (letter,) = mail.outbox
    assert letter.to == ["dan@backan.example.vn"]
    assert letter.from_email == "cong@sonoivu.example.vn"
    assert webhook.url in letter.body
    assert "/api/v1/changes/" in letter.body


def test_no_letter_is_written_where_mail_is_not_set_up(
    site_tree, webhook, receiver, django_capture_on_commit_callbacks
):
    receiver.behave = answers(410)
    article(site_tree.emulation)
    with django_capture_on_commit_callbacks(execute=True):
        deliver()
    assert mail.outbox == []


def test_days_of_nothing_but_failures_turn_the_webhook_off(site_tree, webhook, receiver):
    receiver.behave = answers(500)
    with time_machine.travel(NOON, tick=False) as clock:
        for number in range(6):
            article(site_tree.emulation, f"Bài {number}")
            deliver()
            assert Webhook.objects.get().is_enabled
            clock.shift(DAY - HOUR)
        clock.shift(DAY)
        deliver()
    webhook.refresh_from_db()
    assert (webhook.is_enabled, webhook.disabled_reason) == (
        False,
        "Không nhận được lượt nào trong 5 ngày liền.",
    )


def test_what_changed_while_it_was_off_is_told_when_it_is_on_again(site_tree, webhook, receiver):
    waiting = article(site_tree.emulation, "Trước khi tắt")
    telling.tell()
    webhook.refresh_from_db()
    webhook.disable("Thử")
    missed = article(site_tree.emulation, "Trong lúc tắt")
    deliver()
    assert receiver.taken == []

    webhook.enable()
    deliver()
    assert [data["id"] for data in told(receiver)] == [
        str(page.translation_key) for page in (waiting, missed)
    ]


def test_dead_letters_can_be_sent_again_with_the_same_id(site_tree, webhook, receiver):
    article(site_tree.emulation)
    telling.tell()
    WebhookDelivery.objects.update(state=DeliveryState.DEAD, attempts=10)
    deliver()
    assert receiver.taken == []

    assert WebhookDelivery.objects.replay() == 1
    deliver()
    delivery = WebhookDelivery.objects.get()
    assert (delivery.state, delivery.attempts) == ("delivered", 1)
    assert receiver.taken[0][0]["webhook-id"] == delivery.message_id


def test_replaying_leaves_alone_what_is_not_dead(site_tree, webhook, receiver):
    article(site_tree.emulation)
    deliver()
    assert WebhookDelivery.objects.replay() == 0
    deliver()
    assert len(receiver.taken) == 1


def test_a_test_is_sent_at_once_and_its_failure_harms_nobody(site_tree, webhook, receiver):
    receiver.behave = answers(500)
    article(site_tree.emulation)
    deliver()  # fails, and the address rests
    telling.send_a_test(webhook)
    deliver()
    assert [json.loads(body)["type"] for _, body in receiver.taken] == [
        "publication.changed",
        "webhook.test",
    ]
    test = WebhookDelivery.objects.get(type="webhook.test")
    assert (test.state, test.attempts) == ("dead", 1)
    assert Webhook.objects.get().failures == 1


# --- Side by side ----------------------------------------------------------------------------------


def test_one_that_hangs_holds_up_nobody_and_gets_one_at_a_time(site_tree, portal, receiver):
    with receiving(hangs) as hanging:
        listener(portal, hanging)
        listener(portal, receiver)
        postman = Postman()
        for number in range(4):
            article(site_tree.emulation, f"Bài {number}")

        def delivered() -> bool:
            postman._turn()
            return len(receiver.taken) == 4

        wait_until(delivered, longest=10)
        assert len(hanging.taken) == 1
        hanging.over.set()
        postman._finish()
    assert WebhookDelivery.objects.filter(state="delivered").count() == 4


def test_a_busy_webhook_is_handed_nothing_more(site_tree, webhook):
    article(site_tree.emulation, "Một")
    article(site_tree.emulation, "Hai")
    telling.tell()
    assert [delivery.webhook for delivery in next_deliveries(set())] == [webhook]
    assert next_deliveries({webhook.pk}) == []


def test_choosing_what_to_send_costs_the_same_however_many_there_are(
    site_tree, portal, receiver, django_assert_num_queries
):
    for _ in range(5):
        listener(portal, receiver)
    for number in range(3):
        article(site_tree.emulation, f"Bài {number}")
    telling.tell()
    with django_assert_num_queries(2):
        assert len(next_deliveries(set())) == 5


# --- Secrets ---------------------------------------------------------------------------------------


def test_for_a_day_after_a_change_both_secrets_sign(site_tree, webhook, receiver):
    old = webhook.secret
    with time_machine.travel(NOON) as clock:
        webhook.rotate_secret()
        article(site_tree.emulation)
        telling.tell()
        delivery = WebhookDelivery.objects.select_related("webhook").get()
        sender(delivery)()
        headers, body = receiver.taken[-1]
        for secret in (old, webhook.secret):
            standardwebhooks.Webhook(secret).verify(body, headers)

        clock.shift(DAY + MINUTE)
        sender(delivery)()
        headers, body = receiver.taken[-1]
        standardwebhooks.Webhook(webhook.secret).verify(body, headers)
        with pytest.raises(standardwebhooks.WebhookVerificationError):
            standardwebhooks.Webhook(old).verify(body, headers)
    assert old != webhook.secret


def test_a_form_that_was_open_puts_nothing_back(webhook):
    in_the_form = Webhook.objects.get()
    webhook.disable("Máy nhận trả lời 410.")
    Webhook.objects.update(told_up_to=77)
    in_the_form.url = "https://moi.example/"
    in_the_form.save()
    webhook.refresh_from_db()
    assert (webhook.url, webhook.told_up_to, webhook.is_enabled) == (
        "https://moi.example/",
        77,
        False,
    )


# --- Forgetting ------------------------------------------------------------------------------------


def test_after_thirty_days_what_arrived_is_forgotten_and_the_rest_is_not(
    site_tree, webhook, receiver
):
    with time_machine.travel(NOON) as clock:
        article(site_tree.emulation, "Một")
        deliver()
        article(site_tree.emulation, "Hai")
        telling.tell()
        WebhookDelivery.objects.waiting().update(state=DeliveryState.DEAD)
        clock.shift(29 * DAY)
        assert forget_old_deliveries() == 0
        clock.shift(2 * DAY)
        assert forget_old_deliveries() == 1
    assert WebhookDelivery.objects.get().state == "dead"


def test_the_pauses_of_a_message_reach_a_little_beyond_three_days():
    assert 3 * DAY < datetime.timedelta(seconds=sum(settling.PAUSES)) < 3.5 * DAY
