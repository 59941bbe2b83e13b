"""The rows of a list as new grants of the register: all of one list, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from news.awards.models import AwardGrant
from news.syndication.publications import changes

from .proposing import Choices, Row, propose, titles_on
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

    Each is saved as the form does it, so that pages, the search and the API follow; what the public
    sees is written once at the end. The log has a line for each grant, and one for the decision.
    """
    with changes():
        rows = propose(raw, choices, titles_on(choices.decision, lock=True))
        imported = [row for row in rows if row.is_new]
        for row in imported:
            row.grant.save()
        _log(imported, choices, file, user)
    known = sum(row.known is not None for row in rows)
    return Outcome(len(imported), known, len(rows) - known - len(imported))


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
