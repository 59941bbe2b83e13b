"""Wherever a reader is told a telephone number or an e-mail address, it can be pressed."""

import datetime

import pytest

from news.awards.factories import ConsultationPageFactory
from people.factories import OrganisationFactory, PersonFactory
from website.factories import StandardPageFactory
from website.models import SiteSettings

pytestmark = [pytest.mark.django_db, pytest.mark.once]

CALL = '<a class="unbroken" href="tel:02003555011">0200 3 555 011</a>'
WRITE = '<a href="mailto:van.phong@lg.example">van<wbr>.phong@<wbr>lg<wbr>.example</a>'
NUMBER, ADDRESS = "0200 3 555 011", "van.phong@lg.example"


def page(client, address: str) -> str:
    html = client.get(address).content.decode()
    return html[html.index("<main") : html.index("</main>")]


def test_of_a_person_and_an_organisation(client, site_tree):
    for thing in (
        PersonFactory(phone=NUMBER, email=ADDRESS),
        OrganisationFactory(phone=NUMBER, email=ADDRESS),
    ):
        html = page(client, thing.get_absolute_url())
        assert CALL in html
        assert WRITE in html


def test_of_a_consultation(client, site_tree):
    consultation = ConsultationPageFactory(
        parent=site_tree.awards,
        opens_on=datetime.date.today(),
        comments_phone=NUMBER,
        comments_email=ADDRESS,
    )
    html = page(client, consultation.url)
    assert CALL in html
    assert WRITE in html


def test_in_tables_and_running_text(client, site_tree):
    table = {
        "columns": [{"type": "text", "heading": each} for each in ("Nơi", "Gọi", "Viết")],
        "rows": [{"values": ["Văn phòng <b>", NUMBER, ADDRESS]}],
        "caption": "",
    }
    body = [
        ("table", {"caption": "", "table": table, "source": ""}),
        ("paragraph", f"<p>Xin gọi {NUMBER} hoặc viết về {ADDRESS}.</p>"),
        ("list", {"ordered": False, "items": [f"<p>{NUMBER}</p>"]}),
    ]
    html = page(client, StandardPageFactory(parent=site_tree.home, body=body).url)
    assert html.count(CALL) == 3
    assert html.count(WRITE) == 2
    assert "Văn phòng &lt;b&gt;" in html


def test_of_the_department(client, site_tree):
    department = SiteSettings.for_site(site_tree.site)
    department.phone, department.email = NUMBER, ADDRESS
    department.save()
    html = client.get("/gop-y/").content.decode()
    assert html.count(CALL) == html.count(WRITE) == 2
