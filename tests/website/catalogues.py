"""The catalogues an editor's screen is made of: what is installed, and ours that lies over it."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import django
import django_filters
import polib
from django.apps import apps
from django.utils.translation.trans_real import DjangoTranslation, translation

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "site" / "locale_wagtail" / "vi" / "LC_MESSAGES"
ROOMS = ("website", "news", "people", "search")
# Things that a translation has to carry over as they are.
MARK = re.compile(r"%\(\w+\)[a-z]|%[ds]|\{\w*\}|</?[a-z][^<>]*>|&\w+;")


@dataclass(frozen=True)
class Catalogue:
    """All that one app can say in one domain, `django` or `djangojs`."""

    app: str
    file: Path

    def __str__(self) -> str:
        return f"{self.app} ({self.domain})"

    @property
    def domain(self) -> str:
        return self.file.stem

    @cached_property
    def entries(self) -> list[polib.POEntry]:
        return [entry for entry in polib.pofile(str(self.file)) if not entry.obsolete]

    def shown(self, entry: polib.POEntry) -> str | None:
        """What Django makes of it for an editor; None where nobody translated it."""
        key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
        known = vietnamese(self)._catalog  # type: ignore[attr-defined]
        return known.get((key, 0) if entry.msgid_plural else key) or None


@cache
def vietnamese(catalogue: Catalogue) -> DjangoTranslation:
    """Python and templates share one; the scripts of an app are given theirs alone."""
    if catalogue.domain == "django":
        return translation("vi")
    folder = str(catalogue.file.parents[2])
    return DjangoTranslation("vi", domain=catalogue.domain, localedirs=[folder])


def installed() -> list[Catalogue]:
    """In the order of INSTALLED_APPS; Django's own first."""
    folders = {"django": Path(django.__file__).parent / "conf"} | {
        config.name: Path(config.path)
        for config in apps.get_app_configs()
        if config.name.split(".")[0] not in ROOMS
    }
    found = [
        Catalogue(app, file)
        for app, folder in folders.items()
        for file in sorted(folder.glob("locale/en/LC_MESSAGES/*.po"))
    ]
    # Wagtail's lists use it without installing it, and it ships no English catalogue.
    file = Path(django_filters.__file__).parent / "locale/de/LC_MESSAGES/django.po"
    return [*found, Catalogue("django_filters", file)]


def ours(domain: str) -> list[polib.POEntry]:
    return list(polib.pofile(str(OURS / f"{domain}.po")))


def key(entry: polib.POEntry) -> tuple[str | None, str, str]:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def words(entry: polib.POEntry) -> str:
    """Vietnamese has one form for all numbers."""
    return entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr


def marks(text: str) -> list[str]:
    return sorted(MARK.findall(text))
