"""Accounts are called as Vietnamese are, and those without a name can be worked with."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin.utils import get_user_display_name

from website.demo import logins

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ACCOUNT = reverse("wagtailadmin_account")


def save_account(client, **changes) -> str:
    """What is said after the form was sent as it came, but for some fields."""
    panels = client.get(ACCOUNT).context["panels_by_tab"].values()
    forms = [panel.get_form() for several in panels for panel in several]
    shown = {field.html_name: field.value() or "" for form in forms for field in form}
    return client.post(ACCOUNT, shown | changes, follow=True).content.decode()


def test_the_family_name_comes_first(minh):
    assert get_user_display_name(minh) == "Đặng Đức Minh"


def test_who_saved_an_earlier_version_is_called_by_the_whole_name(minh):
    said = render_to_string("wagtailadmin/shared/user_avatar.html", {"user": minh})
    assert "Đặng Đức Minh" in said


def test_an_account_without_any_name_can_be_saved(client, django_user_model):
    user = django_user_model.objects.create_superuser("quantri", password="đổi giao diện")
    client.force_login(user)

    assert "Đã lưu các thay đổi" in save_account(client, **{"theme-theme": "dark"})

    user.refresh_from_db()
    assert user.wagtail_userprofile.theme == "dark"
    assert get_user_display_name(user) == "quantri"


def test_a_name_is_asked_for_in_the_order_it_is_said(client, minh):
    client.force_login(minh)
    screen = client.get(ACCOUNT).content.decode()
    assert screen.index("Họ và tên đệm") < screen.index('name="name_email-first_name"')


def test_the_demo_accounts_have_whole_names(db, settings, tmp_path, django_user_model):
    settings.DATA_DIR = tmp_path
    logins.create_logins()
    names = [user.get_full_name() for user in django_user_model.objects.order_by("pk")]
    assert names == ["Hà Thị Lan", "Bế Thu Hương", "Đặng Đức Minh", "Lý Quốc Bảo"]
