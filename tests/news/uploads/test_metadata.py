"""What a picture file says of itself becomes words of the photo, whatever encoding they are in."""

import datetime
import unicodedata

import pytest

from news.uploads.encodings import words_of
from news.uploads.files import clean_photo
from news.uploads.metadata import PhotoFacts

from .described_files import UTF_8, exif, listed, with_iptc, xmp
from .hostile_files import picture

pytestmark = pytest.mark.once

CAPTION = "Ông Vũ Đăng Minh trao Cờ thi đua cho Sở Nội vụ tỉnh Hòa Bình, ảnh Lý Thường"


def in_windows_1258(text: str) -> bytes:
    """Letters with their hats, tones behind them, as Vietnamese Windows stored text."""
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            *letters, tone = list(unicodedata.normalize("NFD", letter))
            if tone in "\u0302\u0306\u031b":  # the tone stands before the hat
                letters, tone = [letters[0], tone], letters[1]
            bare = unicodedata.normalize("NFC", "".join(letters))
            out += bare.encode("cp1258") + tone.encode("cp1258")
    return out


def taken_for_latin_1(text: str) -> str:
    return text.encode().decode("latin-1")


@pytest.mark.parametrize(
    "stored",
    [
        CAPTION,
        CAPTION.encode(),
        unicodedata.normalize("NFD", CAPTION),
        unicodedata.normalize("NFD", CAPTION).encode(),
        taken_for_latin_1(CAPTION),
        taken_for_latin_1(taken_for_latin_1(CAPTION)),
        taken_for_latin_1(unicodedata.normalize("NFD", CAPTION)),
        CAPTION.encode().decode("mac_roman"),
        in_windows_1258(CAPTION),
        CAPTION.encode() + b"\0\0",
        f" {CAPTION} \0rest",
    ],
)
def test_vietnamese_is_read_whatever_encoding_it_went_through(stored):
    assert words_of(stored) == CAPTION


@pytest.mark.parametrize("name", ["Lê", "Hòa Bình, Lý Lê", "São Paulo", "Café Müller"])
def test_words_of_western_letters_are_not_taken_for_broken_ones(name):
    assert words_of(name) == words_of(name.encode("latin-1")) == name


def test_half_a_letter_at_the_end_of_a_short_field_is_left_out():
    assert words_of("Tỉnh ủy Đắk Lắk, ảnh".encode()[:-4]) == "Tỉnh ủy Đắk Lắk,"


def test_iptc_without_its_mark_is_read_like_iptc_with_it():
    fields = [
        (5, "Trao thưởng".encode()),
        (120, CAPTION.encode()),
        (80, "Đỗ Hữu Ước".encode()),
        (110, "Báo tỉnh".encode()),
        (55, b"20240229"),
        (25, "thi đua".encode()),
        (25, "khen thưởng".encode()),
    ]
    marked, unmarked = (
        clean_photo(with_iptc(picture(), fields, mark=mark)).facts for mark in (UTF_8, b"")
    )
    assert marked == unmarked
    assert marked == PhotoFacts(
        title="Trao thưởng",
        caption=CAPTION,
        photographer="Đỗ Hữu Ước",
        credit="Báo tỉnh",
        taken_on=datetime.date(2024, 2, 29),
        keywords=("thi đua", "khen thưởng"),
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_xmp_is_read_as_elements_and_as_attributes(kind):
    packet = xmp(
        listed("dc:description", CAPTION)
        + listed("dc:subject", "thi đua; cờ")
        + listed("Iptc4xmpCore:AltTextAccessibility", "Hai người cầm cờ"),
        'photoshop:Credit="TTXVN" photoshop:DateCreated="2024-02-29T14:00:00+07:00"',
    )
    if kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        told = PngInfo()
        told.add_itxt("XML:com.adobe.xmp", packet.decode())
        content = picture(kind, pnginfo=told)
    else:
        content = picture(kind, xmp=packet)
    facts = clean_photo(content).facts
    assert (facts.caption, facts.alt, facts.credit) == (CAPTION, "Hai người cầm cờ", "TTXVN")
    assert facts.taken_on == datetime.date(2024, 2, 29)
    assert facts.keywords == ("thi đua", "cờ")


def test_exif_is_read_and_what_cameras_write_by_themselves_is_not():
    told = exif(Artist="Đỗ Hữu Ước".encode(), ImageDescription=b"OLYMPUS DIGITAL CAMERA")
    facts = clean_photo(picture(exif=told)).facts
    assert (facts.photographer, facts.caption) == ("Đỗ Hữu Ước", "")


@pytest.mark.parametrize("day", ["0000:00:00 00:00:00", "2023:02:29 10:00:00", "9999:01:01", "x"])
def test_a_day_that_is_none_is_left_open(day):
    assert clean_photo(picture(exif=exif(DateTimeOriginal=day))).facts.taken_on is None


@pytest.mark.parametrize(
    "packet",
    [
        b"<x:xmpmeta",
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        "quá".encode("utf-16"),
    ],
)
def test_metadata_nobody_can_read_do_not_spoil_the_picture(packet):
    assert clean_photo(picture(xmp=packet)).facts == PhotoFacts()
