"""Parsed articles into the database: articles, their old view counts, and proposals.

What is sure is filled in, the rest becomes proposals. A text that came in before is never
brought in again: `ImportRecord.external_id` is unique, and its digest tells an unchanged text
from one that differs.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import DatabaseError
from django.db.models import QuerySet
from wagtail.models import Locale, Page

from news.models import ArticlePage, ImportRecord, NewsIndexPage, Proposal, SectionPage
from news.pageviews.models import ViewTotal
from news.syndication.publications import changes
from news.unfinished_photos import lacking_words

from .bulk import NewArticle, create_articles
from .drafts import Drafter
from .errors import UnreadableFile
from .parsed import ParsedArticle
from .photos import PhotoShelf

logger = logging.getLogger(__name__)

BATCH = 200


@dataclass
class Report:
    """What an import did, for the person who ran it."""

    counts: Counter[str] = field(default_factory=Counter)
    messages: list[str] = field(default_factory=list)

    def failed(self, message: str) -> None:
        self.counts["failed"] += 1
        self.messages.append(message)


@dataclass
class _Incoming:
    """One text on its way in."""

    text: ParsedArticle
    file: str
    record: ImportRecord | None
    parent: Page
    problems: list[str] = field(default_factory=list)
    """What came up while it was stored, beside what its text warned of."""
    proposals: int = 0

    @property
    def warnings(self) -> list[str]:
        return [*self.text.warnings, *self.problems]


def sections_for_imports() -> QuerySet[SectionPage]:
    """The sections texts come into; their translations share the slugs."""
    return SectionPage.objects.filter(locale=Locale.get_default())


class Importer:
    """One run: takes parsed articles one after the other, stores them in batches.

    Use it as a context manager, so that the last batch is stored too.
    """

    def __init__(
        self,
        *,
        section: SectionPage | NewsIndexPage | None = None,
        publish: bool = False,
        dry_run: bool = False,
        user: User | None = None,
        photos: PhotoShelf | None = None,
        report: Report | None = None,
        keep_lines: bool = False,
    ) -> None:
        self.publish, self.dry_run, self.user = publish, dry_run, user
        self.keep_lines = keep_lines
        self.report = report or Report()
        self._section = section
        self._photos = photos or PhotoShelf()
        self._drafter = Drafter(self._photos, user)
        self._waiting: list[_Incoming] = []
        self._index = NewsIndexPage.objects.filter(locale=Locale.get_default()).first()
        self._sections = {page.slug: page for page in sections_for_imports()}
        self._tried: dict[str, str] = {}
        """What a dry run would have stored: id and digest."""

    def __enter__(self) -> "Importer":
        return self

    def __exit__(self, error_type: type[BaseException] | None, *rest: object) -> None:
        if error_type is None:
            self.flush()

    def take(self, text: ParsedArticle, file: str) -> None:
        """Store the article, now or with the next batch, unless it came in before."""
        try:
            parent = self._parent_for(text, file)
        except UnreadableFile as problem:
            self.report.failed(str(problem))
            return
        if any(one.text.external_id == text.external_id for one in self._waiting):
            self.flush()  # only then it is known whether the first of the two came in
        self._waiting.append(_Incoming(text, file, None, parent))
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Store what is waiting."""
        waiting, self._waiting = self._waiting, []
        fresh = self._only_new(waiting)
        if self.dry_run:
            self._tried |= {one.text.external_id: one.text.source_digest for one in fresh}
            self._count(fresh)
            return
        for parent in {one.parent.pk: one.parent for one in fresh}.values():
            self._store([one for one in fresh if one.parent.pk == parent.pk], parent)

    def _only_new(self, waiting: Iterable[_Incoming]) -> list[_Incoming]:
        waiting = list(waiting)
        records = ImportRecord.objects.in_bulk(
            [one.text.external_id for one in waiting], field_name="external_id"
        )
        fresh = []
        for one in waiting:
            record = records.get(one.text.external_id)
            known = record.digest if record and record.article_id else None
            known = known or self._tried.get(one.text.external_id)
            if known is None:
                one.record = record
                fresh.append(one)
            elif known == one.text.source_digest:
                self.report.counts["unchanged"] += 1
            else:
                self.report.counts["differs"] += 1
                self.report.messages.append(
                    f"{_place(one)}: bài “{one.text.title}” đã nhập trước đây với nội dung khác; "
                    "giữ bản đang có."
                )
        return fresh

    def _store(self, incoming: Sequence[_Incoming], parent: Page) -> None:
        """One transaction for all; when a row is refused, one for each, so the good ones stay."""
        try:
            with self._photos.undo_on_error(), changes():
                self._save(incoming, parent)
        except DatabaseError:
            if len(incoming) == 1:
                place = _place(incoming[0])
                logger.exception("Không ghi được bài nhập: %s", place)  # in the database's English
                self.report.messages += incoming[0].warnings
                self.report.failed(
                    f"{place}: chưa lưu được vào cơ sở dữ liệu; nguyên nhân ghi trong nhật ký máy chủ."
                )
                return
            for one in incoming:
                self._store([one], parent)
            return
        self._count(incoming)

    def _save(self, incoming: Sequence[_Incoming], parent: Page) -> None:
        articles = [self._draft(one) for one in incoming]
        for ready, some in self._sorted(incoming, articles):
            if some:
                create_articles(parent, some, publish=ready, user=self.user)
        ViewTotal.objects.bulk_create(
            ViewTotal(article=article.page.translation_key, legacy=one.text.views)
            for one, article in zip(incoming, articles, strict=True)
            if one.text.views is not None
        )
        proposals: list[Proposal] = []
        for one, article in zip(incoming, articles, strict=True):
            self._record(one, article.page)
            found = self._drafter.proposals(one.text, article)
            one.proposals = len(found)
            proposals += found
        Proposal.objects.bulk_create(proposals)

    def _sorted(
        self, incoming: Sequence[_Incoming], articles: Sequence[NewArticle]
    ) -> Iterator[tuple[bool, list[NewArticle]]]:
        """Those to publish and those to leave as drafts; why a photo keeps one back is told."""
        if not self.publish:
            yield False, list(articles)
            return
        finished: list[NewArticle] = []
        unfinished: list[NewArticle] = []
        for one, article in zip(incoming, articles, strict=True):
            lacking = lacking_words(article.page.body, article.page.lead_photo)
            (unfinished if lacking else finished).append(article)
            if lacking:
                one.problems.append(f"{_place(one)}: để ở bản nháp. {' '.join(lacking)}")
        yield True, finished
        yield False, unfinished

    def _draft(self, one: _Incoming) -> NewArticle:
        article = self._drafter.article(one.text)
        one.problems = [f"{_place(one)}: {problem}" for problem in self._drafter.messages]
        return article

    def _record(self, one: _Incoming, page: ArticlePage) -> None:
        record = one.record or ImportRecord(external_id=one.text.external_id)
        record.digest = one.text.source_digest
        record.source = _place(one)[:300]
        record.article = page
        record.dropped = [[line.number, line.text, line.reason] for line in one.text.dropped]
        record.warnings = one.warnings
        record.lines = one.text.lines if self.keep_lines else []
        record.imported_by = self.user
        record.save()

    def _parent_for(self, text: ParsedArticle, file: str) -> Page:
        if text.section:
            section = self._sections.get(text.section)
            if section is None:
                raise UnreadableFile(file, f"không có chuyên mục “{text.section}”", text.line)
            return section
        if self._section is not None:
            return self._section
        if self._index is None:
            raise UnreadableFile(file, "chưa có trang tin tức để đặt bài vào", text.line)
        return self._index

    def _count(self, incoming: Sequence[_Incoming]) -> None:
        self.report.counts["imported"] += len(incoming)
        for one in incoming:
            self.report.counts["captions"] += len(one.text.captions)
            self.report.counts["dropped"] += len(one.text.dropped)
            self.report.counts["proposals"] += one.proposals
            self.report.counts["warnings"] += len(one.warnings)
            self.report.messages += one.warnings


def _place(one: _Incoming) -> str:
    return one.file if one.text.line is None else f"{one.file}, dòng {one.text.line}"
