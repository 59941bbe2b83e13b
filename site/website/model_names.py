"""What models of Wagtail's are called on our screens, where it gives them no name to translate."""

from wagtail.models import Locale
from wagtail_localize.models import Translation


def install() -> None:
    """Not through `Meta`: only what stands there is looked at for migrations, which are not ours to make."""
    for model, name in ((Locale, "ngôn ngữ"), (Translation, "bản dịch")):
        model._meta.verbose_name = model._meta.verbose_name_plural = name
