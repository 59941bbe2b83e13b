"""An admin with a host of its own is on no other."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def own_host(settings):
    settings.ADMIN_HOST = "quantri.example.vn"
    settings.ALLOWED_HOSTS = ["sonoivu.example.vn", "quantri.example.vn"]


@pytest.mark.parametrize("host", ["quantri.example.vn", "quantri.example.vn:8000"])
def test_the_admin_answers_on_its_own_host(client, host):
    assert client.get("/admin/login/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/pages/"])
def test_on_the_public_host_there_is_no_admin(client, path):
    assert client.get(path, headers={"host": "sonoivu.example.vn"}).status_code == 404


def test_readers_notice_nothing(client):
    assert client.get("/tin-tuc/", headers={"host": "sonoivu.example.vn"}).status_code == 200


def test_without_the_setting_the_admin_is_everywhere(client, settings):
    settings.ADMIN_HOST = ""
    assert client.get("/admin/login/", headers={"host": "sonoivu.example.vn"}).status_code == 200
