"""A site full of texts to be searched: each stands for one way people write or ask."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.models import Page

from news.awards.factories import AwardGrantFactory
from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import ArticlePage
from news.models.articles import ArticleOrganisation, ArticleParticipant
from people.factories import OrganisationFactory, PersonFactory
from people.models import Organisation, OrganisationName, Person, Province
from search import outbox
from tests.site_tree import SiteTree, plant_site_tree
from website.factories import StandardPageFactory

from .engines import Engine

MANY = 230  # more than are ranked, and 46 pages of five


@dataclass(frozen=True)
class Library:
    engine: Engine
    site: SiteTree
    sua: Person
    department: Organisation


def noon(year: int, month: int, day: int) -> datetime.datetime:
    return datetime.datetime(year, month, day, 5, tzinfo=datetime.UTC)


def fill_library(engine: Engine) -> Library:
    site = plant_site_tree()
    sua = PersonFactory(full_name="Giàng Thị Súa")
    department = OrganisationFactory(name="Sở Nội vụ tỉnh Thái Nguyên")
    OrganisationName.objects.create(organisation=department, name="Ban Tổ chức chính quyền tỉnh")
    _write_articles(site, sua, department)
    _write_awards(site, sua)
    write_many(
        site.structure,
        [f"Phiếu rà soát định mức số {number}" for number in range(MANY)],
        lead="Các đơn vị gửi phiếu rà soát định mức trước kỳ họp.",
    )
    get_document_model().objects.create(title="Biểu mẫu kê khai thành tích", file="bieu-mau.pdf")
    PhotoFactory(title="Lễ phát động", caption="Toàn cảnh buổi lễ tại sân vận động huyện Ba Bể")
    PhotoFactory(title="Bàn làm việc", caption="Phòng tiếp dân")
    engine.write()
    return Library(engine, site, sua, department)


def _write_articles(site: SiteTree, sua: Person, department: Organisation) -> None:
    def article(title: str, lead: str, **fields: Any) -> ArticlePage:
        fields = {"parent": site.emulation, "body": (), **fields}
        return ArticlePageFactory(title=title, lead=lead, **fields)

    article(
        "Khen thưởng điển hình tiên tiến vùng cao",
        "Mười tập thể được biểu dương tại nhà văn hoá xã Khang Ninh.",
        published_at=noon(2023, 3, 8),
    )
    # Look-alikes: one syllable, three tones.
    article("Bàn cách giữ rừng đầu nguồn", "Già làng cùng kiểm lâm trao đổi.")
    article("Bán đấu giá trụ sở cũ", "Phiên đấu giá mở lúc tám giờ.")
    article("Ban giám khảo làm quen thể lệ", "Hội thi khai mạc cuối tuần.")
    article(
        "Cấp nước sạch cho bản vùng sâu",
        "Nước về tới từng bếp, bà con thôn Hoà Bình thôi gánh suối.",
    )
    article(
        "Ký kết giao ước thi đua giữa các huyện",
        "Trưởng các đoàn bắt tay sau khi ký kết giao ước.",
        published_at=noon(2024, 2, 29),
        event_date=datetime.date(2024, 2, 28),
    )
    article(
        "Tập huấn nghiệp vụ văn thư",
        "Lớp học nhắc lại chuyện giao nộp hồ sơ; các xã ước định lịch thi nghiệp vụ, đua tiến độ.",
        published_at=noon(2022, 6, 1),
    )
    article(
        "Số hoá tài liệu lưu trữ lịch sử",
        "Kho lưu trữ chuyển bản giấy thành bản số.",
        published_at=noon(2025, 8, 15),
    )
    article(
        "Trả lời cử tri về đường liên thôn",
        "Kho tàng tư liệu quý; việc số hoá tài liệu lưu trữ lịch sử cũng được hỏi tới.",
    )
    # Abbreviations: the known ones, and one a text explains itself.
    article("UBND xã Yến Dương công khai thủ tục", "Bảng niêm yết đặt ở sảnh.")
    article("Uỷ ban nhân dân huyện Na Rì họp phiên thường kỳ", "Phiên họp bàn việc thu chi.")
    article(
        "Hợp tác xã miến dong bầu người điều hành",
        "Hội đồng điều phối thổ cẩm (HĐĐPTC) gồm năm người, làm việc theo nhiệm kỳ.",
    )
    article("HĐĐPTC chọn mẫu khung dệt", "Ba mẫu được đưa ra so sánh.")
    # Numbers and days, each written one way.
    article(
        "Công bố quy định mới về tiền thưởng",
        "Thực hiện Nghị định số 98/2023/NĐ-CP, các mức thưởng thay đổi.",
    )
    article(
        "Kiện toàn tổ giúp việc",
        "Căn cứ Quyết định số 1147/QĐ-UBND ngày 06/12/2024 của Chủ tịch tỉnh.",
    )
    article(
        "Đoàn kiểm tra đến Chợ Đồn",
        "Ngày 15 tháng 2 năm 2024, đoàn làm việc với ba xã.",
        published_at=noon(2024, 2, 16),
    )
    article("Người giữ con dấu", "Ông vào nghề văn thư năm 1979 với chiếc máy chữ cũ.")
    # Provinces and bodies that bear other names today.
    article(
        "Bắc Kạn tổng kết mùa vụ",
        "Năng suất tăng ở cả tám đơn vị.",
        published_at=noon(2024, 11, 2),
        provinces=[Province.objects.get(key="vn63-bac-kan")],
        organisation_rows=[ArticleOrganisation(organisation=department)],
    )
    article(
        "Thái Nguyên mở hội trà",
        "Hội trà kéo dài ba ngày.",
        published_at=noon(2025, 10, 4),
        provinces=[Province.objects.get(key="vn34-thai-nguyen")],
        participants=[ArticleParticipant(person=sua, name="Giàng Thị Súa")],
    )
    article(
        "Ban Tổ chức chính quyền tỉnh ngày đầu",
        "Những người đi trước kể lại.",
        published_at=noon(1998, 5, 19),
    )
    article(
        "Sở Nội vụ tỉnh Thái Nguyên tiếp công dân",
        "Lịch tiếp dân được niêm yết.",
        other_sections=[site.structure],
        published_at=noon(2025, 9, 2),
        organisation_rows=[ArticleOrganisation(organisation=department)],
    )
    article(
        "Hội xuân Ba Bể",
        "Ngày hội của đồng bào.",
        body=[
            ("paragraph", "<p>Lễ <b>tung còn</b> mở đầu &amp; kết thúc ngày hội.</p>"),
            photo_block(caption="Thiếu nữ Tày múa bát bên hồ"),
        ],
    )
    StandardPageFactory(parent=site.home, title="Giao ước thi đua là việc chung", body=())
    # As many of one kind as make an answer of its own, for counting.
    sections = [site.emulation] * 6 + [site.structure] * 4
    years = [2022, 2023, *[2024] * 8]
    for number, (parent, year) in enumerate(zip(sections, years, strict=True), start=1):
        article(
            f"Phiên chợ vùng cao lần thứ {number}",
            "Chợ họp từ tinh mơ.",
            parent=parent,
            published_at=noon(year, 4, 5),
            other_sections=[site.structure] if year == 2022 else [],
        )
    StandardPageFactory(parent=site.home, title="Phiên chợ vùng cao là nét đẹp", body=())


def _write_awards(site: SiteTree, sua: Person) -> None:
    fields = {"parent": site.emulation, "lead": "Buổi trao diễn ra giản dị.", "body": ()}
    told = ArticlePageFactory(title="Buổi lễ cuối năm", published_at=noon(2023, 12, 28), **fields)
    waiting = ArticlePageFactory(title="Buổi lễ đầu năm", published_at=noon(2024, 1, 9), **fields)
    AwardGrantFactory(
        to_household=True, code="GDVH", recipient_name="Hộ bà Ma Thị Páo", articles=[told]
    )
    AwardGrantFactory(
        proposed=True,
        code="NGUT",
        recipient_name="Lường Văn Khoẻ",
        articles=[waiting],
    )


def write_many(parent: Page, titles: Sequence[str], lead: str = "") -> list[int]:
    """Published articles without revisions, many at once; each a day older than the one before."""
    parent = Page.objects.get(pk=parent.pk)
    start = noon(2021, 12, 31)
    kind = ContentType.objects.get_for_model(ArticlePage)
    pages = Page.objects.bulk_create(
        Page(
            title=title,
            draft_title=title,
            slug=f"nhieu-{number}",
            path=Page._get_path(parent.path, parent.depth + 1, parent.numchild + number + 1),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}nhieu-{number}/",
            content_type=kind,
            locale_id=parent.locale_id,
            live=True,
            first_published_at=start,
        )
        for number, title in enumerate(titles)
    )
    for number, page in enumerate(pages):
        article = ArticlePage(page_ptr=page, lead=lead, body=[])
        article.published_at = start - datetime.timedelta(days=number)
        article.save_base(raw=True)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    keys = [page.pk for page in pages]
    outbox.remember_all(ArticlePage, keys)
    return keys
