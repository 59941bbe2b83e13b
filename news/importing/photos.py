"""Photos that come with imported articles, into the photo library."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from news.models import Photo
from news.uploads.files import CleanPhoto, UnusablePhoto, clean_photo
from news.uploads.prefilling import known_words, title_of

from .errors import UnreadableFile
from .language import plain
from .parsed import ParsedPhoto


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
        clean = _clean(content, photo.file)
        words = {**known_words(clean.facts)}
        words |= {"caption": photo.caption} if photo.caption else {}
        words |= {"description": photo.alt[:255]} if photo.alt else {}
        stem = Path(photo.file).stem or "anh"
        title = photo.caption or title_of(clean.facts) or stem
        new = Photo(title=title[:255], uploaded_by_user=user, **words)
        new.keywords_of_file = clean.facts.keywords
        new.file = ContentFile(clean.content, name=f"{stem[:60]}{clean.suffix}")
        new._set_file_hash()
        known = Photo.objects.filter(file_hash=new.file_hash).first()
        if known:
            return known
        new.file_size = len(clean.content)
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


def _clean(content: bytes, name: str) -> CleanPhoto:
    try:
        return clean_photo(content)
    except UnusablePhoto as why:
        raise UnreadableFile(name, f"ảnh {plain(name)} không dùng được. {why}") from why
