"""What an administrator sees and does about webhooks; nobody else sees a secret."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from news.syndication.models import Portal, Webhook, WebhookDelivery
from news.syndication.models.webhooks import DeliveryState, EventType

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def loopback(settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True


@pytest.fixture
def webhook(site_tree) -> Webhook:
    portal = Portal.objects.create(name="Cổng tỉnh Bắc Kạn")
    return Webhook.objects.create(portal=portal, url="http://127.0.0.1:9/nhan-tin")


@pytest.fixture
def dead(webhook) -> WebhookDelivery:
    return a_delivery(webhook, state=DeliveryState.DEAD)


def a_delivery(webhook, **fields) -> WebhookDelivery:
    words = '{"data":{"url":"http://localhost/tin-tuc/thi-dua/hoi-nghi-ky-ket-giao-uoc/"}}'
    return WebhookDelivery.objects.create(
        webhook=webhook,
        type=EventType.CHANGED,
        payload=words,
        attempts=10,
        tried_at=webhook.created_at,
        milliseconds=1203,
        last_status=503,
        last_error="Trả lời 503 Service Unavailable: Máy chủ đang bảo trì",
        **fields,
    )


@pytest.fixture
def officer(client, minh):
    """Minh, who also looks after the portals."""
    minh.user_permissions.set(Permission.objects.filter(codename__endswith="_portal"))
    client.force_login(minh)
    return client


def screen(webhook) -> str:
    return reverse("webhook:inspect", args=[webhook.pk])


def text(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def do(client, webhook, verb) -> str:
    return client.post(screen(webhook), {"do": verb}, follow=True).content.decode()


def test_whoever_may_change_portals_makes_a_webhook_and_sees_its_secret(officer, webhook):
    answer = officer.post(
        reverse("webhook:add"), {"portal": webhook.portal_id, "url": "http://127.0.0.1:9/moi"}
    )
    made = Webhook.objects.get(url="http://127.0.0.1:9/moi")
    assert answer.url == screen(made)
    assert made.secret in text(officer, screen(made))


def test_an_address_that_leads_inside_is_refused_in_words(officer, webhook, settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = False
    answer = officer.post(
        reverse("webhook:add"), {"portal": webhook.portal_id, "url": "https://127.0.0.1/"}
    )
    assert "Địa chỉ dẫn vào mạng nội bộ (127.0.0.1)" in answer.content.decode()
    assert Webhook.objects.count() == 1


@pytest.mark.parametrize("who", ["lan", "minh"])
def test_editors_and_moderators_see_none_of_it(client, request, webhook, dead, who):
    client.force_login(request.getfixturevalue(who))
    for address in (
        screen(webhook),
        reverse("webhook:index"),
        reverse("webhook:add"),
        reverse("webhook_deliveries"),
        reverse("webhook_deliveries_results"),
    ):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert webhook.secret not in answer.content.decode()
    client.post(screen(webhook), {"do": "rotate"})
    client.post(reverse("webhook_delivery_replay", args=[dead.pk]))
    before = webhook.secret
    webhook.refresh_from_db()
    dead.refresh_from_db()
    assert (webhook.secret, dead.state) == (before, "dead")
    assert "không gửi được" not in text(client, reverse("wagtailadmin_home"))


def test_whoever_may_only_look_at_portals_sees_no_secret(client, webhook, minh):
    minh.user_permissions.set(Permission.objects.filter(codename="view_portal"))
    client.force_login(minh)
    assert client.get(screen(webhook)).status_code == 302
    assert webhook.secret not in text(client, reverse("webhook:index"))


def test_the_secret_stands_on_its_own_screen_only(officer, webhook, dead):
    for address in (
        reverse("webhook:index"),
        reverse("webhook:edit", args=[webhook.pk]),
        reverse("webhook_deliveries"),
        reverse("webhook:history", args=[webhook.pk]),
    ):
        assert webhook.secret not in text(officer, address)


def test_the_verbs(officer, webhook, dead):
    before = webhook.secret
    do(officer, webhook, "rotate")
    do(officer, webhook, "disable")
    webhook.refresh_from_db()
    assert (webhook.old_secret, webhook.is_enabled) == (before, False)

    do(officer, webhook, "enable")
    assert "Sẽ gửi lại 1 lượt." in do(officer, webhook, "replay")
    do(officer, webhook, "test")
    webhook.refresh_from_db()
    assert webhook.is_enabled
    assert sorted(webhook.deliveries.waiting().values_list("type", flat=True)) == [
        "publication.changed",
        "webhook.test",
    ]


def test_an_unknown_verb_does_nothing(officer, webhook):
    before = Webhook.objects.values().get()
    do(officer, webhook, "xoa")
    assert Webhook.objects.values().get() == before


def test_deliveries_are_narrowed_to_a_portal_and_a_state(officer, webhook, dead):
    other = Webhook.objects.create(
        portal=Portal.objects.create(name="Cổng Cà Mau"), url="http://127.0.0.1:9/ca-mau"
    )
    a_delivery(other, state=DeliveryState.DELIVERED)
    everything = reverse("webhook_deliveries_results")
    assert screen(other) in text(officer, everything)
    for narrowed in (f"?webhook__portal={webhook.portal_id}", "?state=dead"):
        found = text(officer, everything + narrowed)
        assert screen(webhook) in found
        assert screen(other) not in found
    assert "Máy chủ đang bảo trì" in found


def test_one_dead_letter_is_sent_again(officer, webhook, dead):
    other = a_delivery(webhook, state=DeliveryState.DEAD)
    officer.post(reverse("webhook_delivery_replay", args=[dead.pk]))
    dead.refresh_from_db()
    other.refresh_from_db()
    assert (dead.state, dead.attempts, other.state) == ("waiting", 0, "dead")


def test_the_dashboard_tells_of_what_was_turned_off_and_given_up(officer, webhook, dead):
    webhook.disable("Máy nhận trả lời 410: địa chỉ này không còn dùng.")
    said = text(officer, reverse("wagtailadmin_home"))
    assert "Máy nhận trả lời 410" in said
    assert "1 lượt báo" in said


def test_the_dashboard_is_silent_when_all_is_well(officer, webhook):
    webhook.disable("")  # by a person, who knows
    assert "webhook-trouble" not in text(officer, reverse("wagtailadmin_home"))


def test_the_list_costs_the_same_however_many_there_are(
    officer, webhook, django_assert_max_num_queries
):
    for _ in range(10):
        a_delivery(webhook, state=DeliveryState.DEAD)
    with django_assert_max_num_queries(25):
        officer.get(reverse("webhook_deliveries"))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_screens_fit_their_window(page: Tab, live_server, officer, webhook, dead, width):
    webhook.disable("Máy nhận trả lời 410: địa chỉ này không còn dùng.")
    session = officer.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(live_server.url + screen(webhook))
    icon = page.locator(".webhook__deliveries svg").first.bounding_box()
    assert icon is not None
    assert icon["width"] < 30
    page.get_by_text("Xem khóa").click()
    expect(page.get_by_text(webhook.secret)).to_be_visible()
    assert page.locator("html").evaluate("(html) => html.scrollWidth") <= width

    page.get_by_role("button", name="Bật lại").click()
    expect(page.get_by_role("button", name="Gửi thử")).to_be_visible()

    page.goto(live_server.url + reverse("webhook_deliveries"))
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.get_by_text("Lượt báo sẽ được gửi lại.")).to_be_visible()
