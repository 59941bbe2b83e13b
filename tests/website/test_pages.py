"""Every kind of page: it answers, has one title, and obeys the strict content policy."""

import datetime
import re
from itertools import pairwise

import pytest

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.factories import ArticlePageFactory, PhotoFactory, gallery_block, photo_block
from people.factories import ClusterFactory, OrganisationFactory, PersonFactory, PostFactory
from website.factories import StandardPageFactory

pytestmark = pytest.mark.django_db

TABLE = {
    "columns": [
        {"type": "text", "heading": "Xã"},
        {"type": "number", "heading": "Hồ sơ"},
    ],
    "rows": [{"values": ["Nậm Khê", "1.204"]}],
    "caption": "",
}


@pytest.fixture
def addresses(site_tree) -> list[str]:
    photo = PhotoFactory()
    person = PersonFactory(full_name="Đặng Hữu Thưởng")
    office = OrganisationFactory()
    PostFactory(person=person, organisation=office, start=datetime.date(2021, 5, 1))
    PostFactory(
        person=person,
        organisation=office,
        start=datetime.date(2018, 5, 1),
        end=datetime.date(2021, 4, 30),
    )
    cluster = ClusterFactory()
    body = [
        photo_block(photo),
        photo_block(None, caption="Ảnh cũ"),
        gallery_block(photo, photo, title="Bộ ảnh"),
        ("heading", "Kết quả"),
        ("paragraph", "<p>Đoạn <b>văn</b>.</p><ul><li>Một</li></ul>"),
        ("list", {"ordered": True, "items": ["<p>Một</p>"]}),
        ("speech", {"words": "Xin cảm ơn.", "speaker_person": person, "speaker_posts": "Giám đốc"}),
        ("table", {"caption": "Bảng", "table": TABLE, "source": "Sở Nội vụ"}),
        ("awards", {"title": "Khen thưởng trong bài"}),
    ]
    articles = [
        ArticlePageFactory(parent=site_tree.emulation, title=f"Tin số {n}", body=body)
        for n in range(3)
    ]
    grants = [
        AwardGrantFactory(person=person, articles=articles[:1]),
        AwardGrantFactory(to_unnamed=True, articles=articles[:1]),
        AwardGrantFactory(to_household=True, revoked=True),
    ]
    pages = [
        site_tree.home,
        site_tree.news,
        site_tree.emulation,
        site_tree.structure,
        site_tree.awards,
        articles[0],
        AwardAnnouncementPageFactory(parent=site_tree.awards, more_grants=grants, body=body[:1]),
        AwardAnnouncementPageFactory(parent=site_tree.awards, decision=None, title="Trống"),
        ConsultationPageFactory(parent=site_tree.awards, opens_on=datetime.date.today()),
        ConsultationPageFactory(
            parent=site_tree.awards, title="Cũ", opens_on=datetime.date(2024, 3, 4)
        ),
        StandardPageFactory(parent=site_tree.home, title="Giới thiệu", body=body),
    ]
    return [
        *(page.url for page in pages),
        "/khen-thuong/?year=2023&title=BK_BNT",
        "/khen-thuong/?year=abc&title=%00",
        "/nhan-su/",
        person.get_absolute_url(),
        person.get_absolute_url() + "?ngay=30/02/2024",
        office.get_absolute_url(),
        cluster.get_absolute_url(),
        "/tim-kiem/",
        "/nhung/",
    ]


def test_every_page_answers_with_one_title_and_headings_in_order(client, addresses):
    for address in addresses:
        answer = client.get(address)
        html = answer.content.decode()
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", without_frame(html))]
        assert answer.status_code == 200, address
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
