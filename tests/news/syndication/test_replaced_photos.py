"""Another file in place of a photo's: of the old one nothing is shown, and nothing is told."""

from collections.abc import Callable
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from PIL import Image, ImageStat

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import Photo
from news.pictures import picture_of
from news.syndication.models import Edition
from news.syndication.objects.renditions import make_renditions
from news.syndication.tasks import make_photos_ready, make_sizes

from .conftest import ready

pytestmark = pytest.mark.django_db

WRONG, RIGHT = "#aa0000", "#0000aa"


@pytest.fixture
def photo(db) -> Photo:
    return PhotoFactory(file__color=WRONG)


@pytest.fixture
def replace(client, minh, django_capture_on_commit_callbacks) -> Callable[[Photo], None]:
    """As an editor does: the old file is gone, and the worker has made the sizes of the new one."""

    def replaced(photo: Photo) -> None:
        file = PhotoFactory.build(file__color=RIGHT).file.read()
        client.force_login(minh)
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(
                f"/admin/images/{photo.pk}/",
                {
                    "title": "Ảnh đúng",
                    "file": SimpleUploadedFile("anh.jpg", file, "image/jpeg"),
                    "collection": "1",
                },
            )
        assert answer.status_code == 302
        client.logout()

    return replaced


def colours(photo: Photo) -> set[str]:
    """Of every size there is, "red" or "blue"."""
    found = set()
    for each in photo.renditions.all():
        with each.file.open() as file, Image.open(file) as picture:
            red, _green, blue = ImageStat.Stat(picture.convert("RGB")).mean
        found.add("red" if red > blue else "blue")
    return found


def by_template(photo: Photo) -> None:
    template = "{% load wagtailimages_tags %}{% image photo width-50 %}"
    engines["django"].from_string(template).render({"photo": photo})


@pytest.mark.parametrize("make", [make_renditions, picture_of, by_template])
def test_sizes_of_a_file_that_is_replaced_while_they_are_made_are_not_kept(
    photo, replace, monkeypatch, make
):
    opened = Photo.open_file
    replacing = [photo]

    @contextmanager
    def replaced_once_it_is_read(self):
        with opened(self) as file:
            yield file
            file.seek(0)
            if replacing:
                replace(replacing.pop())
                file.seek(0)

    monkeypatch.setattr(Photo, "open_file", replaced_once_it_is_read)
    make(Photo.objects.get(pk=photo.pk))
    assert not replacing

    now = Photo.objects.get(pk=photo.pk)
    make(now)
    assert colours(now) == {"blue"}


def test_a_photo_that_is_deleted_while_sizes_are_made_fails_no_page(photo):
    old = Photo.objects.get(pk=photo.pk)
    Photo.objects.filter(pk=photo.pk).delete()
    assert picture_of(old) is None
    make_renditions(old)


def test_another_file_is_told_at_once_without_old_sizes_and_then_with_its_own(
    api, site_tree, photo, replace, monkeypatch
):
    later = []
    for task in (make_sizes, make_photos_ready):
        monkeypatch.setattr(type(task), "enqueue", lambda task, *args: later.append((task, args)))
    block = photo_block(ready(photo), caption="Ký kết", alt="Bảy tỉnh")
    article = ArticlePageFactory(parent=site_tree.emulation, body=[block])
    later.clear()
    before = Edition.now().number

    replace(photo)
    assert Edition.now().number == before + 1
    (shown,) = api.get(f"articles/{article.translation_key}/")["photos"]
    assert shown["renditions"] == []

    for task, args in later:
        task.func(*args)
    assert Edition.now().number == before + 2
    (shown,) = api.get(f"articles/{article.translation_key}/")["photos"]
    assert len(shown["renditions"]) == 3
    assert colours(photo) == {"blue"}


def test_a_change_that_fails_keeps_the_old_file(photo, replace, monkeypatch):
    def fails(*args):
        raise RuntimeError

    monkeypatch.setattr("news.syndication.publications.writing.write", fails)
    with pytest.raises(RuntimeError):
        replace(photo)
    photo.refresh_from_db()
    assert photo.file.storage.exists(photo.file.name)


def test_no_file_gets_the_name_of_one_before_it(photo, replace):
    """Browsers and proxies keep what stood under a name for long."""
    names = []
    for _ in range(3):
        now = ready(Photo.objects.get(pk=photo.pk))
        names += [now.file.name, *(each.file.name for each in now.renditions.all())]
        replace(now)
    assert len(set(names)) == len(names) == 12


def test_a_long_name_leaves_no_size_without_its_own_beginning():
    names = [
        each.file.name
        for photo in (PhotoFactory(file__filename="le-trao-giai-" * 9 + ".jpg") for _ in range(2))
        for each in ready(photo).renditions.all()
    ]
    beginnings = {name.removeprefix("images/").partition("-")[0] for name in names}
    assert (len(names), len(beginnings)) == (6, 2)
