"""What articles show: photos, documents, people, organisations, topics; and who may see those."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.messages.storage.cookie import CookieStorage
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import RequestFactory
from taggit.models import Tag
from wagtail.admin.views.bulk_action import index as bulk_action
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from news.factories import PhotoFactory, TopicFactory
from news.models import Photo, Topic
from people.factories import OrganisationFactory, PersonFactory
from people.models import Organisation, Person, Province

from .planting import administrator, new_document
from .room import Newsroom

FEW = 3


def correct_a_caption(room: Newsroom) -> None:
    photo = room.one(Photo.objects)
    photo.caption, photo.description = room.words("Ảnh"), room.words("Mô tả")
    photo.save()


def replace_a_picture(room: Newsroom) -> None:
    """As Wagtail's form does: sizes of the old one go a moment later."""
    photo = room.one(Photo.objects)
    width = room.chance.randint(40, 90)
    photo.file = ImageFile(
        ContentFile(PhotoFactory.build(file__width=width).file.read(), "anh.jpg")
    )
    photo.save()
    photo.renditions.all().delete()


def add_a_photo(room: Newsroom) -> None:
    room.needs(Photo.objects.count() <= FEW)
    PhotoFactory(collection=room.one(Collection.objects))


def delete_a_photo(room: Newsroom) -> None:
    room.one(Photo.objects).delete()


def file_a_photo(room: Newsroom) -> None:
    photo = room.one(Photo.objects)
    photo.collection = room.one(Collection.objects)
    photo.save()


def file_photos_together(room: Newsroom) -> None:
    """In the admin, which does it by one update, without signals."""
    photos = {room.one(Photo.objects).pk, room.one(Photo.objects).pk}
    ids = urlencode({"id": sorted(photos)}, doseq=True)
    request = RequestFactory().post(f"/?{ids}", {"collection": room.one(Collection.objects).pk})
    request.user = administrator()
    request._messages = CookieStorage(request)  # type: ignore[attr-defined] # where Django keeps them
    answer = bulk_action(request, "news", "photo", "add_to_collection")
    if answer.status_code != 302:
        raise RuntimeError(f"the admin answered {answer.status_code}")


def make_a_collection_private(room: Newsroom) -> None:
    room.needs(CollectionViewRestriction.objects.count() < 2)
    collection = room.one(Collection.objects)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def make_a_collection_public(room: Newsroom) -> None:
    room.one(CollectionViewRestriction.objects).delete()


def move_a_collection(room: Newsroom) -> None:
    collection, other = (
        room.one(Collection.objects.filter(depth__gt=1)),
        room.one(Collection.objects),
    )
    room.needs(not other.path.startswith(collection.path))
    collection.move(other, "sorted-child")


def rename_a_document(room: Newsroom) -> None:
    document = room.one(get_document_model().objects)
    document.title = room.words("Tài liệu")
    document.save()


def replace_a_document(room: Newsroom) -> None:
    document = room.one(get_document_model().objects)
    document.file = ContentFile(b"%PDF-1.4 " * room.chance.randint(2, 9), name="tai-lieu-moi.pdf")
    document.collection = room.one(Collection.objects)
    document.save()


def delete_a_document(room: Newsroom) -> None:
    room.one(get_document_model().objects).delete()


def rename_a_person(room: Newsroom) -> None:
    person = room.one(Person.objects)
    person.full_name = room.words("Đặng Hữu Thưởng")
    person.save()


def delete_a_person(room: Newsroom) -> None:
    """Not one that received an award: the register keeps those."""
    room.one(Person.objects.filter(grants=None)).delete()


def rename_an_organisation(room: Newsroom) -> None:
    organisation = room.one(Organisation.objects)
    organisation.name = room.words("Sở Nội vụ")
    organisation.save()


def delete_an_organisation(room: Newsroom) -> None:
    """Not one that gave or received awards: the register keeps those."""
    unawarded = Organisation.objects.filter(grants=None, grants_decided=None, award_decisions=None)
    room.one(unawarded).delete()


def rename_a_province(room: Newsroom) -> None:
    province = room.chance.choice(Province.objects.order_by("pk")[:3])
    province.name = room.words("Bắc Kạn")
    province.save()


def rename_a_topic(room: Newsroom) -> None:
    topic = room.one(Topic.objects)
    topic.name = room.words("Chủ đề")
    topic.save()


def delete_a_topic(room: Newsroom) -> None:
    room.one(Topic.objects).delete()


def rename_a_tag(room: Newsroom) -> None:
    tag = room.one(Tag.objects)
    tag.name = room.words("từ khóa")
    tag.save()


def delete_a_tag(room: Newsroom) -> None:
    room.one(Tag.objects).delete()


def add_what_has_become_rare(room: Newsroom) -> None:
    supplies: dict[type[Any], Callable[[], Any]] = {
        get_document_model(): lambda: new_document(room.words("Tài liệu")),
        Person: lambda: PersonFactory(full_name=room.words("Nông Thị Kiều Oanh")),
        Organisation: lambda: OrganisationFactory(name=room.words("Văn phòng Sở")),
        Topic: lambda: TopicFactory(name=room.words("Đề án")),
    }
    rare = [make for model, make in supplies.items() if model._default_manager.count() <= FEW]
    room.needs(rare)
    room.chance.choice(rare)()


OPERATIONS = (
    *[correct_a_caption] * 2, *[replace_a_picture] * 2, *[add_a_photo] * 2, delete_a_photo,
    file_a_photo, file_photos_together, make_a_collection_private, *[make_a_collection_public] * 2,
    move_a_collection, rename_a_document, replace_a_document, delete_a_document, rename_a_person,
    delete_a_person, rename_an_organisation, delete_an_organisation, rename_a_province,
    rename_a_topic, delete_a_topic, rename_a_tag, delete_a_tag, *[add_what_has_become_rare] * 4,
)  # fmt: skip
