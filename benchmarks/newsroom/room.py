"""A newsroom whose editors do something or other, the same for the same seed."""

import random
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from news.awards.models import AwardAnnouncementPage, ConsultationPage
from news.models import ArticlePage, NewsIndexPage, SectionPage

FEW_ARTICLES, MANY_ARTICLES = 8, 30  # drafts, copies and translations are articles too


class NothingToDo(Exception):
    """There is nothing now that this could be done to; the editors do something else."""


class Newsroom:
    """`done` counts what was done, by its name; `lately` are the last names."""

    def __init__(self, seed: int, operations: Sequence[Callable[["Newsroom"], object]]) -> None:
        self.chance = random.Random(seed)
        self.operations = operations
        self.done: Counter[str] = Counter()
        self.lately: deque[str] = deque(maxlen=30)
        self.missed = 0  # publications that were wrong though nobody had gone past the hooks

    def do_something(self) -> None:
        while True:
            operation = self.chance.choice(self.operations)
            try:
                operation(self)
            except NothingToDo:
                continue
            self.done[operation.__name__] += 1
            self.lately.append(operation.__name__)
            return

    # --- What there is to choose from, in an order that does not depend on the database -------------

    def one(self, queryset: Any) -> Any:
        """Read afresh: whatever was in hand may have changed since."""
        keys = list(queryset.order_by("pk").values_list("pk", flat=True))
        self.needs(keys)
        return queryset.model._default_manager.get(pk=self.chance.choice(keys))

    def article(self, **which: Any) -> Any:
        return self.one(ArticlePage.objects.filter(**which))

    def page(self, **which: Any) -> Any:
        """An article mostly; or an announcement, or a consultation."""
        types = [ArticlePage] * 4 + [AwardAnnouncementPage, ConsultationPage]
        return self.one(self.chance.choice(types).objects.filter(**which))

    def section(self, language: str = "vi") -> Any:
        return self.one(SectionPage.objects.filter(locale__language_code=language))

    def place_for_an_article(self) -> Any:
        news = NewsIndexPage.objects.filter(locale__language_code="vi").order_by("pk").first()
        return news if self.likely(0.1) else self.section()

    def another_place(self, page: Any) -> Any:
        """In its language, and not where it stands."""
        sections = SectionPage.objects.filter(locale=page.locale_id)
        return self.one(sections.exclude(path=page.path[: -page.steplen]))

    # --- Chance -----------------------------------------------------------------------------------

    def needs(self, condition: object) -> None:
        if not condition:
            raise NothingToDo

    def needs_room_for_articles(self) -> None:
        self.needs(ArticlePage.objects.count() < MANY_ARTICLES)

    def needs_many_articles(self) -> None:
        self.needs(ArticlePage.objects.count() > FEW_ARTICLES)

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def some(self, items: Iterable[Any], most: int) -> list[Any]:
        items = list(items)
        return self.chance.sample(items, self.chance.randint(0, min(most, len(items))))

    def words(self, what: str) -> str:
        return f"{what} {self.chance.randrange(10**9)}"

    def slug(self, start: str) -> str:
        return f"{start}-{self.chance.randrange(10**9)}"
