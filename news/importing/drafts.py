"""From a parsed article to the rows it becomes, and to what it proposes. Saves only grants."""

import datetime
import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from news.awards.models import AwardGrant
from news.models import ArticleByline, ArticlePage, ArticleParticipant, Photo, Proposal

from . import parsed as source
from .bulk import NewArticle
from .errors import UnreadableFile
from .facts import Facts, person_named
from .photos import PhotoShelf


class Drafter:
    """Drafts articles for one import run; `messages` tells of the last one's unusable photos."""

    def __init__(self, photos: PhotoShelf, user: User | None) -> None:
        self.messages: list[str] = []
        self._photos, self._user = photos, user
        self._facts = Facts()

    def article(self, text: source.ParsedArticle) -> NewArticle:
        """What is sure: the page, its byline and its participants, not saved."""
        self.messages = []
        body, first_photo = self._body(text)
        page = ArticlePage(
            title=text.title,
            lead=text.lead,
            body=json.dumps(body),
            lead_photo=first_photo,
            published_at=text.published_at,
            external_id=text.external_id,
            legacy_url=text.canonical_url,
            source_name=text.source_name,
            **self._event(text),
        )
        return NewArticle(
            page=page,
            byline=[
                ArticleByline(name=row.name, unit=row.unit, role=_byline_role(row.role))
                for row in text.byline
            ],
            participants=[
                ArticleParticipant(
                    translation_key=uuid.uuid4(),
                    honorific=row.honorific[:60],
                    name=row.name,
                    posts="\n".join(row.posts),
                    role=row.role,
                )
                for row in text.participants
            ],
        )

    def _event(self, text: source.ParsedArticle) -> dict[str, Any]:
        event = text.event
        if event is None:
            return {}
        day = event.date or (text.published_at.date() if text.published_at else None)
        province = (
            self._facts.province(event.province_name, day) if event.province_name and day else None
        )
        return {
            "event_date": event.date,
            "event_end_date": event.end_date if event.date else None,
            "event_part_of_day": event.part_of_day if event.date else "",
            "event_province": province,
            "event_place": event.place_text[:200],
        }

    def _body(self, text: source.ParsedArticle) -> tuple[list[dict[str, Any]], Photo | None]:
        blocks, first_photo = [], None
        for block in (*text.blocks, *_side_photos(text)):
            if isinstance(block, source.Caption):
                photo = self._photo(block)
                first_photo = first_photo or photo
                value: Any = _photo_value(block, photo)
                kind = "photo"
            else:
                kind, value = _WRITERS[type(block)](block)
            blocks.append({"type": kind, "value": value, "id": str(uuid.uuid4())})
        return blocks, first_photo

    def _photo(self, caption: source.Caption) -> Photo | None:
        if caption.photo is None:
            return None
        photo = replace(caption.photo, caption=caption.photo.caption or caption.text)
        try:
            return self._photos.take(photo, user=self._user)
        except UnreadableFile as problem:
            self.messages.append(problem.message)
            return None

    def proposals(self, text: source.ParsedArticle, article: NewArticle) -> list[Proposal]:
        """What is not sure, for the saved article; grants get their row marked "proposed"."""
        page = article.page
        proposals = [self._grant_proposal(grant, text, page) for grant in text.grants]
        proposals += [
            Proposal(
                article=page,
                kind=Proposal.Kind.CLUSTER_YEAR,
                words=row.sentence,
                payload={
                    "cluster": row.cluster_name,
                    "year": row.year,
                    "head": row.head,
                    "deputies": list(row.deputies),
                },
            )
            for row in text.cluster_years
        ]
        proposals += [
            _person_proposal(row, page) for row in article.participants if row.posts.strip()
        ]
        proposals += [
            Proposal(
                article=page,
                kind=Proposal.Kind.CAPTION,
                words=row.text,
                payload={"block": page.body.raw_data[row.block]["id"]},
            )
            for row in text.caption_candidates
        ]
        proposals += [
            Proposal(
                article=page,
                kind=Proposal.Kind.BYLINE,
                words=f"{row.name} – {row.unit}" if row.unit else row.name,
                payload={"name": row.name, "unit": row.unit, "role": _byline_role(row.role)},
            )
            for row in text.byline_candidates
        ]
        event = text.possible_event
        if event and (event.date or event.place_text):  # with neither there is nothing to accept
            proposals.append(_event_proposal(event, page))
        return proposals

    def _grant_proposal(
        self, grant: source.ParsedGrant, text: source.ParsedArticle, page: ArticlePage
    ) -> Proposal:
        """A grant as a row of the register marked "proposed", so an editor can mend it there.

        When the law knows no such title there is no row, only the words. Where and when it was
        handed over stays open: a sentence may tell of an award given long before the event.
        """
        proposal = Proposal(article=page, kind=Proposal.Kind.GRANT, words=grant.sentence)
        day = text.event.date if text.event and text.event.date else timezone.localdate()
        title = self._facts.award_title(grant, day)
        if title is None:
            proposal.payload = {"unknown_title": grant.title_text}
            return proposal
        is_organisation = grant.recipient_kind == AwardGrant.RecipientKind.ORGANISATION
        row = AwardGrant.objects.create(
            title=title,
            title_as_printed=grant.title_text[:200],
            rank=grant.rank[:30],
            decider_text=grant.decider_text[:200],
            recipient_kind=grant.recipient_kind,
            organisation=(
                self._facts.organisation(grant.recipient_name) if is_organisation else None
            ),
            recipient_name=(grant.recipient_name or grant.unnamed_text)[:250],
            quantity=grant.quantity,
            per_unit_note=grant.per_unit_note[:200],
            year=grant.year,
            citation=grant.citation,
            status=AwardGrant.Status.PROPOSED,
            source_sentence=grant.sentence,
        )
        row.articles.add(page)
        proposal.grant = row
        return proposal


