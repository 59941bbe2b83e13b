"""An article that shows everything an article can, and a client that speaks to the API."""

import datetime
import uuid
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection, Locale

from news.awards.models import AwardGrant, AwardTitle
from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.models import ArticlePage, Photo
from news.models.articles import (
    ArticleByline,
    ArticleCorrection,
    ArticleOrganisation,
    ArticleParticipant,
)
from news.pageviews.models import ViewTotal
from news.syndication.objects.renditions import make_renditions
from people.factories import OrganisationFactory, PersonFactory
from people.models import Province
from website import byte_path

DOCUMENT = b"%PDF-1.4 "
MORNING = datetime.datetime(2024, 3, 1, 1, 30, tzinfo=datetime.UTC)


def known(number: int) -> uuid.UUID:
    """A UUID that is the same in every run."""
    return uuid.UUID(int=number)


def ready(photo: Photo) -> Photo:
    """The photo with its sizes made, as the worker does after the article is published."""
    make_renditions(photo)
    return photo


def for_the_worker(tasks: Sequence[Callable[[], object]]) -> list[Callable[[], object]]:
    """What a commit asks for, but for what keeps the pages in memory new: nobody waits for that."""
    keeping = f"{byte_path.__name__}."
    return [task for task in tasks if not getattr(task, "__module__", "").startswith(keeping)]


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    """Files get the names they ask for, and are gone with the test, and so is every memory of them."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def take_only():
    """Narrow what a portal takes, as its form does."""

    def narrow(portal, **chosen) -> None:
        for name, rows in chosen.items():
            getattr(portal, name).set(rows)
            setattr(portal, f"takes_all_{name}", False)
        portal.save()

    return narrow


@pytest.fixture
def api(client):
    """GET /api/v1/… as a portal would, the answer read as JSON."""
    return Portal(client)


class Portal:
    def __init__(self, client: Client) -> None:
        self.client = client

    def get(self, path: str, status: int = 200, **parameters):
        response = self.client.get(f"/api/v1/{path}", parameters)
        assert response.status_code == status, response.content.decode()
        return response.json()

    def titles(self, **parameters) -> list[str]:
        return [item["title"] for item in self.get("articles/", **parameters)["items"]]


@pytest.fixture
def bac_kan(db) -> Province:
    return Province.objects.get(key="vn63-bac-kan")


@pytest.fixture
def photo(db):
    return ready(PhotoFactory(file__width=800, file__height=500, caption="Quang cảnh Hội nghị"))


@pytest.fixture
def pdf(db):
    return get_document_model().objects.create(
        title="Quyết định khen thưởng",
        file=ContentFile(DOCUMENT, name="quyet-dinh.pdf"),
        file_size=len(DOCUMENT),
        collection=Collection.get_first_root_node(),
    )


@pytest.fixture
def everything(site_tree, bac_kan, photo, pdf) -> ArticlePage:
    """One published article with something in every field of the contract."""
    department = OrganisationFactory(name="Sở Nội vụ tỉnh Bắc Kạn", uuid=known(2))
    speaker = PersonFactory(honorific="ông", full_name="Đỗ Hữu Ước", uuid=known(3))
    grant = AwardGrant.objects.create(
        uuid=known(4),
        title=AwardTitle.objects.get(code="CO_BNT"),
        title_as_printed="Cờ thi đua của Bộ Nội vụ",
        decider_text="Bộ trưởng Bộ Nội vụ",
        recipient_kind="organisation",
        organisation=department,
        year=2023,
    )
    link = f'<a linktype="page" id="{site_tree.emulation.pk}">chuyên mục</a>'
    with time_machine.travel(MORNING, tick=False):
        article = ArticlePageFactory(
            parent=site_tree.emulation,
            translation_key=known(1),
            title="Hội nghị ký kết giao ước thi đua năm 2024 tại Bắc Kạn",
            lead="Chiều 29/02/2024, bảy Sở Nội vụ ký kết giao ước thi đua.",
            body=[
                ("paragraph", f"<p>Xem thêm ở {link}.</p>"),
                ("heading", "Kết quả năm 2023"),
                (
                    "list",
                    {"ordered": False, "items": ["Đúng hạn <b>98%</b>", "Không có khiếu nại"]},
                ),
                (
                    "speech",
                    {
                        "words": "Thi đua là yêu nước.",
                        "speaker_person": speaker,
                        "speaker_name": "Ông Đỗ Hữu Ước",
                        "speaker_posts": "Chánh Văn phòng Bộ Nội vụ",
                    },
                ),
                photo_block(photo, moment="handing_over", grants=[grant]),
                ("gallery", {"title": "Ảnh khác", "photos": [LOST_PHOTO, LOST_PHOTO]}),
                ("table", {"caption": "Chỉ tiêu", "table": TABLE, "source": "Văn phòng Sở"}),
                ("document", {"document": pdf, "title": ""}),
                ("awards", {"title": "Khen thưởng trong bài"}),
            ],
            byline=[ArticleByline(name="Trần Phương", unit="Văn phòng Sở")],
            participants=[
                ArticleParticipant(
                    person=speaker,
                    honorific="ông",
                    name="Đỗ Hữu Ước",
                    posts="Phó Chủ tịch Hội đồng Thi đua\nChánh Văn phòng Bộ Nội vụ",
                    role="spoke",
                )
            ],
            organisation_rows=[ArticleOrganisation(organisation=department, role="host")],
            corrections=[
                ArticleCorrection(on=datetime.date(2024, 3, 2), note="Đã in nhầm ngày họp.")
            ],
            other_sections=[site_tree.structure],
            topics=[TopicFactory(name="Cụm thi đua")],
            event_date=datetime.date(2024, 2, 29),
            event_part_of_day="afternoon",
            event_province=bac_kan,
            event_place="Hội trường Sở Nội vụ",
            provinces=[bac_kan],
            source_name="Báo Nội vụ",
            source_url="https://bao.example.vn/1",
            external_id="BK-2024-17",
        )
        article.tags.add("giao ước", "Bắc Kạn")
        article.save()
    grant.articles.add(article)
    ViewTotal.objects.create(article=article.translation_key, legacy=33)
    return article


LOST_PHOTO: dict[str, Any] = {
    "image": None,
    "caption": "Các đơn vị ký kết",
    "moment": "signing",
    "grants": [],
}
TABLE = {
    "columns": [{"type": "text", "heading": "Đơn vị"}, {"type": "number", "heading": "Điểm"}],
    "rows": [{"values": ["Sở Nội vụ", "98"]}],
    "caption": "",
}


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]
