"""An editor's yes or no to what an import proposes.

Each kind of proposal has one function here that makes it a fact; its docstring says what the
payload holds. A yes that cannot be carried out raises `CannotAccept` and changes nothing.
"""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from news.awards.models import AwardGrant
from news.models import ArticleByline, ArticlePage, Proposal
from news.models.articles import PartOfDay
from news.unfinished_photos import PhotosUnfinished
from people.models import Cluster, ClusterYear, Organisation, Person, Post, Province
from people.provinces import province_at

from .bylines import names_only, read_byline
from .facts import (
    cluster_named,
    has_name_of_its_own,
    kind_of_organisation,
    level_of_organisation,
    organisation_named,
    person_named,
    persons_named,
    province_of_organisation,
    split_post,
)
from .language import plain

Row = TypeVar("Row", bound=Model)


class CannotAccept(Exception):
    """Why a proposal cannot become a fact, as one Vietnamese sentence."""


@transaction.atomic
def accept(proposal: Proposal, user: User | None = None) -> None:
    """Make the proposal a fact. Raises CannotAccept, with nothing changed."""
    if (still_open := _still_open(proposal)) is not None:
        if not may_accept(still_open, user):
            raise CannotAccept(_NOT_YOURS[Proposal.Kind(still_open.kind)])
        _ACCEPT[Proposal.Kind(still_open.kind)](still_open, user)
        _close(still_open, Proposal.State.ACCEPTED, user)


def may_accept(proposal: Proposal, user: User | None) -> bool:
    """What is written into the register, or the lists of people and bodies, is public at once."""
    if user is None or proposal.kind not in _NOT_YOURS:
        return True
    if proposal.kind == Proposal.Kind.GRANT:
        return bool(proposal.article.permissions_for_user(user).can_publish())
    return user.has_perm("people.change_person")


@transaction.atomic
def refuse(proposal: Proposal, user: User | None = None) -> None:
    """Leave the text as it is; a proposed grant is taken out of the register again.

    Raises CannotAccept for a grant that somebody has confirmed in the register meanwhile.
    """
    if (still_open := _still_open(proposal)) is not None:
        _drop_grant(still_open)
        _close(still_open, Proposal.State.REFUSED, user)


def _still_open(proposal: Proposal) -> Proposal | None:
    """The proposal as it is now, or None when somebody has decided it.

    The article is locked first: of two editors who decide at the same moment the second waits
    for the first, and neither edits a text the other has just replaced.
    """
    Page.objects.select_for_update().get(pk=proposal.article_id)
    return Proposal.objects.open().filter(pk=proposal.pk).first()


def _close(proposal: Proposal, state: Proposal.State, user: User | None) -> None:
    proposal.state = state
    proposal.decided_by, proposal.decided_at = user, timezone.now()
    proposal.save()


def _drop_grant(proposal: Proposal) -> None:
    grant, proposal.grant = proposal.grant, None
    if grant is not None and grant.status != AwardGrant.Status.PROPOSED:
        raise CannotAccept("Lượt khen thưởng này đã được xác nhận trong sổ; hãy nhận đề xuất.")
    if grant is not None:
        proposal.save()  # first let go of the row, which would take the proposal with it
        grant.delete()


# --- One function for each kind -----------------------------------------------------------


def _accept_caption(proposal: Proposal, user: User | None) -> None:
    """payload: {"block": id of the paragraph in the body that is a caption}"""

    def make_photo(article: ArticlePage) -> None:
        for position, block in enumerate(article.body):
            if block.id == proposal.payload["block"] and block.block_type == "paragraph":
                photo = article.body.stream_block.child_blocks["photo"]
                article.body[position] = ("photo", photo.to_python({"caption": proposal.words}))
                return
        raise CannotAccept("Đoạn này đã được sửa hoặc không còn trong bài.")

    _edit(proposal.article, user, make_photo)


def _accept_byline(proposal: Proposal, user: User | None) -> None:
    """payload: {"name", "unit", "role"}"""

    def add_row(article: ArticlePage) -> None:
        article.byline.add(ArticleByline(**proposal.payload))
        _drop_repeated_byline(article)

    _edit(proposal.article, user, add_row)


def _accept_event(proposal: Proposal, user: User | None) -> None:
    """payload: {"date": ISO or None, "part_of_day", "province", "place"}

    Fills in what the article does not say yet; what an editor has written stays.
    """

    def fill_in(article: ArticlePage) -> None:
        event = event_of(proposal.payload, article.event_date)
        if article.event_date is None and event.day:
            article.event_date, article.event_part_of_day = event.day, event.part_of_day
        article.event_place = article.event_place or event.place
        article.event_province = article.event_province or event.province

    _edit(proposal.article, user, fill_in)


