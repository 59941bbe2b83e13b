"""One attempt against servers that behave badly, and addresses that must never be called."""

import json
import socket
import ssl
import subprocess
import threading
import time

import pytest
import standardwebhooks
from django.core.exceptions import ValidationError

from news.syndication.models import Portal, Webhook
from news.syndication.webhooks import sending
from news.syndication.webhooks.addresses import Address, Refused, may_be_called, resolve
from news.syndication.webhooks.sending import post
from news.syndication.webhooks.signing import new_secret, signed_headers
from tests.news.syndication.receivers import (
    Endless,
    answers,
    closes_early,
    drips,
    hangs,
    receiving,
)

pytestmark = pytest.mark.once

BODY = json.dumps({"tin": "Hội nghị"}, ensure_ascii=False).encode()


@pytest.fixture
def loopback(settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True


@pytest.fixture
def names(monkeypatch):
    """The resolver, of which tests write the entries: name → numbers, and who was asked for."""
    known: dict[str, list[str]] = {}
    asked: list[str] = []

    def getaddrinfo(host, port, *args, **kwargs):
        asked.append(host)
        if host not in known:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in known[host]]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return known, asked


# --- What comes back ---------------------------------------------------------------------------


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize("status", [200, 202, 204, 299])
def test_every_2xx_is_success(status):
    with receiving(answers(status)) as receiver:
        answer = post(receiver.url, {"X-Test": "1"}, BODY)
    assert (answer.status, answer.is_success, answer.error) == (status, True, "")
    headers, body = receiver.taken[0]
    assert (headers["x-test"], body) == ("1", BODY)
    assert headers["host"] == f"127.0.0.1:{receiver.server_port}"


@pytest.mark.usefixtures("loopback")
def test_the_words_of_a_failure_are_kept():
    with receiving(answers(500, "Máy chủ bận".encode())) as receiver:
        answer = post(receiver.url, {}, BODY)
    assert (answer.status, answer.is_success) == (500, False)
    assert answer.error == "Trả lời 500 Internal Server Error: Máy chủ bận"


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_a_failure_and_is_not_followed(status):
    with receiving() as secret, receiving(answers(status, Location=secret.url)) as receiver:
        answer = post(receiver.url, {}, BODY)
    assert (answer.status, answer.is_success) == (status, False)
    assert secret.taken == []


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize("behave", [hangs, drips])
def test_the_whole_attempt_has_a_limit_however_the_time_is_spent(behave):
    with receiving(behave) as receiver:
        started = time.monotonic()
        answer = post(receiver.url, {}, BODY, whole=0.5)
        taken = time.monotonic() - started
    assert (answer.status, answer.error) == (None, "Không trả lời kịp.")
    assert 0.4 < taken < 3
    assert len(receiver.taken) == 1


@pytest.mark.usefixtures("loopback")
def test_a_connection_cut_before_the_answer_is_a_failure():
    with receiving(closes_early) as receiver:
        answer = post(receiver.url, {}, BODY)
    assert answer.status is None
    assert answer.error.startswith("Kết nối bị đứt")


@pytest.mark.usefixtures("loopback")
def test_nobody_there_is_a_failure():
    with receiving() as receiver:
        url = receiver.url
    assert post(url, {}, BODY).error.startswith("Kết nối bị đứt")


@pytest.mark.usefixtures("loopback")
def test_of_an_endless_body_little_is_read():
    body = Endless()
    with receiving(body) as receiver:
        answer = post(receiver.url, {}, BODY, whole=5)
        time.sleep(0.2)
    assert answer.is_success
    assert answer.milliseconds < 4000
    assert body.sent < 32 * 2**20  # what fits into the buffers between the two


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7), ("soon", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0)]
)
def test_the_patience_asked_for_is_understood(header, seconds):
    with receiving(answers(429, Retry_After=header)) as receiver:
        assert post(receiver.url, {}, BODY).retry_after == seconds


@pytest.mark.usefixtures("loopback")
def test_no_proxy_of_the_environment_is_used(monkeypatch):
    with receiving() as proxy, receiving() as receiver:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert post(receiver.url, {}, BODY).is_success
    assert proxy.taken == []


