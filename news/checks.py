"""House rules as system checks, so that a host project learns of them at start."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution
from wagtail.models import get_page_models

from news.house_style.tones import ANY, NEW, OLD


@register()
def photo_is_the_image_model(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    if getattr(settings, "WAGTAILIMAGES_IMAGE_MODEL", "") == "news.Photo":
        return []
    return [
        Error(
            "news keeps captions, credits and people with its photos.",
            hint='Set WAGTAILIMAGES_IMAGE_MODEL = "news.Photo" before the first migration.',
            id="news.E001",
        )
    ]


@register()
def photos_are_made_clean(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    if getattr(settings, "WAGTAILIMAGES_IMAGE_FORM_BASE", "") == "news.uploads.forms.PhotoForm":
        return []
    return [
        Caution(
            "Photos would keep where they were taken, and broken ones would be errors of the server.",
            hint='Set WAGTAILIMAGES_IMAGE_FORM_BASE = "news.uploads.forms.PhotoForm".',
            id="news.W003",
        )
    ]


@register()
def unfinished_photos_are_told_of(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    middleware = "news.middleware.PhotosUnfinishedMiddleware"
    if middleware in settings.MIDDLEWARE:
        return []
    return [
        Caution(
            "Whoever publishes a page whose photos lack words would see an error of the server.",
            hint=f'Add "{middleware}" to the end of MIDDLEWARE.',
            id="news.W004",
        )
    ]


@register()
def slugs_are_ascii(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    if getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True) is False:
        return []
    return [
        Caution(
            "Addresses typed in the admin would keep their Vietnamese letters.",
            hint="Set WAGTAIL_ALLOW_UNICODE_SLUGS = False.",
            id="news.W001",
        )
    ]


@register()
def tones_have_a_place(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    if getattr(settings, "NEWS_TONE_PLACEMENT", OLD) in (OLD, NEW, ANY):
        return []
    return [
        Error(
            "The house style knows no such place for tone marks.",
            hint=f"Set NEWS_TONE_PLACEMENT to {OLD!r} (hòa), {NEW!r} (hoà) or {ANY!r}.",
            id="news.E002",
        )
    ]


@register()
def page_types_say_what_they_are_for(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """An editor chooses a page type by its description."""
    rooms = {config.label for config in apps.get_app_configs() if config.name.startswith("news")}
    return [
        Caution(
            f"{model.__name__} does not say what it is for.",
            hint="Give it a page_description in Vietnamese.",
            obj=model,
            id="news.W002",
        )
        for model in get_page_models()
        if model._meta.app_label in rooms and not getattr(model, "page_description", "")
    ]
