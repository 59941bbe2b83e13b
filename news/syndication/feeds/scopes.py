"""What a feed is of: everything, or one section, province, award title; in one language."""

from collections.abc import Sequence
from dataclasses import dataclass

from wagtail.coreutils import get_content_languages

from news.awards.models import AwardTitle
from news.models import SectionPage
from news.syndication.api.source import default_language
from people.models import Province
from search.addresses import absolute, address_of

TERRITORIES = {"vi": "vi-VN"}


@dataclass(frozen=True)
class Scope:
    language: str
    home: str  # full address of the page for people
    name: str = ""  # "" for everything
    facets: Sequence[tuple[str, str]] = ()

    @property
    def language_tag(self) -> str:
        return TERRITORIES.get(self.language, self.language)


class Unknown(Exception):
    """There is no such scope, or nobody outside may know of it; says so in Vietnamese."""


def everything(locale: str | None) -> Scope:
    language = _language(locale)
    return Scope(language, _home(language))


def section(home: str) -> Scope:
    """The public section with that full address."""
    slug = home.rstrip("/").rpartition("/")[2]
    sections = SectionPage.objects.publicly_visible().filter(slug=slug).select_related("locale")
    for page in sections:
        if address_of(page) == home:
            facet = ("section", str(page.translation_key))
            return Scope(page.locale.language_code, home, page.title, [facet])
    raise Unknown("Không có chuyên mục nào ở địa chỉ này.")


def province(key: str, locale: str | None) -> Scope:
    """As it was called in the article, or as it is called today."""
    language = _language(locale)
    row = Province.objects.filter(key=key).first()
    if row is None:
        raise Unknown("Không có tỉnh, thành phố nào mang khóa này.")
    name = row.full_name if language == default_language() else row.name_en
    return Scope(language, _home(language), name, [("province", key)])


def award(code: str, locale: str | None) -> Scope:
    language = _language(locale)
    row = AwardTitle.objects.filter(code=code).first()
    if row is None:
        raise Unknown("Không có danh hiệu, hình thức khen thưởng nào mang mã này.")
    name = row.name if language == default_language() else row.name_en or row.name
    return Scope(language, _home(language), name, [("award", code)])


def _language(locale: str | None) -> str:
    """None is the default language, which has no prefix and is not to have two addresses."""
    if locale is None:
        return default_language()
    if locale == default_language() or locale not in get_content_languages():
        raise Unknown("Không có tin bằng ngôn ngữ này.")
    return locale


def _home(language: str) -> str:
    return absolute("/" if language == default_language() else f"/{language}/")
