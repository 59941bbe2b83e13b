"""A small site that has one page of every kind."""

import datetime

import pytest
from wagtail.models import Locale

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.factories import (
    ArticlePageFactory,
    PhotoFactory,
    SectionPageFactory,
    TopicFactory,
    gallery_block,
    photo_block,
)
from news.models import ArticleCorrection, ArticleOrganisation, ArticleParticipant
from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from search.outbox import write_what_is_due
from website.factories import StandardPageFactory
from website.models import SiteSettings

# As long as the longest the department printed: 107 letters.
LONG_TITLE = (
    "Hội nghị triển khai nhiệm vụ công tác năm 2024 Cụm thi đua Sở Nội vụ các tỉnh"
    " Trung du và Miền núi phía Bắc"
)
LONG_NAME = (
    "Trung tâm Dịch vụ việc làm và Giáo dục nghề nghiệp – Giáo dục thường xuyên"
    " khu vực miền núi phía Bắc trực thuộc Sở Nội vụ"
)
TABLE = {
    "columns": [
        {"type": "text", "heading": "Xã"},
        {"type": "number", "heading": "Hồ sơ"},
        {"type": "text", "heading": "Điện thoại"},
    ],
    "rows": [{"values": ["Nậm Khê", "1.204", "0200 3 555 011"]}],
    "caption": "",
}


@pytest.fixture
def every_page(site_tree) -> dict[str, str]:
    """Addresses by what is there. All of them answer 200 but "lost" and "gone"."""
    department = SiteSettings.for_site(site_tree.site)
    department.province_line = "Tỉnh Bà Rịa – Vũng Tàu"
    department.save()
    photo = PhotoFactory(file__width=900, file__height=600)
    other = PhotoFactory(file__width=600, file__height=900, caption="Đại biểu dự", photographer="")
    person = PersonFactory(full_name="Đặng Hữu Thưởng", phone="0200 3 555 011", portrait=other)
    office = OrganisationFactory(
        name=LONG_NAME,
        address="số 1, đường Lê Lai",
        parent=OrganisationFactory(name="Sở Nội vụ tỉnh Bà Rịa – Vũng Tàu"),
    )
    PostFactory(person=person, organisation=office, start=datetime.date(2021, 5, 1))
    PostFactory(
        person=person,
        organisation=office,
        start=datetime.date(2018, 5, 1),
        end=datetime.date(2021, 4, 30),
    )
    cluster = ClusterFactory()
    ClusterMembershipFactory(cluster=cluster, organisation=office)
    ClusterYearFactory(cluster=cluster, year=2024, head=office)
    topic = TopicFactory(name="Sắp xếp đơn vị hành chính", description="Từ 63 còn 34 tỉnh.")
    body = [
        photo_block(photo),
        photo_block(None, caption="Ảnh cũ"),
        gallery_block(photo, other, title="Bộ ảnh"),
        ("heading", "Kết quả"),
        ("paragraph", "<p>Đoạn <b>văn</b> có <a href='https://vi.example/'>liên kết</a>.</p>"),
        ("list", {"ordered": True, "items": ["<p>Một</p>"]}),
        ("speech", {"words": "Xin cảm ơn.", "speaker_person": person, "speaker_posts": "Giám đốc"}),
        ("table", {"caption": "Bảng", "table": TABLE, "source": "Sở Nội vụ"}),
        ("awards", {"title": "Khen thưởng trong bài"}),
        photo_block(other),
    ]
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        title=LONG_TITLE,
        body=body,
        topics=[topic],
        clusters=[cluster],
        event_date=datetime.date(2024, 2, 29),
        event_part_of_day="afternoon",
        event_place="Hội trường Sở Nội vụ",
        participants=[ArticleParticipant(person=person, name=person.full_name, posts="Giám đốc")],
        organisation_rows=[ArticleOrganisation(organisation=office)],
        corrections=[
            ArticleCorrection(
                on=datetime.date(2024, 3, 2), note="In nhầm ngày.", changes_a_fact=True
            )
        ],
    )
    bare = ArticlePageFactory(parent=site_tree.structure, title="Ngắn", lead="", body=[])
    for _ in range(2):
        ArticlePageFactory(parent=site_tree.emulation, body=body[:1])
    grants = [
        AwardGrantFactory(person=person, articles=[article], year_to=2024),
        AwardGrantFactory(to_unnamed=True, articles=[article]),
        AwardGrantFactory(to_household=True, revoked=True),
    ]
    gone = ArticlePageFactory(parent=site_tree.emulation, title="Đã rút")
    gone.unpublish()
    english = Locale.objects.get(language_code="en")
    site_tree.home.copy_for_translation(english).save_revision().publish()
    translated = article.copy_for_translation(english, copy_parents=True)
    for above in translated.get_ancestors().filter(locale=english, live=False):
        above.specific.save_revision().publish()
    translated.save_revision().publish()
    pages = {
        "home": site_tree.home,
        "news": site_tree.news,
        "section": site_tree.emulation,
        "empty section": SectionPageFactory(parent=site_tree.news, title="Chưa có tin"),
        "register": site_tree.awards,
        "article": article,
        "short article": bare,
        "article in English": translated,
        "home in English": site_tree.home.get_translation(english),
        "announcement": AwardAnnouncementPageFactory(
            parent=site_tree.awards,
            more_grants=grants,
            body=body[:1],
            decision__number="1987/QĐ-UBND",
        ),
        "empty announcement": AwardAnnouncementPageFactory(
            parent=site_tree.awards, decision=None, title="Trống"
        ),
        "open consultation": ConsultationPageFactory(
            parent=site_tree.awards, opens_on=datetime.date.today()
        ),
        "closed consultation": ConsultationPageFactory(
            parent=site_tree.awards, title="Cũ", opens_on=datetime.date(2024, 3, 4)
        ),
        "plain page": StandardPageFactory(parent=site_tree.home, title="Giới thiệu", body=body),
    }
    write_what_is_due()
    return {name: page.url for name, page in pages.items()} | {
        "narrowed register": "/khen-thuong/?year=2023&title=BK_BNT&kind=person&q=thuong",
        "register of an article": f"/khen-thuong/?source={article.translation_key}",
        "register of nothing": "/khen-thuong/?year=1999",
        "register of nonsense": "/khen-thuong/?year=abc&title=%00",
        "directory": "/nhan-su/",
        "person": person.get_absolute_url(),
        "person on no day": person.get_absolute_url() + "?ngay=30/02/2024",
        "person in English": "/en" + person.get_absolute_url(),
        "organisation": office.get_absolute_url(),
        "cluster": cluster.get_absolute_url(),
        "search": "/tim-kiem/",
        "found": "/tim-kiem/?q=hội+nghị",
        "found nothing": "/tim-kiem/?q=zzzz+qqqq",
        "topics": "/chu-de/",
        "topic": f"/chu-de/{topic.slug}/",
        "photo stories": "/chuyen-bang-anh/",
        "site map": "/so-do-trang/",
        "feedback": "/gop-y/",
        "readers": "/luot-xem/",
        "embedding": "/nhung/",
        "API": "/api/v1/docs",
        "lost": "/tin-tuc/khong-co-trang-nay/",
        "gone": gone.url,
    }
