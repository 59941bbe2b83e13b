"""The admin says whose it is, in the website's colours and letters."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from website.models import SiteSettings

pytestmark = pytest.mark.once

STYLE = "website/admin/admin.css"


@pytest.fixture
def _named(site_tree):
    SiteSettings.objects.create(
        site=site_tree.site, department_name="Sở Nội vụ", province_line="Tỉnh Lam Giang"
    )


@pytest.mark.usefixtures("_named")
def test_who_signs_in_sees_where(client):
    screen = client.get(reverse("wagtailadmin_login")).content.decode()

    assert "Sở Nội vụ tỉnh Lam Giang" in screen
    assert "<title>Đăng nhập - Cổng Nội vụ</title>" in " ".join(screen.split())
    assert "Wagtail" not in screen.partition("<main")[2].partition("</main>")[0]


@pytest.mark.usefixtures("_named")
def test_every_screen_bears_the_name(client, minh):
    client.force_login(minh)
    screen = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Sở Nội vụ tỉnh Lam Giang" in screen
    assert "- Cổng Nội vụ</title>" in screen
    assert STYLE in screen


def test_the_files_its_style_names_are_there():
    style = Path(finders.find(STYLE))
    fonts = {line.split('"')[1] for line in style.read_text().splitlines() if "url(" in line}

    assert len(fonts) == 4
    assert all((style.parent / font).exists() for font in fonts)
