"""What the search can be narrowed to: year, section, province then and now, body, person, award.

Values are keys in addresses (slugs, keys of provinces, codes of titles); names are looked up when
they are shown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.models import Locale, Page

from news.awards.models import AwardAnnouncementPage, AwardTitle
from news.models import ArticlePage, SectionPage
from news.models.base import BasePage
from people.models import Organisation, Person, Province
from people.provinces import province_now
from search.facets import Facet, register_facet
from search.templatetags.search_tags import called, day, or_english, reads_vietnamese

Values = Iterator[tuple[Model, str]]


def years(instances: Sequence[Model]) -> Values:
    for instance in instances:
        if isinstance(instance, BasePage) and (shown := instance.search_time()):
            yield instance, str(timezone.localdate(shown).year)


def sections(instances: Sequence[Model]) -> Values:
    """The section an article stands in, and the others it names."""
    articles = _articles(instances)
    by_path = dict(SectionPage.objects.values_list("path", "slug"))
    for article in articles.values():
        if slug := by_path.get(article.path[: -Page.steplen]):
            yield article, slug
    named = ArticlePage.other_sections.through.objects.filter(articlepage__in=articles)
    yield from _of(articles, named.values_list("articlepage", "sectionpage__slug"))


def provinces(instances: Sequence[Model]) -> Values:
    """Each province a page is about or its event was in, and the one that stands there today."""
    articles = _articles(instances)
    named = ArticlePage.provinces.through.objects.filter(articlepage__in=articles)
    about = list(_of(articles, named.values_list("articlepage", "province")))
    about += [
        (page, page.event_province_id)
        for page in (*articles.values(), *_announcements(instances))
        if page.event_province_id
    ]
    succeeded = Province.objects.prefetch_related("successions__successor__successions")
    known = succeeded.in_bulk(list({number for _, number in about}))
    for page, number in about:
        yield page, known[number].key
        yield page, province_now(known[number]).key


def organisations(instances: Sequence[Model]) -> Values:
    """The bodies an article names; those an announcement honours, and who decided."""
    articles = _articles(instances)
    rows = ArticlePage.organisation_rows.rel.related_model.objects.filter(article__in=articles)
    yield from _of(articles, rows.values_list("article", "organisation__slug"))
    for page in _announcements(instances):
        for organisation in page.organisations():
            yield page, organisation.slug


def people(instances: Sequence[Model]) -> Values:
    """Who took part in what an article tells; whom an announcement honours."""
    articles = _articles(instances)
    rows = ArticlePage.participants.rel.related_model.objects.filter(
        article__in=articles, person__isnull=False
    )
    yield from _of(articles, rows.values_list("article", "person__slug"))
    for page in _announcements(instances):
        for grant in page.public_grants():
            if grant.person:
                yield page, grant.person.slug


def awards(instances: Sequence[Model]) -> Values:
    """The titles that a page tells of, once an editor has confirmed the grant."""
    for page in (*_articles(instances).values(), *_announcements(instances)):
        for grant in page.public_grants():
            yield page, grant.title.code


def _articles(instances: Sequence[Model]) -> dict[Any, ArticlePage]:
    return {each.pk: each for each in instances if isinstance(each, ArticlePage)}


def _announcements(instances: Sequence[Model]) -> list[AwardAnnouncementPage]:
    """They say themselves whom they are about, from what was fetched with them."""
    return [each for each in instances if isinstance(each, AwardAnnouncementPage)]


def _of(
    articles: Mapping[Any, ArticlePage], rows: Iterable[tuple[Any, Any]]
) -> Iterator[tuple[Model, Any]]:
    return ((articles[pk], value) for pk, value in rows)


# --- Names ---------------------------------------------------------------------------------------


def _year_names(values: Sequence[str]) -> Mapping[str, str]:
    return {value: value for value in values if value.isdigit()}


def _section_names(values: Sequence[str]) -> Mapping[str, str]:
    live = SectionPage.objects.publicly_visible().filter(
        slug__in=values, locale=Locale.get_active()
    )
    return dict(live.values_list("slug", "title"))


def _province_names(values: Sequence[str]) -> Mapping[str, str]:
    known = Province.objects.filter(key__in=values)
    return {province.key: _province_name(province) for province in known}


def _province_name(province: Province) -> SafeString | str:
    name = or_english(province.name, province.name_en)
    if not province.valid_to:
        return name
    until = f" ({gettext('đến')} {day(province.valid_to)})"
    return f"{name}{until}" if reads_vietnamese() else format_html("{}{}", name, until)


def _names_in(model: type[Model], key: str) -> Callable[[Sequence[str]], dict[str, str]]:
    """By the English names for those who read English, where they have one."""

    def names(values: Sequence[str]) -> dict[str, str]:
        rows = model._default_manager.filter(**{f"{key}__in": values})
        return {getattr(row, key): called(row) for row in rows}

    return names


def _person_names(values: Sequence[str]) -> Mapping[str, str]:
    return dict(Person.objects.filter(slug__in=values).values_list("slug", "full_name"))


register_facet(Facet("section", "Chuyên mục", sections, _section_names, names_are_marked=True))
register_facet(
    Facet("province", "Tỉnh, thành phố", provinces, _province_names, names_are_marked=True)
)
register_facet(Facet("year", "Năm", years, _year_names, by_value=True, most=30))
register_facet(
    Facet(
        "award",
        "Danh hiệu, hình thức",
        awards,
        _names_in(AwardTitle, "code"),
        names_are_marked=True,
    )
)
register_facet(
    Facet(
        "organisation",
        "Cơ quan",
        organisations,
        _names_in(Organisation, "slug"),
        names_are_marked=True,
    )
)
register_facet(Facet("person", "Nhân sự", people, _person_names))
