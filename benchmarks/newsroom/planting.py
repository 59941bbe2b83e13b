"""What a newsroom starts with, and how its texts come into being."""

import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection

from news.awards.factories import AwardDecisionFactory, AwardGrantFactory
from news.factories import (
    ArticlePageFactory,
    PhotoFactory,
    SectionPageFactory,
    TopicFactory,
    gallery_block,
    photo_block,
)
from news.models import ArticlePage, NewsIndexPage, Photo, SectionPage, Topic
from news.models.articles import (
    ArticleByline,
    ArticleCorrection,
    ArticleOrganisation,
    ArticleParticipant,
    ArticleRelated,
)
from people.factories import OrganisationFactory, PersonFactory
from people.models import Organisation, Person, Province

from .room import Newsroom

TAGS = ("thi đua", "khen thưởng", "cải cách hành chính", "lưu trữ", "biên chế")


def plant() -> None:
    """Sections, and a few of everything that articles show."""
    for title in ("Thi đua", "Tổ chức bộ máy", "Văn thư, lưu trữ"):
        SectionPageFactory(parent=NewsIndexPage.objects.get(), title=title)
    root = Collection.get_first_root_node()
    for name in ("Ảnh sự kiện", "Tài liệu họp"):
        root.add_child(name=name).add_child(name=f"{name}, năm 2024")
    for _ in range(4):
        PhotoFactory(collection=Collection.objects.order_by("pk").last())
        PersonFactory()
        OrganisationFactory()
    for _ in range(3):
        new_document("Quyết định khen thưởng")
        TopicFactory()
        AwardGrantFactory(decision=AwardDecisionFactory())
    get_user_model().objects.create_superuser("quan-tri", "quan-tri@sonoivu.example.vn")


def administrator() -> Any:
    return get_user_model().objects.get(is_superuser=True)


def new_document(title: str) -> Any:
    return get_document_model().objects.create(
        title=title,
        file=ContentFile(b"%PDF-1.4 ", name="tai-lieu.pdf"),
        collection=Collection.get_first_root_node(),
    )


def new_article(room: Newsroom, *, published: bool) -> Any:
    room.needs_room_for_articles()
    return ArticlePageFactory(
        parent=room.place_for_an_article(),
        published=published,
        title=room.words("Tin"),
        lead=room.words("Sapo"),
        body=_body(room),
        byline=[ArticleByline(name="Trần Phương", unit="Văn phòng Sở")],
        participants=[
            ArticleParticipant(person=person, name=person.full_name)
            for person in room.some(Person.objects.order_by("pk"), 2)
        ],
        organisation_rows=[
            ArticleOrganisation(organisation=organisation)
            for organisation in room.some(Organisation.objects.order_by("pk"), 2)
        ],
        related=[
            ArticleRelated(page=article)
            for article in room.some(ArticlePage.objects.order_by("pk"), 2)
        ],
        corrections=[
            ArticleCorrection(on=datetime.date(2024, 3, 2), note=room.words("Đã in nhầm"))
            for _ in range(room.chance.randint(0, 1))
        ],
        other_sections=room.some(SectionPage.objects.order_by("pk"), 1),
        topics=room.some(Topic.objects.order_by("pk"), 2),
        tags=room.some(TAGS, 2),
        event_province=room.chance.choice([None, *Province.objects.order_by("pk")[:3]]),
    )


def _body(room: Newsroom) -> list[Any]:
    """One or two blocks that show something or link to something."""
    photos, documents = Photo.objects.order_by("pk"), get_document_model().objects.order_by("pk")
    links = [
        f'<p><a linktype="page" id="{article.pk}">bài kia</a></p>'
        for article in room.some(ArticlePage.objects.order_by("pk"), 2)
    ]
    shown = [
        *(("paragraph", link) for link in links),
        *(photo_block(photo, caption=room.words("Chú thích")) for photo in room.some(photos, 2)),
        gallery_block(*room.some(photos, 2), None),
        *(("document", {"document": each, "title": ""}) for each in room.some(documents, 1)),
        *(_speech(person) for person in room.some(Person.objects.order_by("pk"), 1)),
        ("awards", {"title": "Khen thưởng trong bài"}),
    ]
    return room.chance.sample(shown, min(3, len(shown)))


def _speech(person: Person) -> tuple[str, dict[str, Any]]:
    return "speech", {
        "words": "Thi đua là yêu nước.",
        "speaker_person": person,
        "speaker_name": person.full_name,
        "speaker_posts": "Giám đốc Sở",
    }
