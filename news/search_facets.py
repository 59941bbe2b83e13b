"""What the search can be narrowed to: year, section, province then and now, body, person, award.

Values are keys in addresses (slugs, keys of provinces, codes of titles); names are looked up when
they are shown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model
from wagtail.models import Locale, Page

from news.awards.models import AwardTitle
from news.models import ArticlePage, SectionPage
from news.models.base import BasePage
from people.models import Organisation, Person, Province
from people.provinces import province_now, provinces_by_key
from search.facets import Facet, register_facet

Values = Iterator[tuple[Model, str]]


def years(instances: Sequence[Model]) -> Values:
    for instance in instances:
        if isinstance(instance, BasePage) and (day := instance.search_day()):
            yield instance, str(day.year)


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
    """Each province an article is about, and the one that stands there today."""
    articles = _articles(instances)
    named = ArticlePage.provinces.through.objects.filter(articlepage__in=articles)
    about = [(pk, key) for pk, key in named.values_list("articlepage", "province__key")]
    known = provinces_by_key()
    by_number = {province.pk: key for key, province in known.items()}
    about += [
        (pk, by_number[article.event_province_id])
        for pk, article in articles.items()
        if article.event_province_id in by_number
    ]
    for pk, key in about:
        yield articles[pk], key
        yield articles[pk], province_now(known[key]).key


def organisations(instances: Sequence[Model]) -> Values:
    articles = _articles(instances)
    rows = ArticlePage.organisation_rows.rel.related_model.objects.filter(article__in=articles)
    yield from _of(articles, rows.values_list("article", "organisation__slug"))


def people(instances: Sequence[Model]) -> Values:
    articles = _articles(instances)
    rows = ArticlePage.participants.rel.related_model.objects.filter(
        article__in=articles, person__isnull=False
    )
    yield from _of(articles, rows.values_list("article", "person__slug"))


def awards(instances: Sequence[Model]) -> Values:
    """The titles that an article tells of, once an editor has confirmed the grant."""
    for article in _articles(instances).values():
        for grant in article.public_grants():
            yield article, grant.title.code


def _articles(instances: Sequence[Model]) -> dict[Any, ArticlePage]:
    return {each.pk: each for each in instances if isinstance(each, ArticlePage)}


def _of(articles: Mapping[Any, ArticlePage], rows: Iterable[tuple[Any, str]]) -> Values:
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


def _province_name(province: Province) -> str:
    return (
        f"{province.name} (đến {province.valid_to:%d/%m/%Y})"
        if province.valid_to
        else province.name
    )


def _names_in(model: type[Model], key: str, name: str) -> Callable[[Sequence[str]], dict[str, str]]:
    def names(values: Sequence[str]) -> dict[str, str]:
        rows = model._default_manager.filter(**{f"{key}__in": values})
        return dict(rows.values_list(key, name))

    return names


register_facet(Facet("section", "Chuyên mục", sections, _section_names))
register_facet(Facet("province", "Tỉnh, thành phố", provinces, _province_names))
register_facet(Facet("year", "Năm", years, _year_names, by_value=True, most=30))
register_facet(
    Facet("award", "Danh hiệu, hình thức", awards, _names_in(AwardTitle, "code", "name"))
)
register_facet(
    Facet("organisation", "Cơ quan", organisations, _names_in(Organisation, "slug", "name"))
)
register_facet(Facet("person", "Nhân sự", people, _names_in(Person, "slug", "full_name")))