@dataclass(frozen=True)
class Event:
    day: datetime.date | None
    part_of_day: str
    province: Province | None
    place: str

    def get_part_of_day_display(self) -> str:
        return dict(PartOfDay.choices).get(self.part_of_day, "")


def event_of(payload: dict[str, Any], known_day: datetime.date | None) -> Event:
    """What a yes writes where the article says nothing: a part of a day with its day alone, and the
    province that bore the name on the day of the event."""
    day = _day(payload["date"])
    name, on = payload["province"], known_day or day
    return Event(
        day=day,
        part_of_day=payload["part_of_day"] if day else "",
        province=province_at(name, on) if name and on else None,
        place=payload["place"][:200],
    )


def _accept_person(proposal: Proposal, user: User | None) -> None:
    """payload: {"participant": translation key of the row, "name", "honorific",
    "posts": as printed, "on": ISO day or None, "person": id of a known person or None}

    The posts are facts of that day: when neither their first nor their last day is known,
    the day of the event is the earliest one a source shows them held.
    """
    payload = proposal.payload
    person = _the_person(payload)
    day = _day(payload["on"])
    if day:
        for order, words in enumerate(payload["posts"]):
            _attest_post(person, words, day, order)

    def link(article: ArticlePage) -> None:
        for row in article.participants.all():
            if row.translation_key == uuid.UUID(payload["participant"]):
                row.person = person
                article.participants.add(row)

    _edit(proposal.article, user, link)


def _accept_cluster_year(proposal: Proposal, user: User | None) -> None:
    """payload: {"cluster": name, "year", "head": name, "deputies": [names]}"""
    payload = proposal.payload
    if not payload["cluster"] or not payload["year"]:
        raise CannotAccept("Câu này không nói rõ cụm nào, năm nào; hãy ghi tay vào cụm thi đua.")
    cluster = cluster_named(payload["cluster"]) or _saved(Cluster(name=payload["cluster"]))
    year, is_new = ClusterYear.objects.get_or_create(cluster=cluster, year=payload["year"])
    day = proposal.article.event_date or datetime.date(payload["year"], 1, 1)
    head = _leading(payload["head"], day) if payload["head"] else None
    if not is_new and head and year.head and year.head != head:
        raise CannotAccept(f"{cluster} năm {year.year} đã có cụm trưởng: {year.head}.")
    year.head = year.head or head
    year.deputies.add(*(_leading(name, day) for name in payload["deputies"]))
    year.save()

    def link(article: ArticlePage) -> None:
        article.clusters.add(cluster)

    _edit(proposal.article, user, link)


def _accept_grant(proposal: Proposal, user: User | None) -> None:
    """payload: {} and a grant marked "proposed"; or {"unknown_title": words} and none"""
    grant = proposal.grant
    if grant is None:
        raise CannotAccept(
            f"Không có danh hiệu nào tên “{proposal.payload.get('unknown_title', '')}”; "
            "hãy ghi lượt khen thưởng bằng tay rồi bỏ đề xuất này."
        )
    if grant.status != AwardGrant.Status.PROPOSED:
        return  # confirmed in the register meanwhile
    _link_recipient(grant, proposal.article.event_date or timezone.localdate())
    known = _same_grant(grant)
    if known:
        known.articles.add(proposal.article)
        proposal.payload = {"same_as": known.pk}
        _drop_grant(proposal)
        return
    grant.status = AwardGrant.Status.CONFIRMED
    try:
        grant.full_clean()
    except ValidationError as error:
        raise CannotAccept(" ".join(error.messages)) from error
    grant.save()


_ACCEPT: dict[Proposal.Kind, Callable[[Proposal, User | None], None]] = {
    Proposal.Kind.CAPTION: _accept_caption,
    Proposal.Kind.BYLINE: _accept_byline,
    Proposal.Kind.EVENT: _accept_event,
    Proposal.Kind.PERSON: _accept_person,
    Proposal.Kind.CLUSTER_YEAR: _accept_cluster_year,
    Proposal.Kind.GRANT: _accept_grant,
}

_FOR_EDITORS = (
    "Ghi vào danh sách nhân sự, cơ quan là việc của biên tập viên;"
    " đề xuất này vẫn chờ khi bài được gửi duyệt."
)
_NOT_YOURS = {
    Proposal.Kind.PERSON: _FOR_EDITORS,
    Proposal.Kind.CLUSTER_YEAR: _FOR_EDITORS,
    Proposal.Kind.GRANT: "Chỉ người có quyền đăng bài mới đưa lượt khen thưởng vào sổ được.",
}