# --- HTTPS -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Of a portal named cong.example, signed by itself."""
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=cong.example"
        f" -addext subjectAltName=DNS:cong.example -keyout {key} -out {cert}".split(),
        check=True,
        capture_output=True,
    )
    return key, cert


@pytest.fixture
def secure(certificate):
    """A receiver that speaks HTTPS, as cong.example."""
    key, cert = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with receiving() as receiver:
        receiver.socket = context.wrap_socket(receiver.socket, server_side=True)
        yield receiver


@pytest.mark.usefixtures("loopback")
class TestHttps:
    def test_the_name_is_verified_and_the_number_called(
        self, secure, certificate, names, monkeypatch
    ):
        context = ssl.create_default_context(cafile=str(certificate[1]))
        monkeypatch.setattr(sending, "_tls", lambda: context)
        names[0]["cong.example"] = ["127.0.0.1"]
        answer = post(f"https://cong.example:{secure.server_port}/a?b=c", {}, BODY)
        assert answer.is_success
        assert secure.taken[0][0]["host"] == f"cong.example:{secure.server_port}"
        assert names[1] == ["cong.example"]

    def test_another_name_than_the_certificates_is_refused(
        self, secure, certificate, names, monkeypatch
    ):
        context = ssl.create_default_context(cafile=str(certificate[1]))
        monkeypatch.setattr(sending, "_tls", lambda: context)
        names[0]["khac.example"] = ["127.0.0.1"]
        answer = post(f"https://khac.example:{secure.server_port}/", {}, BODY)
        assert answer.status is None
        assert answer.error.startswith("Không thiết lập được HTTPS")
        assert secure.taken == []

    def test_a_certificate_nobody_signed_is_refused(self, secure, names):
        names[0]["cong.example"] = ["127.0.0.1"]
        answer = post(f"https://cong.example:{secure.server_port}/", {}, BODY)
        assert answer.error.startswith("Không thiết lập được HTTPS")
        assert secure.taken == []


# --- Addresses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "0.0.0.0",  # noqa: S104
        "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.9.9.9",
        "168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192",
        "192.168.1.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "100::1", "2001::1", "2001:db8::1",
        "2002:7f00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
        "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1",
    ],
)  # fmt: skip
def test_numbers_of_no_business_of_ours_are_refused(number):
    assert not may_be_called(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "113.160.0.1", "172.32.0.1", "2405:4800::1"])
def test_numbers_of_the_internet_may_be_called(number):
    assert may_be_called(number)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://cong.example/", "https"),
        ("ftp://cong.example/", "https"),
        ("cong.example", "https"),
        ("https://", "thiếu tên máy chủ"),
        ("https:///nhan", "thiếu tên máy chủ"),
        ("https://lan:bi-mat@cong.example/", "mật khẩu"),
        ("https://cong.example@10.0.0.1/", "mật khẩu"),
        ("https://cong.example/#a", "#"),
        ("https://cong.example:80/", "443"),
        ("https://cong.example:6379/", "443"),
        ("https://cong.example:999999/", "không đọc được"),
        ("https://cong.example/ a", "không đọc được"),
        ("https://cong.example/\r\nX-Evil: 1", "không đọc được"),
        ("https://cong.example\\@10.0.0.1/", "không đọc được"),
        ("https://[::1/", "không đọc được"),
        ("https://cong.example/" + "a" * 500, "không đọc được"),
    ],
)
def test_addresses_that_are_none_of_a_portal_are_refused(url, words):
    with pytest.raises(Refused, match=words):
        Address.parse(url)


def test_an_address_in_vietnamese_is_sent_in_ascii():
    address = Address.parse("https://cổng.example/nhận tin?q=thi đua".replace(" ", "-"))
    assert address.authority == "xn--cng-qmz.example"
    assert address.target == "/nh%E1%BA%ADn-tin?q=thi-%C4%91ua"


@pytest.mark.parametrize("numbers", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["169.254.169.254"]])
def test_a_name_that_leads_inside_is_refused_even_if_only_one_of_its_numbers_does(names, numbers):
    names[0]["cong.example"] = numbers
    with pytest.raises(Refused, match="mạng nội bộ"):
        resolve(Address.parse("https://cong.example/"))


