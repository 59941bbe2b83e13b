"""A photo is found by what it shows, who is in it, and the event it was used for."""

import pytest

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import Photo
from people.factories import OrganisationFactory, PersonFactory
from people.models import Province
from search.outbox import write_what_is_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(site_tree) -> Photo:
    photo = PhotoFactory(title="DSC 0411", caption="Trao Cờ thi đua")
    photo.people.add(PersonFactory(full_name="Vũ Đăng Minh"))
    photo.organisations.add(OrganisationFactory(name="Sở Nội vụ tỉnh Tuyên Quang"))
    write_what_is_due()  # so that the article has to see to the photo itself
    ArticlePageFactory(
        parent=site_tree.emulation,
        title="Hội nghị ký kết giao ước",
        event_place="Nhà khách Tỉnh ủy",
        event_province=Province.objects.get(key="vn63-bac-kan"),
        body=[photo_block(photo, caption="Giám đốc Sở phát biểu khai mạc")],
    )
    PhotoFactory(title="Ảnh khác", caption="Bàn giao tài liệu lưu trữ")
    return photo


@pytest.fixture
def found(client, lan):
    """The titles in the list of photos and in the chooser, which must be the same."""
    client.force_login(lan)

    def titles(query: str) -> set[str]:
        write_what_is_due()
        pages = [
            client.get(address, {"q": query})
            for address in ("/admin/images/results/", "/admin/images/chooser/results/")
        ]
        known = Photo.objects.values_list("title", flat=True)
        listed, chooser = ({name for name in known if name in p.content.decode()} for p in pages)
        assert listed == chooser
        return listed

    return titles


@pytest.mark.parametrize(
    "query",
    [
        "cờ thi đua",
        "phat bieu khai mac",  # the caption it carries in the article
        "vu dang minh",
        "Sở Nội vụ tỉnh Tuyên Quang",
        "hội nghị ký kết",
        "nhà khách tỉnh ủy",
        "Bắc Kạn",
    ],
)
def test_a_photo_is_found_by_caption_person_body_and_event(photo, found, query):
    assert found(query) == {"DSC 0411"}


def test_who_is_renamed_or_no_longer_shown_is_found_so(photo, found):
    person = photo.people.get()
    person.full_name = "Hoàng Thị Hạnh"
    person.save()
    assert found("hoàng thị hạnh") == {"DSC 0411"}
    photo.people.clear()
    assert found("hoàng thị hạnh") == set()


def test_a_photo_taken_out_of_the_article_is_no_longer_found_by_it(photo, found):
    assert found("phát biểu khai mạc") == {"DSC 0411"}
    article = photo.uses.get().article
    article.body, article.lead_photo = [], None
    article.save_revision().publish()
    assert found("phát biểu khai mạc") == set()
