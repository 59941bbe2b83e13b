"""Every file that is no honest picture is a sentence in the form, and nothing of the file stays."""

import io

import pillow_heif
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from PIL import Image, ImageCms
from wagtail.images.forms import get_image_form
from wagtail.users.models import UserProfile

from news.models import Photo
from news.uploads.avatars import AvatarForm
from news.uploads.files import UnusablePhoto, clean_photo

from .described_files import from_a_telephone, with_iptc
from .hostile_files import flipped, moving, picture, refused

REFUSED = dict(refused(text=2_000_000, side=6_500))
SECRETS = (b"Oppo", b"serial", b"GPS", b"Exif", b"xmpmeta", b"8BIM", b"2024:02:29")
SAMPLES = ("cut-short.jpg", "no-height.png", "long-text.png", "with-archive.jpg", "drawing.png")


@pytest.fixture
def editor(client, lan):
    client.force_login(lan)
    return client


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_a_sentence(name):
    with pytest.raises(UnusablePhoto, match=r"^(Ảnh|Tệp).* (tải lên|khác)( .*)?\.$"):
        clean_photo(REFUSED[name])


def test_a_picture_with_flipped_bits_is_refused_or_drawn_anew():
    outcomes = set()
    for name, content in flipped(120):
        try:
            clean = clean_photo(content)
        except UnusablePhoto:
            outcomes.add("refused")
            continue
        outcomes.add("clean")
        with Image.open(io.BytesIO(clean.content)) as image:
            image.load()
        assert clean.content != content, name
    assert outcomes == {"refused", "clean"}


@pytest.mark.django_db
@pytest.mark.parametrize("name", SAMPLES)
def test_every_door_of_the_admin_answers_with_the_sentence(editor, name):
    content = REFUSED[name]
    with pytest.raises(UnusablePhoto) as why:
        clean_photo(content)
    many = editor.post(
        "/admin/images/multiple/add/",
        {"title": "Hội nghị", "files[]": upload(name, content), "collection": "1"},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    one = editor.post(
        "/admin/images/add/",
        {"title": "Hội nghị", "file": upload(name, content), "collection": "1"},
    )
    chosen = editor.post(
        "/admin/images/chooser/create/",
        {
            "image-chooser-upload-title": "Hội nghị",
            "image-chooser-upload-file": upload(name, content),
            "image-chooser-upload-collection": "1",
        },
    )
    assert [many.status_code, one.status_code, chosen.status_code] == [200, 200, 200]
    assert many.json() == {"success": False, "error_message": str(why.value)}
    assert str(why.value) in one.content.decode()
    assert str(why.value) in chosen.json()["htmlFragment"]
    assert not Photo.objects.exists()


def test_nothing_private_is_left_and_the_picture_stands_upright():
    clean = clean_photo(with_iptc(from_a_telephone(), [(120, b"8BIM")]) + bytes(range(256)))
    with Image.open(io.BytesIO(clean.content)) as image:
        assert image.size == (60, 80)
        assert not image.getexif()
    assert not [secret for secret in SECRETS if secret in clean.content]


def test_what_a_telephone_takes_becomes_a_jpeg_and_half_of_it_is_refused():
    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    with Image.open(io.BytesIO(from_a_telephone())) as image:
        image.save(out, "HEIF", exif=image.info["exif"], quality=50)
    clean = clean_photo(out.getvalue())
    assert clean.suffix == ".jpg"
    assert clean.facts.caption == "Quang cảnh"
    with Image.open(io.BytesIO(clean.content)) as drawn:
        assert (drawn.format, drawn.size, dict(drawn.getexif())) == ("JPEG", (60, 80), {})
    assert not [secret for secret in SECRETS if secret in clean.content]
    with pytest.raises(UnusablePhoto, match="bị hỏng"):
        clean_photo(out.getvalue()[:-200])


def test_the_picture_of_an_editor_is_made_clean_too():
    def form(content: bytes) -> AvatarForm:
        return AvatarForm({}, {"avatar": upload("toi.jpg", content)}, instance=UserProfile())

    good, broken = form(from_a_telephone()), form(from_a_telephone()[:-300])
    assert good.is_valid()
    assert not [secret for secret in SECRETS if secret in good.cleaned_data["avatar"].read()]
    assert "bị hỏng" in broken.errors["avatar"][0]


def test_colours_of_another_profile_become_those_of_the_web():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kept = clean_photo(picture(icc_profile=lab)).content
    cmyk = io.BytesIO()
    Image.new("CMYK", (32, 24), (0, 255, 255, 0)).save(cmyk, "JPEG")
    red = Image.open(io.BytesIO(clean_photo(cmyk.getvalue()).content))
    assert "icc_profile" not in Image.open(io.BytesIO(kept)).info
    assert red.mode == "RGB"
    assert red.getpixel((9, 9))[0] > 200 > 60 > red.getpixel((9, 9))[2]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_pictures_without_full_colour_are_taken_too(mode):
    out = io.BytesIO()
    Image.new(mode, (32, 24)).save(out, "PNG")
    assert clean_photo(out.getvalue()).suffix == ".png"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [SimpleUploadedFile, TemporaryUploadedFile])
def test_whoever_holds_the_upload_holds_the_clean_picture(lan, kind):
    """Wagtail keeps an upload aside when another field of the form is wrong."""
    content = from_a_telephone()
    if kind is SimpleUploadedFile:
        file = upload("anh.jpg", content)
    else:
        file = TemporaryUploadedFile("anh.jpg", "image/jpeg", len(content), None)
        file.write(content)
        file.seek(0)
    form = get_image_form(Photo)({"title": "", "collection": "1"}, {"file": file}, user=lan)
    assert "title" in form.errors
    file.seek(0)
    assert file.read() == clean_photo(content).content


@pytest.mark.django_db
def test_a_picture_under_a_wrong_name_gets_the_right_one(editor):
    answer = editor.post(
        "/admin/images/multiple/add/",
        {"title": "zalo", "files[]": upload("zalo.jpg", picture("WEBP")), "collection": "1"},
    )
    assert answer.json()["success"]
    assert Photo.objects.get().file.name.endswith(".webp")


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"MZ\x90\x00" + bytes(64), moving("GIF"), picture()])
def test_a_name_that_is_no_pictures_is_refused_as_well(editor, content):
    answer = editor.post(
        "/admin/images/multiple/add/",
        {"title": "x", "files[]": upload("chay.exe", content), "collection": "1"},
    )
    assert answer.json()["success"] is False
