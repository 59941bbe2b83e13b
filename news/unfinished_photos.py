"""No page is published while a photo on it lacks its caption, or words for who cannot see it.

A draft may be saved as it is. The form says what is missing beside each photo and above all of
them; every other way to publish ends in Wagtail's action, which asks again.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from news.fields import BodyField
from news.photo_blocks import missing_words, photos_in

WORDS = {"caption": "chú thích", "alt": "mô tả ảnh"}


class PhotosUnfinished(Exception):
    """A sentence for each photo that lacks words, and the page they are on.

    Not a ValidationError: whoever catches those in between says something else of his own.
    """

    def __init__(self, page: Any, sentences: list[str]) -> None:
        self.page, self.reason = page, " ".join(sentences)
        super().__init__(f"Chưa đăng được “{page}”. {self.reason}")


def require_finished_photos(page: Any) -> None:
    """Raises PhotosUnfinished. Pages whose body is made of other blocks are their owner's affair."""
    if not has_our_body(page):
        return
    lacking = lacking_words(page.body, _photo_of_lists_alone(page))
    if lacking:
        raise PhotosUnfinished(page, lacking)


def has_our_body(page: Any) -> bool:
    return any(field.name == "body" and isinstance(field, BodyField) for field in page._meta.fields)


def _photo_of_lists_alone(page: Any) -> Any:
    """The photo of the lists, if the text does not show it; what it shows is not fetched again."""
    if not getattr(page, "lead_photo_id", None):
        return None
    shown = [photo.get("image") for photo in photos_in(page.body)]
    is_shown = page.lead_photo_id in [image.pk for image in shown if image]
    return None if is_shown else page.lead_photo


def lacking_words(body: Any, lead_photo: Any = None) -> list[str]:
    """A sentence for each photo without its words, in reading order; a page without photos has none.

    The photo of the lists has no words of its own: it takes those of the text, or of the library.
    """
    photos = photos_in(body)
    sentences = [
        _sentence(number, photo, missing)
        for number, photo in enumerate(photos, 1)
        if (missing := missing_words(photo))
    ]
    if lead_photo and lead_photo not in [photo.get("image") for photo in photos]:
        missing = missing_words({"image": lead_photo})
        if missing:
            sentences.append(
                f"Ảnh đại diện “{lead_photo.title}” chưa có {_enumerated(missing)} trong kho ảnh."
            )
    return sentences


def _sentence(number: int, photo: Any, missing: list[str]) -> str:
    return f"Ảnh thứ {number} (“{photo['image'].title}”) chưa có {_enumerated(missing)}."


def _enumerated(missing: list[str]) -> str:
    return " và ".join(WORDS[name] for name in missing)


def install() -> None:
    PublishPageRevisionAction.check = _asking_for_words(PublishPageRevisionAction.check)


def _asking_for_words(check: Callable[..., None]) -> Callable[..., None]:
    @wraps(check)
    def checked(action: PublishPageRevisionAction, *args: Any, **kwargs: Any) -> None:
        check(action, *args, **kwargs)
        require_finished_photos(action.object)

    return checked