def _side_photos(text: source.ParsedArticle) -> list[source.Caption]:
    """Photos given beside the body stand after it."""
    return [source.Caption(text=photo.caption, photo=photo) for photo in text.photos]


def _photo_value(caption: source.Caption, photo: Photo | None) -> dict[str, Any]:
    return {
        "image": photo.pk if photo else None,
        "caption": caption.text,
        "alt": caption.photo.alt if caption.photo else "",
        "decorative": False,
        "credit": caption.credit,
        "moment": caption.moment,
        "grants": [],
    }


def _list_value(block: source.BulletList) -> dict[str, Any]:
    return {
        "ordered": block.ordered,
        "items": [
            {"type": "item", "value": f"<p>{item.rich_text}</p>", "id": str(uuid.uuid4())}
            for item in block.items
        ],
    }


def _table_value(block: source.Table) -> dict[str, Any]:
    head, rows = (block.rows[0], block.rows[1:]) if block.has_header else (None, block.rows)
    width = len(block.rows[0])
    return {
        "caption": "",
        "table": {
            "columns": [
                {"type": "text", "heading": head[column] if head else ""} for column in range(width)
            ],
            "rows": [{"values": list(row)} for row in rows],
            "caption": "",
        },
        "source": "",
    }


_WRITERS: dict[type, Callable[[Any], tuple[str, Any]]] = {
    source.Paragraph: lambda block: ("paragraph", f"<p>{block.rich_text}</p>"),
    source.Heading: lambda block: ("heading", block.text[:200]),
    source.BulletList: lambda block: ("list", _list_value(block)),
    source.Table: lambda block: ("table", _table_value(block)),
}


def _byline_role(label: str) -> str:
    """The label "Ảnh" means the photographer; every other one wrote."""
    words = label.lower().replace(",", " ").split()
    only_photos = "ảnh" in words and not {"tin", "bài"} & set(words)
    return ArticleByline.Role.PHOTOGRAPHER if only_photos else ArticleByline.Role.WRITER


def _person_proposal(row: ArticleParticipant, page: ArticlePage) -> Proposal:
    day: datetime.date | None = page.event_date
    known = person_named(row.name)
    return Proposal(
        article=page,
        kind=Proposal.Kind.PERSON,
        words=f"{row}: {', '.join(row.post_lines)}",
        payload={
            "participant": str(row.translation_key),
            "name": row.name,
            "honorific": row.honorific.lower(),
            "posts": row.post_lines,
            "on": day.isoformat() if day else None,
            "person": known.pk if known else None,
        },
    )


def _event_proposal(event: source.ParsedEvent, page: ArticlePage) -> Proposal:
    return Proposal(
        article=page,
        kind=Proposal.Kind.EVENT,
        words=event.words,
        payload={
            "date": event.date.isoformat() if event.date else None,
            "part_of_day": event.part_of_day,
            "province": event.province_name,
            "place": event.place_text,
        },
    )