@pytest.mark.parametrize(
    "host", ["127.1", "2130706433", "0x7f.1", "0177.0.0.1", "localhost", "[::1]"]
)
def test_no_spelling_of_this_machine_gets_through(host):
    answer = post(f"https://{host}:8443/", {}, BODY)
    assert answer.status is None
    assert "mạng nội bộ" in answer.error


@pytest.fixture
def inner_service():
    """Something on 127.0.0.1:8443 that must not be asked; counts who connects."""
    visits = []
    with socket.create_server(("127.0.0.1", 8443)) as server:
        server.settimeout(0.05)
        over = threading.Event()

        def accept():
            while not over.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                visits.append(connection.recv(100))
                connection.close()

        thread = threading.Thread(target=accept)
        thread.start()
        yield visits
        over.set()
        thread.join()


@pytest.mark.django_db
def test_a_name_that_led_outside_when_it_was_saved_is_looked_at_again(names, inner_service):
    names[0]["cong.example"] = ["8.8.8.8"]
    webhook = Webhook(portal=Portal.objects.create(name="Cổng"), url="https://cong.example:8443/")
    webhook.full_clean()
    names[0]["cong.example"] = ["127.0.0.1"]

    answer = post(webhook.url, {}, BODY)

    time.sleep(0.1)
    assert "mạng nội bộ" in answer.error
    assert inner_service == []


@pytest.mark.usefixtures("loopback")
def test_a_name_that_changes_after_it_was_looked_at_changes_nothing(names, monkeypatch):
    """The number that was checked is the number that is called."""
    with receiving() as receiver, receiving(host="127.0.0.2") as other:
        names[0]["cong.example"] = ["127.0.0.1"]
        known = socket.getaddrinfo

        def getaddrinfo(host, *args, **kwargs):
            found = known(host, *args, **kwargs)
            names[0]["cong.example"] = ["127.0.0.2"]
            return found

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        answer = post(f"http://cong.example:{receiver.server_port}/", {}, BODY)
    assert answer.is_success
    assert names[1] == ["cong.example"]
    assert other.taken == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://cong.example/", "Không tìm thấy máy chủ cong.example."),
        ("https://10.0.0.1/", "Địa chỉ dẫn vào mạng nội bộ (10.0.0.1), không phải ra Internet."),
        ("http://cong.example/", "Địa chỉ phải bắt đầu bằng https://."),
    ],
)
def test_a_wrong_address_is_told_when_it_is_saved(names, url, words):
    names[0]["10.0.0.1"] = ["10.0.0.1"]
    with pytest.raises(ValidationError) as caught:
        Webhook(portal=Portal.objects.create(name="Cổng"), url=url).full_clean()
    assert caught.value.message_dict["url"] == [words]


# --- Signatures ------------------------------------------------------------------------------------


def test_the_schemes_own_library_accepts_what_we_sign():
    key = new_secret()
    headers = signed_headers([key], "msg_1", int(time.time()), BODY)
    assert standardwebhooks.Webhook(key).verify(BODY, headers) == {"tin": "Hội nghị"}


def test_while_the_secret_changes_both_are_accepted_and_a_third_is_not():
    old, new = new_secret(), new_secret()
    headers = signed_headers([new, old], "msg_1", int(time.time()), BODY)
    for key in (old, new):
        standardwebhooks.Webhook(key).verify(BODY, headers)
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        standardwebhooks.Webhook(new_secret()).verify(BODY, headers)


@pytest.mark.parametrize("changed", ["webhook-id", "webhook-timestamp", "body"])
def test_nothing_signed_can_be_changed(changed):
    key = new_secret()
    now = int(time.time())
    headers = signed_headers([key], "msg_1", now, BODY)
    forged = {"webhook-id": "msg_2", "webhook-timestamp": str(now - 1)}
    headers |= {name: value for name, value in forged.items() if name == changed}
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        standardwebhooks.Webhook(key).verify(BODY + b" " * (changed == "body"), headers)
