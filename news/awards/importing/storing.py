"""The rows of a list as new grants of the register: all of one list, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from news.awards.models import AwardAnnouncementPage, AwardGrant, AwardTitle
from news.references import index_later
from news.syndication.publications import changes, touch
from search.outbox import remember_all

from .proposing import Choices, Row, find_known, read_rows, titles_on
from .tables import RawRow

LOG_ACTION = "awards.import_grants"


@dataclass(frozen=True)
class Outcome:
    imported: int
    known: int
    wrong: int


def store(raw: Sequence[RawRow], choices: Choices, file: str, user: User) -> Outcome:
    """Rows are looked at once more, for meanwhile somebody may have written some of them; what is wrong
    then stays out.

    All that needs no lock is done before there is one: others wait for it. The log has a line for each
    grant, and one for the decision.
    """
    rows = read_rows(raw, choices, titles_on(choices.decision))
    with changes():
        _lock_out_other_lists()
        find_known(rows)
        imported = [row for row in rows if row.is_new]
        _save([row.grant for row in imported])
        _log(imported, choices, file, user)
    known = sum(row.known is not None for row in rows)
    return Outcome(len(imported), known, len(rows) - known - len(imported))


def _lock_out_other_lists() -> None:
    """Until the end of the transaction; single grants may be saved."""
    list(AwardTitle.objects.select_for_update(no_key=True).values_list("pk"))


def _save(grants: Sequence[AwardGrant]) -> None:
    """Signals of single grants are not sent; what they would have done (index, publications, references)
    is done here once for all."""
    AwardGrant.objects.bulk_create(grants)
    remember_all(AwardGrant, [grant.pk for grant in grants])
    decisions = {grant.decision_id for grant in grants}
    pages = AwardAnnouncementPage.objects.filter(decision__in=decisions)
    remember_all(AwardAnnouncementPage, pages.values_list("pk", flat=True))
    for decision in decisions:
        touch("decision", decision)
    index_later(grants)


def _log(imported: Sequence[Row], choices: Choices, file: str, user: User) -> None:
    common = {"action": LOG_ACTION, "user": user, "timestamp": timezone.now()}
    of_grants = ContentType.objects.get_for_model(AwardGrant)
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=of_grants,
            object_id=str(row.grant.pk),
            label=str(row.grant),
            data={"file": file, "row": row.number},
            **common,
        )
        for row in imported
    )
    if imported and choices.decision:
        data = {"file": file, "count": len(imported)}
        log(choices.decision, LOG_ACTION, user=user, data=data)
