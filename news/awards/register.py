"""The award register, narrowed to what an address asks for: the same for the page, its totals and its CSV."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from news.models import ArticlePage
from news.models.base import BasePage
from people.models import Organisation, Person
from search.narrowing import bearing
from search.vietnamese.analysis import tokens
from search.vietnamese.document_numbers import document_numbers
from search.vietnamese.normalise import clean

from .models import AwardAnnouncementPage, AwardDecision, AwardGrant, AwardTitle, GrantArticle
from .models.decisions import YEAR_RANGE
from .models.grants import AwardGrantQuerySet

LONGEST = 200  # letters
NO_YEAR = gettext_lazy("cần một năm viết bằng bốn chữ số, ví dụ 2025")
NOT_OFFERED = gettext_lazy("không có lựa chọn này trong sổ")
FIRST_YEAR, LAST_YEAR = (each.limit_value for each in YEAR_RANGE)


class YearField(forms.IntegerField):
    def __init__(self, label: Any) -> None:
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), NO_YEAR)
        limits = {"min_value": FIRST_YEAR, "max_value": LAST_YEAR}
        super().__init__(label=label, required=False, error_messages=messages, **limits)

    def to_python(self, value: Any) -> int | None:
        """Python also reads 2_025 and ２０２５."""
        if value and not (value.strip().isascii() and value.strip().isdigit()):
            raise ValidationError(NO_YEAR)
        return super().to_python(value)


class RegisterForm(forms.Form):
    """What is asked for, as it stands in the address. What makes no sense is told, and narrows nothing."""

    q = forms.CharField(
        label=gettext_lazy("Tên người, cơ quan, số quyết định"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": gettext_lazy("dài quá, xin gõ nhiều nhất 200 ký tự")},
    )
    title = forms.ChoiceField(
        label=gettext_lazy("Danh hiệu, hình thức"),
        required=False,
        error_messages={"invalid_choice": NOT_OFFERED},
    )
    year = YearField(gettext_lazy("Năm thành tích"))
    decided = YearField(gettext_lazy("Năm quyết định"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Đối tượng"),
        required=False,
        choices=AwardGrant.RecipientKind,
        error_messages={"invalid_choice": NOT_OFFERED},
    )
    source = forms.UUIDField(
        label=gettext_lazy("Tin bài"),
        required=False,
        error_messages={"invalid": gettext_lazy("không có tin bài công khai nào như vậy")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told_in: BasePage | None = None
        title: Any = self.fields["title"]
        title.choices = [(each.code, each.name) for each in self._titles]

    # --- What is asked ---------------------------------------------------------------------------

    def clean_q(self) -> str:
        typed = clean(self.cleaned_data["q"])
        if typed and not tokens(typed):
            raise ValidationError(gettext_lazy("cần có chữ cái hoặc chữ số"))
        return typed

    def clean_source(self) -> Any:
        """An article or an announcement: the public must be able to see it."""
        key = self.cleaned_data["source"]
        if key:
            self.told_in = next(_public_pages(key), None)
            if self.told_in is None:
                raise ValidationError(self.fields["source"].error_messages["invalid"])
        return key

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """By the names in the address, without what is wrong."""
        self.is_valid()  # once, whoever asks first
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def chosen_title(self) -> AwardTitle | None:
        code = self.chosen.get("title")
        return next((each for each in self._titles if each.code == code), None)

    @property
    def chosen_kind(self) -> str:
        return dict(AwardGrant.RecipientKind.choices).get(self.chosen.get("kind", ""), "")

    @property
    def behind(self) -> int:
        """How many are chosen of those that a narrow screen folds away."""
        return len(self.chosen.keys() & {"title", "year", "decided", "kind"})

    # --- What is answered ------------------------------------------------------------------------

    def grants(self) -> AwardGrantQuerySet:
        chosen = self.chosen
        grants = AwardGrant.objects.public()
        if "q" in chosen:
            grants = grants.filter(_named(chosen["q"]))
        if "title" in chosen:
            grants = grants.filter(title__code=chosen["title"])
        if "year" in chosen:
            grants = grants.of_merit_in(chosen["year"])
        if "decided" in chosen:
            grants = grants.decided_in(chosen["decided"])
        if "kind" in chosen:
            grants = grants.filter(recipient_kind=chosen["kind"])
        if "source" in chosen:
            grants = grants.filter(_told_in(chosen["source"]))
        return grants

    # --- What is offered -------------------------------------------------------------------------

    @cached_property
    def _titles(self) -> list[AwardTitle]:
        """All there are, for an address may ask for any."""
        granted = AwardGrant.objects.public().filter(title=OuterRef("pk"))
        return list(AwardTitle.objects.annotate(is_granted=Exists(granted)))

    @property
    def titles(self) -> list[AwardTitle]:
        return [each for each in self._titles if each.is_granted or each == self.chosen_title]

    @property
    def years(self) -> list[int]:
        """Every year of merit, those between the first and the last of several too."""
        periods = AwardGrant.objects.public().exclude(year=None).order_by()
        pairs = periods.values_list("year", "year_to").distinct()
        years = {year for first, last in pairs for year in range(first, (last or first) + 1)}
        return self._offered("year", years)

    @property
    def decision_years(self) -> list[int]:
        given = AwardGrant.objects.public().filter(decision=OuterRef("pk"))
        days = AwardDecision.objects.filter(Exists(given)).dates("decided_on", "year")
        return self._offered("decided", {day.year for day in days})

    def _offered(self, name: str, years: set[int]) -> list[int]:
        """The newest first; what is chosen is among them, so that the field shows it."""
        return sorted(years | {self.chosen[name]} if name in self.chosen else years, reverse=True)


def _named(words: str) -> Q:
    """Who received it, as printed that day or as called today; or the number of its decision."""
    number = next(iter(document_numbers(words)), None)
    written = number.text if number else words
    return (
        Q(pk__in=bearing(words, AwardGrant.objects.all(), "recipient_name").values("pk"))
        | Q(person__in=bearing(words, Person.objects.all(), "full_name"))
        | Q(organisation__in=bearing(words, Organisation.objects.all()))
        | Q(decision__in=bearing(written, AwardDecision.objects.all(), "number"))
    )


def _public_pages(key: Any) -> Iterator[BasePage]:
    """With that key, in the reader's language first."""
    for model in (ArticlePage, AwardAnnouncementPage):
        pages = model.objects.publicly_visible().filter(translation_key=key)
        yield from pages.filter(locale=Locale.get_active())
        yield from pages[:1]


def _told_in(key: Any) -> Q:
    """What an article tells of, in whichever of its languages; what an announcement shows, those of
    other decisions too. That the public sees one of them was looked at before.
    """
    pages = AwardAnnouncementPage.objects.publicly_visible().filter(translation_key=key)
    by_hand = AwardAnnouncementPage.more_grants.through.objects.filter(
        awardannouncementpage__in=pages
    )
    links = GrantArticle.objects.filter(article__translation_key=key)
    return (
        Q(pk__in=links.values("grant"))
        | Q(decision__in=pages.exclude(decision=None).values("decision"))
        | Q(pk__in=by_hand.values("awardgrant"))
    )
