"""Every kind of page: it answers, has one title, and obeys the strict content policy."""

import re
from itertools import pairwise

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NOT_THERE = {"lost": 404, "gone": 410}


@pytest.fixture
def addresses(every_page) -> list[str]:
    return list(every_page.values())


def test_every_page_answers_with_one_title_and_headings_in_order(client, every_page):
    for name, address in every_page.items():
        answer = client.get(address)
        html = answer.content.decode()
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", without_frame(html))]
        assert answer.status_code == NOT_THERE.get(name, 200), address
        assert levels.count(1) == 1, address
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_no_page_carries_inline_styles_or_scripts(client, addresses):
    for address in addresses:
        html = client.get(address).content.decode()
        # A block of data is no script: browsers read it past every policy.
        html = re.sub(r'<script type="application/ld\+json">.*?</script>', "", html)
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", html), address


def test_every_picture_says_its_size_and_what_is_seen(client, addresses):
    for address in addresses:
        for picture in re.findall(r"<img[^>]*>", client.get(address).content.decode()):
            assert re.search(r'\balt="', picture), (address, picture)
            assert re.search(r'\bwidth="\d+"', picture), (address, picture)
            assert re.search(r'\bheight="\d+"', picture), (address, picture)


def test_no_id_stands_twice_on_a_page(client, addresses):
    for address in addresses:
        ids = re.findall(r'\sid="([^"]+)"', client.get(address).content.decode())
        assert len(ids) == len(set(ids)), address


def without_frame(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]
