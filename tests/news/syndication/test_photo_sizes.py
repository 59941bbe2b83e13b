"""New photos: portals are told of an article once, with all sizes, and of no correction nobody made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.finished_pages import finish_pages
from news.models import ArticlePage, Photo
from news.syndication.models import Edition, PublicationHtml
from news.syndication.publications.reconcile import Sweep

from .conftest import for_the_worker, ready

pytestmark = [pytest.mark.django_db, pytest.mark.once]

Tasks = list[Callable[[], object]]


@pytest.fixture
def work(django_capture_on_commit_callbacks):
    """What is done in it; afterwards call what it gives, to be the worker that does the rest."""

    class Work:
        def __enter__(self) -> Callable[[], None]:
            self._capture = django_capture_on_commit_callbacks()
            self._tasks: Tasks = self._capture.__enter__()
            return self._done_by_the_worker

        def __exit__(self, *error) -> None:
            self._capture.__exit__(*error)

        def _done_by_the_worker(self) -> None:
            for task in for_the_worker(self._tasks):
                task()

    return Work


def publish(site_tree, photos) -> ArticlePage:
    blocks = [photo_block(photo, caption="Ký kết", alt="Bảy tỉnh") for photo in photos]
    return ArticlePageFactory(parent=site_tree.emulation, body=blocks)


def told(api) -> list[tuple[str, list[int]]]:
    """Why each article is told of, and how many sizes each of its photos has."""
    return [
        (
            change["reason"],
            [
                len(photo["renditions"])
                for photo in api.get(f"articles/{change['id']}/", locale="vi")["photos"]
            ],
        )
        for change in api.get("changes/")["items"]
    ]


def edition() -> int:
    """Grows with each telling."""
    return Edition.now().number


def test_what_an_editor_uploads_is_ready_before_the_article_is(api, site_tree, client, minh, work):
    picture = PhotoFactory.build().file.read()

    def file(name: str) -> SimpleUploadedFile:
        return SimpleUploadedFile(name, picture, "image/jpeg")

    client.force_login(minh)
    chooser = "image-chooser-upload"
    with work() as worker:
        client.post(
            "/admin/images/add/", {"title": "Một", "file": file("1.jpg"), "collection": "1"}
        )
        client.post(
            "/admin/images/multiple/add/",
            {"title": "Hai", "files[]": file("2.jpg"), "collection": "1"},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        client.post(
            "/admin/images/chooser/create/",
            {
                f"{chooser}-title": "Ba",
                f"{chooser}-file": file("3.jpg"),
                f"{chooser}-collection": "1",
            },
        )
    worker()
    client.logout()
    with work() as worker:
        article = publish(site_tree, Photo.objects.all())
        client.get(article.url)
        finish_pages()
    before = edition()
    assert told(api) == [("published", [3, 3, 3])]
    html = PublicationHtml.objects.get()

    worker()
    assert edition() == before
    assert PublicationHtml.objects.get().touch == html.touch
    assert html.main


@pytest.mark.parametrize("is_uploaded", [True, False])
def test_what_is_published_before_its_photos_are_ready_is_never_told_as_corrected(
    api, site_tree, client, work, lan, is_uploaded
):
    """Nor is it told each time somebody looks at it, or one of its photos is ready."""
    by = lan if is_uploaded else None
    with work() as worker:
        photos = [PhotoFactory(uploaded_by_user=by) for _ in range(3)]
        article = publish(site_tree, photos)
    first = edition()
    assert "<picture" in client.get(article.url).content.decode()
    finish_pages()
    assert Sweep().turn() == 0
    assert told(api) == [("published", [0, 0, 0])]
    assert edition() == first
    assert not PublicationHtml.objects.get().main

    worker()
    assert told(api) == [("published", [3, 3, 3])]
    assert edition() == first + 1  # all three at once
    finish_pages()
    assert ".avif" in PublicationHtml.objects.get().main
    assert Sweep().turn() == 0


def test_no_reader_waits_for_the_picture_of_a_new_lead_story(site_tree, client, work):
    with work() as worker:
        photo = PhotoFactory()
        publish(site_tree, [photo])
    assert "avif" not in client.get("/").content.decode()

    photo.renditions.all().delete()
    worker()
    finish_pages()
    ready_for_it = photo.renditions.count()
    for address in ("/", site_tree.emulation.url):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        [best] = page.select('.card-picture source[type="image/avif"]')
        preloaded = page.select("link[imagesrcset]")
        assert [each["imagesrcset"] for each in preloaded] == [best["srcset"]] * (address == "/")
    assert photo.renditions.count() == ready_for_it


@pytest.mark.parametrize("left", [0, 0.5])
def test_a_photo_nobody_can_read_keeps_no_page_from_being_finished(
    site_tree, client, work, caplog, left
):
    """Its file is gone from the disc, or half of it. The other photo is waited for."""
    with work() as worker:
        broken, whole = PhotoFactory(), PhotoFactory()
        article = publish(site_tree, [broken, whole])
        lose(broken, left)
    finish_pages()
    assert not PublicationHtml.objects.get().main
    worker()
    assert [each for each in caplog.messages if f"Photo {broken.pk} has no readable file" in each]

    made_of_rows = client.get(article.url).content.decode()
    finish_pages()
    assert (
        f"Trang {article.pk} dựng thiếu 1 ảnh, vì tệp mất hoặc hỏng: [{broken.pk}]" in caplog.text
    )
    html = PublicationHtml.objects.get()
    assert html.main.count("Ảnh không còn lưu") == 1
    assert html.main.count("<picture") == 2  # in the text, and on the sheet below it
    assert html.card
    assert client.get(article.url).content.decode() == made_of_rows
    for page in (site_tree.home, site_tree.news, site_tree.emulation):
        assert client.get(page.url).status_code == 200


def lose(photo: Photo, left: float) -> None:
    file = Path(photo.file.path)
    if left:
        content = file.read_bytes()
        file.write_bytes(content[: int(len(content) * left)])
    else:
        file.unlink()


def test_what_an_editor_changed_is_a_correction_whatever_sizes_come(api, site_tree, work):
    with work() as worker:
        photo = PhotoFactory(caption="Quang cảnh")
        publish(site_tree, [photo])
    worker()
    photo.credit = "Báo Bắc Kạn"
    photo.save()
    assert told(api) == [("corrected", [3])]

    with work() as worker:
        photo.renditions.all().delete()
        photo.save()
    worker()
    assert told(api) == [("corrected", [3])]


def test_another_picture_in_place_of_one_is_a_correction(api, site_tree):
    photo = ready(PhotoFactory())
    publish(site_tree, [photo])
    assert told(api) == [("published", [3])]

    photo.renditions.all().delete()
    photo.save()
    assert told(api) == [("corrected", [0])]
