"""Photos that come with imported articles, into the photo library."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from PIL import Image

from news.models import Photo

from .errors import UnreadableFile
from .language import plain
from .parsed import ParsedPhoto

FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


class PhotoShelf:
    """Takes photos from the folder an import file lies in, and never from outside it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder.resolve() if folder else None
        self._written: list[Photo] = []

    def take(self, photo: ParsedPhoto, *, user: User | None = None) -> Photo:
        """The photo in the library, new or the same one taken before.

        Raises UnreadableFile when the file is missing, lies elsewhere, or is no whole picture.
        """
        content = photo.content or self._read(photo.file)
        suffix = _checked(content, photo.file)
        new = Photo(
            title=(photo.caption or Path(photo.file).stem or "Ảnh")[:255],
            description=photo.alt[:255],
            caption=photo.caption,
            uploaded_by_user=user,
        )
        stem = Path(photo.file).stem or "anh"
        new.file = ContentFile(content, name=f"{stem[:60]}{suffix}")
        new._set_file_hash()
        known = Photo.objects.filter(file_hash=new.file_hash).first()
        if known:
            return known
        new.file_size = len(content)
        new.save()
        self._written.append(new)
        return new

    @contextmanager
    def undo_on_error(self) -> Iterator[None]:
        """Take the files away again when the rows that name them could not be stored."""
        self._written = []
        try:
            yield
        except BaseException:
            for photo in self._written:
                photo.file.storage.delete(photo.file.name)
            raise
        finally:
            self._written = []

    def _read(self, name: str) -> bytes:
        if self._folder is None:
            raise UnreadableFile(name, f"không tìm thấy ảnh {plain(name)}")
        try:
            path = (self._folder / name).resolve()
            if not path.is_relative_to(self._folder) or not path.is_file():
                raise UnreadableFile(name, f"không tìm thấy ảnh {name} cạnh tệp nhập")
            if path.stat().st_size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
                raise UnreadableFile(name, f"ảnh {name} lớn hơn mức cho phép")
            return path.read_bytes()
        except (OSError, ValueError) as error:  # no file can have such a name, or none may read it
            raise UnreadableFile(name, f"không mở được ảnh {plain(name)}") from error


def _checked(content: bytes, name: str) -> str:
    """The suffix for what the picture really is, once it has been decoded whole."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            width, height = image.size
            if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                raise UnreadableFile(name, f"ảnh {name} có quá nhiều điểm ảnh")
            suffix = FORMATS.get(image.format or "")
            image.load()
    except UnreadableFile:
        raise
    except Exception as error:  # decoders raise a dozen kinds for a broken picture
        raise UnreadableFile(name, f"ảnh {name} hỏng, không đọc được") from error
    if suffix is None:
        raise UnreadableFile(name, f"ảnh {name} phải là JPEG, PNG hoặc WebP")
    return suffix
