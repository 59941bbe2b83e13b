"""The admin's forms for photos: a file is made clean as it comes in, and fills in what it tells."""

from functools import partial
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.forms.fields import FileField
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.images.fields import ImageFileExtensionValidator, WagtailImageField
from wagtail.images.forms import BaseImageForm

from news.models import Photo
from news.queue import enqueue_with_commit
from news.syndication.publications import changes
from news.syndication.tasks import make_sizes

from .files import CleanPhoto, UnusablePhoto, clean_photo
from .prefilling import is_file_name, known_words, title_of
from .widgets import PickFromMany


class PhotoFileField(WagtailImageField):
    """Takes a picture and gives its clean copy, in the same upload; every other file is an error."""

    help_text: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = f"{self.help_text} Ô nào để trống thì lấy từ thông tin ghi trong tệp ảnh."

    def to_python(self, data: Any) -> Any:
        upload = FileField.to_python(self, data)
        if not isinstance(upload, UploadedFile) or hasattr(upload, "clean_photo"):
            return upload
        ImageFileExtensionValidator(upload)  # of the name it came with; it may get another
        self.check_image_file_size(upload)
        upload.seek(0)
        try:
            clean = clean_photo(upload.read())
        except UnusablePhoto as why:
            raise ValidationError(str(why), code="invalid_image") from why
        _replace(upload, clean)
        return upload


class PhotoForm(BaseImageForm):
    """Words left empty are taken from the file; those somebody wrote stay."""

    original_file: Any  # Wagtail's: the one the photo had when the form was opened

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            wagtails = self.fields["file"]
            self.fields["file"] = PhotoFileField(
                label=wagtails.label, widget=wagtails.widget, required=wagtails.required
            )
        if "caption" in self.fields:
            self.fields["caption"].widget = AdminAutoHeightTextInput(attrs={"rows": 2})
        for name in {"people", "organisations"} & self.fields.keys():
            self.fields[name].widget = PickFromMany(choices=self.fields[name].choices)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        upload = given.get("file")
        clean: CleanPhoto | None = getattr(upload, "clean_photo", None)
        if upload is None or clean is None:
            return given
        for name, words in known_words(clean.facts).items():
            if words and not given.get(name):
                given[name] = words
        title = title_of(clean.facts)
        if title and is_file_name(given.get("title", ""), upload.name):
            given["title"] = title
        given["tags"] = [*given.get("tags", []), *clean.facts.keywords]
        self.instance.keywords_of_file = clean.facts.keywords
        return given

    def save(self, commit: bool = True) -> Photo:
        """Another file in place of one is one change: who is told of it is told of no old size. The old
        file goes after the commit, for a change that fails needs it still."""
        old = self.original_file if commit and "file" in self.changed_data else None
        if not old:
            return super().save(commit)
        self.original_file = None  # Wagtail would delete it now
        with changes():
            photo: Photo = super().save(commit)
            photo.renditions.all().delete()
            transaction.on_commit(partial(old.storage.delete, old.name), robust=True)
            enqueue_with_commit(make_sizes, [photo.pk])
        return photo


def _replace(upload: UploadedFile, clean: CleanPhoto) -> None:
    """In place: whoever else holds the upload must not keep the file as it came.

    An upload may be a file on the disc, which is moved to where it is stored.
    """
    upload.seek(0)
    upload.truncate()
    upload.write(clean.content)
    upload.flush()
    upload.seek(0)
    upload.size = len(clean.content)
    upload.name = str(PurePath(upload.name or "anh").with_suffix(clean.suffix))
    upload.clean_photo = clean  # type: ignore[attr-defined]