# --- Details -------------------------------------------------------------------------------


def _drop_repeated_byline(article: ArticlePage) -> None:
    """The last paragraph, when it says nothing but who stands in the byline by now."""
    paragraphs = [
        place for place, block in enumerate(article.body) if block.block_type == "paragraph"
    ]
    if not paragraphs:
        return
    found = read_byline(plain(get_text_for_indexing(article.body[paragraphs[-1]].value.source)))
    if found and names_only(found, (row.name for row in article.byline.all())):
        del article.body[paragraphs[-1]]


def _edit(
    article: ArticlePage,
    user: User | None,
    change: Callable[[ArticlePage], None],
) -> None:
    """Change the newest revision; what readers see changes too unless a draft is waiting."""
    article = ArticlePage.objects.get(pk=article.pk)
    draft_waits = article.has_unpublished_changes
    page = article.get_latest_revision_as_object()
    change(page)
    try:
        revision = page.save_revision(user=user, log_action=True)
    except ValidationError as error:
        raise CannotAccept(f"Bài chưa lưu được: {' '.join(error.messages)}") from error
    may_publish = user is None or article.permissions_for_user(user).can_publish()
    if article.live and not draft_waits and may_publish:
        try:
            revision.publish(user=user)
        except PhotosUnfinished as why:
            raise CannotAccept(str(why)) from why


def _the_person(payload: dict[str, Any]) -> Person:
    """The person known when the text came in, or known since; a new one when there is none."""
    known = Person.objects.filter(pk=payload["person"]).first()
    namesakes = [known] if known else persons_named(payload["name"])
    if len(namesakes) > 1:
        raise CannotAccept(
            f"Có {len(namesakes)} nhân sự tên {payload['name']}; hãy chọn đúng người trong bài."
        )
    if namesakes:
        return namesakes[0]
    return _saved(
        Person(full_name=payload["name"], honorific=_known_honorific(payload["honorific"]))
    )


def _organisation(name: str, day: datetime.date) -> Organisation | None:
    """The organisation of that name; a new one, of the kind and province its name tells.

    None for a word that every province has one of ("Tỉnh ủy", "Sở"): it names nobody.
    """
    known = organisation_named(name)
    if known or not has_name_of_its_own(name):
        return known
    return _saved(
        Organisation(
            name=name,
            kind=kind_of_organisation(name),
            level=level_of_organisation(name),
            province=province_of_organisation(name, day),
        )
    )


def _leading(name: str, day: datetime.date) -> Organisation:
    organisation = _organisation(name, day)
    if organisation is None:
        raise CannotAccept(f"“{name}” không phải tên riêng của cơ quan nào; hãy ghi tay vào cụm.")
    return organisation


def _saved(instance: Row) -> Row:
    """The new row, stored; CannotAccept when a name is longer than its field, say."""
    try:
        instance.full_clean()
    except ValidationError as error:
        raise CannotAccept(" ".join(error.messages)) from error
    instance.save()
    return instance


def _attest_post(person: Person, words: str, day: datetime.date, order: int) -> None:
    """Record the post, unless the words do not tell title from body, or it is known already."""
    split = split_post(words)
    if split is None:
        return
    title, body = split
    organisation = _organisation(body, day)
    if organisation is None:
        return
    known = person.posts_on(day).filter(organisation=organisation, title__iexact=title)
    if not known.exists():
        Post.objects.create(
            person=person,
            organisation=organisation,
            title=title,
            wording=words,
            attested_on=day,
            sort_order=order,
        )


def _link_recipient(grant: AwardGrant, day: datetime.date) -> None:
    kinds = AwardGrant.RecipientKind
    if grant.recipient_kind == kinds.ORGANISATION and grant.organisation is None:
        grant.organisation = _organisation(grant.recipient_name, day)
    if grant.recipient_kind == kinds.PERSON and grant.person is None:
        grant.person = person_named(grant.recipient_name)


def _same_grant(grant: AwardGrant) -> AwardGrant | None:
    """The confirmed grant another article has told of already."""
    if grant.recipient_kind == AwardGrant.RecipientKind.UNNAMED or grant.year is None:
        return None
    return (
        AwardGrant.objects.confirmed()
        .filter(
            title=grant.title,
            rank=grant.rank,
            year=grant.year,
            recipient_kind=grant.recipient_kind,
            organisation=grant.organisation,
            person=grant.person,
            recipient_name=grant.recipient_name,
        )
        .first()
    )


def _known_honorific(word: str) -> str:
    return word if word in Person.Honorific.values else ""


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
