"""A decision, and Lan who brings in its annex."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.awards.factories import AwardDecisionFactory


@pytest.fixture
def decision():
    return AwardDecisionFactory(number="214/QĐ-UBND", decided_on=datetime.date(2024, 2, 20))


@pytest.fixture
def read(client, lan, site_tree, decision):
    """Send a file as Lan; the screen that answers."""
    client.force_login(lan)

    def send(content, name="danh-sach.xlsx", **fields):
        content = content.encode() if isinstance(content, str) else content
        fields = {"decision": decision.pk, "status": "confirmed"} | fields
        file = SimpleUploadedFile(name, content)
        answer = client.post(reverse("awards_import"), {**fields, "file": file})
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return send


@pytest.fixture
def bring_in(client, read):
    """Send a file and say yes; what is told then."""

    def say_yes(content, **fields):
        screen = read(content, **fields)
        packed = screen.select_one("input[name=list]")["value"]
        answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)
        assert len(answer.redirect_chain) == 1
        return (
            BeautifulSoup(answer.content, "html.parser").select_one(".messages").get_text(" ", True)
        )

    return say_yes
