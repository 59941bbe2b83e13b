"""What finished HTML is made with beside an article's own facts: when that differs, it is not shown."""

import hashlib
import sysconfig
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import django
import wagtail
from django.apps import AppConfig, apps
from django.conf import settings
from django.template import engines
from django.utils import translation
from wagtail.models import Site

from news.awards.templatetags.awards_tags import awards_index
from news.syndication.publisher import publisher
from search.remembering import remembered

ROOMS = ("news", "people", "search")
ADDRESSES = ("MEDIA_URL", "PUBLIC_URL", "STATIC_URL", "WAGTAILADMIN_BASE_URL")


def made_with(language: str) -> str:
    """The same in all processes of one release that show the same name and addresses: those of pages are
    whole where there are several sites."""
    return remembered(f"made with in {language}", lambda: _made_with(language))


def _made_with(language: str) -> str:
    with translation.override(language):
        register = awards_index()
        shown = (publisher(), register and register.url, sorted(Site.get_site_root_paths()))
    addresses = [getattr(settings, name, None) for name in ADDRESSES]
    told = repr((_release(), shown, addresses, settings.STORAGES["staticfiles"]))
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


@cache
def _release() -> str:
    """A fingerprint of all that is not a library's: programs, templates, scripts and words."""
    digest = hashlib.blake2b(f"{django.VERSION} {wagtail.VERSION}".encode())
    for name, file in sorted(_files()):
        digest.update(name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """By names that are the same wherever it is installed."""
    folders = {Path(app.path) for app in apps.get_app_configs() if _is_no_library(app)}
    folders |= {
        Path(each)
        for each in chain.from_iterable(each["DIRS"] for each in engines.templates.values())
    }
    folders |= {Path(each) for each in settings.LOCALE_PATHS}
    for folder in folders:
        if folders.isdisjoint(folder.parents):
            for file in folder.rglob("*"):
                if file.is_file() and file.suffix != ".pyc":
                    yield f"{folder.name}/{file.relative_to(folder).as_posix()}", file


def _is_no_library(app: AppConfig) -> bool:
    libraries = Path(sysconfig.get_path("purelib"))
    return app.name.partition(".")[0] in ROOMS or libraries not in Path(app.path).parents
