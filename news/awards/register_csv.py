"""The register as CSV: the columns of its table, and the addresses behind a row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext, override

from news.csv_tables import Column, Table
from news.models import ArticlePage
from search.addresses import absolute, address_of
from search.templatetags.search_tags import in_letters

from .models import AwardGrant, GrantArticle
from .models.grants import AwardGrantQuerySet
from .templatetags.awards_tags import merit, title_read

AT_ONCE = 500  # rows; the articles that tell of them are fetched together


@dataclass(frozen=True)
class Row:
    """A grant, and beside it what differs between languages.

    For by the time a row is written the thread may speak the language of another request.
    """

    grant: AwardGrant
    recipient: str
    kind: str
    title: str
    decided_by: str
    merit: str
    address: str
    articles: Sequence[str]


def _recipient(grant: AwardGrant) -> str:
    """Of an unnamed group with what is known of it, as the table has it: 7 cá nhân của 07 Sở Nội vụ."""
    words = in_letters(grant.recipient, grant.english_recipient)
    return f"{words} {grant.per_unit_note}".strip()


def _number(row: Row) -> str:
    decision = row.grant.decision
    return (decision.number or decision.subject) if decision else ""


def _decided_on(row: Row) -> str:
    decision = row.grant.decision
    return str(decision.decided_on or "") if decision else ""


# Days are written year first: Excel takes 12/11/2026 for a day in December where Windows is English.
REGISTER: Table[Row] = Table(
    "so-khen-thuong",
    [
        Column("Người, tập thể nhận", "Recipient", lambda row: row.recipient),
        Column("Đối tượng", "Kind of recipient", lambda row: row.kind),
        Column("Danh hiệu, hình thức", "Title", lambda row: row.title),
        Column("Cấp khen thưởng", "Decided by", lambda row: row.decided_by),
        Column("Thành tích", "Merit", lambda row: row.merit),
        Column("Quyết định", "Decision", _number),
        Column("Ngày quyết định", "Decided on", _decided_on),
        Column("Trao tặng", "Presented on", lambda row: str(row.grant.presented_on or "")),
        Column("Số lượt", "Grants", lambda row: 0 if row.grant.is_revoked else row.grant.quantity),
        Column("Đã hủy bỏ ngày", "Revoked on", lambda row: str(row.grant.revoked_on or "")),
        Column("Địa chỉ người nhận", "Address of the recipient", lambda row: row.address),
        Column("Địa chỉ tin bài", "Addresses of articles", lambda row: " ".join(row.articles)),
    ],
)


def rows(grants: AwardGrantQuerySet, language: str) -> Iterator[Row]:
    keys = grants.newest_first().values_list("pk", flat=True).iterator(chunk_size=AT_ONCE)
    while batch := list(islice(keys, AT_ONCE)):
        with override(language):
            made = _rows_of(AwardGrant.objects.for_display().in_order(batch))
        yield from made


def _rows_of(grants: Sequence[AwardGrant]) -> list[Row]:
    articles = _articles_of(grants)
    return [
        Row(
            grant,
            _recipient(grant),
            gettext(str(AwardGrant.RecipientKind(grant.recipient_kind).label)),
            title_read(grant),
            in_letters(grant.decided_by, grant.english_decider),
            merit(grant),
            _address(grant),
            articles[grant.pk],
        )
        for grant in grants
    ]


def _address(grant: AwardGrant) -> str:
    recipient = grant.person or grant.organisation
    return absolute(recipient.get_absolute_url()) if recipient else ""


def _articles_of(grants: Sequence[AwardGrant]) -> Mapping[int, list[str]]:
    links = list(GrantArticle.objects.filter(grant__in=grants).order_by("pk"))
    public = ArticlePage.objects.publicly_visible().select_related("locale").defer("body")
    pages = public.in_bulk({link.article_id for link in links})
    addresses = {pk: address_of(page) for pk, page in pages.items()}
    found: dict[int, list[str]] = defaultdict(list)
    for link in links:
        if link.article_id in addresses:
            found[link.grant_id].append(addresses[link.article_id])
    return found
