"""/media/: a file is as public as the photo or document it belongs to."""

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import Photo

EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}
POLICY = "sandbox; default-src 'none'"


@pytest.fixture
def private_collection(db):
    root = Collection.get_first_root_node()
    collection = root.add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    return collection.add_child(name="Nội bộ, cấp dưới")


@pytest.fixture
def files_of():
    """The addresses of the original and of one size made from it."""

    def addresses(**fields):
        photo = PhotoFactory(**fields)
        return [photo.file.url, photo.get_rendition("width-360|format-webp").url]

    return addresses


def test_a_public_photo_is_served_and_may_do_nothing(client, files_of, site_tree):
    for address in files_of():
        response = client.get(address)
        assert response.status_code == 200
        assert response["Content-Security-Policy"] == POLICY
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cache-Control"] == "public, max-age=600, s-maxage=1, must-revalidate"
        known = {"if-modified-since": response["Last-Modified"]}
        unchanged = client.get(address, headers=known)
        assert unchanged.status_code == 304
        assert unchanged["Cache-Control"] == response["Cache-Control"]


def test_a_picture_is_found_without_reading_every_photo(client, files_of, site_tree):
    """As many pictures as a page shows are asked for at once, of a hundred thousand files."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # which reads the few rows of a test from end to end
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        for address in files_of():
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            searches = [query["sql"] for query in asked if '"file" = ' in query["sql"]]
            assert searches
            for sql in searches:
                cursor.execute(f"{EXPLAIN[connection.vendor]} {sql}")
                plan = " ".join(str(row) for row in cursor.fetchall())
                assert re.search("photo(_rendition)?_by_file", plan), plan


def test_every_picture_of_an_article_and_its_large_file_are_served(client, site_tree):
    article = ArticlePageFactory(
        parent=site_tree.emulation, body=[photo_block(PhotoFactory(), caption="Ký kết")]
    )
    page = client.get(article.url).content.decode()
    addresses = {word.strip('"') for word in page.replace("=", " ").split() if "/media/" in word}
    assert any("width-1440.format-jpeg" in address for address in addresses)
    for address in addresses:
        assert client.get(address.partition(">")[0].strip('",')).status_code == 200, address


def test_a_photo_of_a_private_collection_is_only_for_those_let_in(
    client, lan, files_of, private_collection, site_tree
):
    addresses = files_of(collection=private_collection)
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    client.force_login(lan)
    for address in addresses:
        response = client.get(address)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")


def test_a_photo_that_becomes_private_is_gone_for_the_next_who_asks(
    client, files_of, private_collection, site_tree
):
    """Also for those who have a copy, and ask whether it is still the same."""
    addresses = files_of()
    known = [client.get(address)["Last-Modified"] for address in addresses]
    Photo.objects.update(collection=private_collection)
    for address, since in zip(addresses, known, strict=True):
        response = client.get(address, headers={"if-modified-since": since})
        assert (response.status_code, response["Cache-Control"]) == (404, "no-cache")


def test_a_document_is_served_under_its_own_address_only(client, site_tree):
    document = get_document_model().objects.create(
        title="Kế hoạch", file=ContentFile(b"%PDF-1.4", "ke-hoach.pdf")
    )
    assert client.get(document.url).status_code == 200
    assert client.get(document.file.url).status_code == 404
    assert client.get(f"/media/images/../{document.file.name}").status_code == 404
    assert client.get(f"/media/images/..%2F{document.file.name}").status_code == 404


def test_the_picture_of_an_account_is_served(client, site_tree):
    name = default_storage.save("avatar_images/lan.png", ContentFile(b"png"))
    response = client.get(f"/media/{name}")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")


@pytest.mark.parametrize(
    "path", ["", "images/", "images/..", "images/%00", "x.txt", "images/khong"]
)
def test_anything_else_is_not_there(client, site_tree, path):
    default_storage.save("x.txt", ContentFile(b"x"))
    assert client.get(f"/media/{path}").status_code == 404
