"""The demo content into the database: people, awards, articles with drawn pictures, logins."""

import datetime
import html
import io
from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Locale, Page, Site

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    ConsultationPageFactory,
    EmulationMovementFactory,
)
from news.awards.models import (
    AwardDecision,
    AwardGrant,
    AwardsIndexPage,
    AwardTitle,
    ConsultationNominee,
    EmulationMovement,
)
from news.factories import ArticlePageFactory, SectionPageFactory, TopicFactory
from news.models import (
    ArticleByline,
    ArticleCorrection,
    ArticleOrganisation,
    ArticlePage,
    ArticleParticipant,
    ArticleRelated,
    ArticleTag,
    NewsIndexPage,
    Photo,
    SectionPage,
    Topic,
)
from news.pageviews.models import ViewDay, ViewTotal
from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from people.models import (
    Cluster,
    Organisation,
    OrganisationName,
    OrganisationSuccession,
    Person,
    Province,
)
from website.factories import StandardPageFactory
from website.models import HomePage, SiteSettings

from . import articles, awards, english, pages, people, pictures, shapes

JPEG_QUALITY = 86
DAYS_READ = 45  # over which the views of a text are spread
OPENED_AT = datetime.time(7, 30)


class DemoLoader:
    """Loads everything in an order in which each part finds what it points to.

    `step` is called after each piece, so that the command can show progress.
    """

    def __init__(self, step: Callable[[], Any]) -> None:
        self._step = step
        self._organisations: dict[str, Organisation] = {}
        self._persons: dict[str, Person] = {}
        self._clusters: dict[str, Cluster] = {}
        self._grants: dict[str, AwardGrant] = {}
        self._sections: dict[str, SectionPage] = {}
        self._topics: dict[str, Topic] = {}
        self._articles: dict[str, ArticlePage] = {}
        self._photos: dict[tuple[str, int], Photo] = {}
        self._provinces = {province.key: province for province in Province.objects.all()}
        self._titles = {title.code: title for title in AwardTitle.objects.all()}
        self._english = Locale.objects.get(language_code="en")

    @staticmethod
    def steps() -> int:
        return (
            len(people.PEOPLE)
            + len(articles.ARTICLES)
            + len(awards.ANNOUNCEMENTS)
            + len(pages.STANDARD_PAGES)
            + len((english.HOME, *english.SECTIONS))
            + len(english.STANDARD_PAGES)
            + len(english.ARTICLES)
        )

    @transaction.atomic
    def load(self) -> None:
        self._load_organisations()
        for person in people.PEOPLE:
            self._load_person(person)
        self._load_clusters()
        self._load_grants()
        self._load_sections()
        for article in articles.ARTICLES:
            self._load_article(article)
        self._relate_articles()
        for announcement in awards.ANNOUNCEMENTS:
            self._load_announcement(announcement)
        self._load_consultation(awards.CONSULTATION)
        for page in pages.STANDARD_PAGES:
            self._load_standard_page(page)
        self._load_english()
        self._load_site_settings(pages.SITE)
        ViewTotal.objects.settle_periods(timezone.localdate())

    # --- people ------------------------------------------------------------------------

    def _load_organisations(self) -> None:
        for order, data in enumerate(people.ORGANISATIONS):
            self._organisations[data.key] = OrganisationFactory.create(
                name=data.name,
                short_name=data.short_name,
                name_en=data.name_en,
                kind=data.kind,
                level=data.level,
                aliases=list(data.aliases),
                parent=self._organisations.get(data.parent),
                province=self._provinces.get(data.province),
                founded_on=data.founded_on,
                dissolved_on=data.dissolved_on,
                phone=data.phone,
                email=data.email,
                address=data.address,
                description=data.description,
                sort_order=order,
                former_names=[
                    OrganisationName(name=former.name, start=former.start, end=former.end)
                    for former in data.former_names
                ],
            )
        for succession in people.SUCCESSIONS:
            OrganisationSuccession.objects.create(
                predecessor=self._organisations[succession.predecessor],
                successor=self._organisations[succession.successor],
                on=succession.on,
                kind=succession.kind,
                legal_act=succession.legal_act,
            )

    def _load_person(self, data: shapes.Person) -> None:
        picture = pictures.portrait(data.portrait)
        person = PersonFactory.create(
            honorific=data.honorific,
            full_name=data.full_name,
            portrait=self._save_picture(
                picture, data.key, alt=f"Chân dung {data.full_name}", credit=shapes.CREDIT
            ),
            phone=data.phone,
            email=data.email,
            biography=data.biography,
        )
        for post in data.posts:
            PostFactory.create(
                person=person,
                organisation=self._organisations[post.organisation],
                title=post.title,
                title_en=post.title_en,
                wording=post.wording,
                start=post.start,
                end=post.end,
                sort_order=_seniority(post.title),
            )
        self._persons[data.key] = person
        self._step()

    def _load_clusters(self) -> None:
        for data in people.CLUSTERS:
            cluster = ClusterFactory.create(
                name=data.name,
                name_en=data.name_en,
                description=data.description,
                aliases=list(data.aliases),
            )
            for member in data.members:
                ClusterMembershipFactory.create(
                    cluster=cluster,
                    organisation=self._organisations[member.organisation],
                    start=member.start,
                    end=member.end,
                )
            for year in data.years:
                ClusterYearFactory.create(
                    cluster=cluster,
                    year=year.year,
                    head=self._organisations[year.head],
                    deputies=[self._organisations[key] for key in year.deputies],
                    host=self._provinces.get(year.host),
                    pledge_signed_on=year.pledge_signed_on,
                )
            self._clusters[data.key] = cluster

    # --- awards ------------------------------------------------------------------------

    def _load_grants(self) -> None:
        movements = {data.key: _movement(data) for data in awards.MOVEMENTS}
        decisions = {data.key: self._decision(data) for data in awards.DECISIONS}
        for data in awards.GRANTS:
            grant = AwardGrant(
                title=self._titles[data.title],
                title_as_printed=data.printed,
                rank=data.rank,
                decision=decisions.get(data.decision),
                decider=self._organisations.get(data.decider),
                decider_text=data.decider_text,
                recipient_kind=data.recipient_kind,
                person=self._persons.get(data.person),
                organisation=self._organisations.get(data.organisation),
                recipient_name=data.recipient_name,
                quantity=data.quantity,
                per_unit_note=data.per_unit_note,
                year=data.year,
                year_to=data.year_to,
                citation=data.citation,
                movement=movements.get(data.movement),
                presented_on=data.presented_on,
                presenter=self._persons.get(data.presenter),
                presenter_name=data.presenter_name,
                place=data.place,
                status=data.status,
                revoked_on=data.revoked_on,
                revocation=decisions.get(data.revocation),
                revocation_note=data.revocation_note,
            )
            grant.full_clean()
            grant.save()
            self._grants[data.key] = grant

    def _decision(self, data: shapes.Decision) -> AwardDecision:
        decision: AwardDecision = AwardDecisionFactory.create(
            number=data.number,
            decided_on=data.decided_on,
            subject=data.subject,
            issuer=self._organisations.get(data.issuer),
            signer=self._persons.get(data.signer),
            signer_text=data.signer_text,
            law_basis=data.law_basis,
        )
        return decision

    def _load_announcement(self, data: shapes.Announcement) -> None:
        page = AwardAnnouncementPageFactory.create(
            parent=AwardsIndexPage.objects.get(),
            title=data.title,
            slug=data.slug,
            lead=data.lead,
            decision=AwardDecision.objects.get(number=_number(data.decision)),
            more_grants=[self._grants[key] for key in data.more_grants],
            body=self._body(data.body),
            lead_photo=self._photo(data.lead_photo) if data.lead_photo else None,
            published_at=data.published_at,
            **_when_and_where(data.event, self._provinces, one_day=True),
        )
        self._was_read(page, data.views)
        self._step()

    def _load_consultation(self, data: shapes.Consultation) -> None:
        opens_on = opening_day(timezone.localdate())
        ConsultationPageFactory.create(
            parent=AwardsIndexPage.objects.get(),
            title=data.title,
            slug=data.slug,
            lead=data.lead,
            legal_basis=data.legal_basis,
            opens_on=opens_on,
            published_at=timezone.make_aware(datetime.datetime.combine(opens_on, OPENED_AT)),
            comments_email=data.comments_email,
            comments_phone=data.comments_phone,
            comments_address=data.comments_address,
            how_to_comment=_paragraphs((*data.how_to_comment, *data.afterwards)),
            nominees=[
                ConsultationNominee(
                    title=self._titles[nominee.title],
                    rank=nominee.rank,
                    recipient_name=nominee.recipient_name,
                    recipient_note=nominee.note,
                    achievement=nominee.achievement,
                )
                for nominee in data.nominees
            ],
        )

    # --- news --------------------------------------------------------------------------

    def _load_sections(self) -> None:
        index = NewsIndexPage.objects.get()
        for data in articles.SECTIONS:
            self._sections[data.slug] = SectionPageFactory.create(
                parent=index,
                title=data.title,
                slug=data.slug,
                introduction=data.introduction,
                tile_set=data.tile_set,
                show_in_menus=True,
            )
        language = Locale.get_default()
        for topic in articles.TOPICS:
            self._topics[topic.slug] = TopicFactory.create(
                name=topic.name, slug=topic.slug, description=topic.description, locale=language
            )

    def _load_article(self, data: shapes.Article) -> None:
        page: ArticlePage = ArticlePageFactory.create(
            parent=self._sections[data.section],
            title=data.title,
            slug=data.slug,
            lead=data.lead,
            body=self._body(data.body),
            published_at=data.published_at,
            byline=[self._byline(row) for row in data.byline],
            participants=[self._participant(row) for row in data.participants],
            organisation_rows=[
                ArticleOrganisation(
                    organisation=self._organisations[row.organisation], role=row.role
                )
                for row in data.organisations
            ],
            corrections=[
                ArticleCorrection(on=row.on, note=row.note, changes_a_fact=row.changes_a_fact)
                for row in data.corrections
            ],
            provinces=[self._provinces[key] for key in data.provinces],
            clusters=[self._clusters[key] for key in data.clusters],
            other_sections=[self._sections[slug] for slug in data.other_sections],
            topics=[self._topics[slug] for slug in data.topics],
            tagged_items=[ArticleTag(tag=_tag(name)) for name in data.tags],
            source_name=data.source.name if data.source else "",
            source_url=data.source.url if data.source else "",
            **_when_and_where(data.event, self._provinces),
        )
        for key in data.grants:
            self._grants[key].articles.add(page)
        self._was_read(page, data.views)
        self._articles[data.slug] = page
        self._step()

    def _was_read(self, page: Page, views: int) -> None:
        """Often at first and ever less, up to today."""
        today = timezone.localdate()
        since = min((today - timezone.localdate(page.published_at)).days, DAYS_READ - 1)
        days = [today - datetime.timedelta(days=since - number) for number in range(since + 1)]
        weights = [1 / (number + 2) for number in range(len(days))]
        shares = [int(views * weight / sum(weights)) for weight in weights]
        shares[0] += views - sum(shares)
        ViewDay.objects.bulk_create(
            ViewDay(article=page.translation_key, day=day, views=share)
            for day, share in zip(days, shares, strict=True)
        )
        ViewTotal.objects.create(article=page.translation_key, website=views)

    def _relate_articles(self) -> None:
        ArticleRelated.objects.bulk_create(
            ArticleRelated(
                article=self._articles[data.slug], page=self._articles[slug], sort_order=order
            )
            for data in articles.ARTICLES
            for order, slug in enumerate(data.related)
        )

    def _byline(self, row: shapes.Byline) -> ArticleByline:
        return ArticleByline(
            name=row.name,
            unit=row.unit,
            role=row.role,
            person=self._persons.get(row.person),
            organisation=self._organisations.get(row.organisation),
        )

    def _participant(self, row: shapes.Participant) -> ArticleParticipant:
        return ArticleParticipant(
            person=self._persons.get(row.person),
            honorific=row.honorific,
            name=row.name,
            posts="\n".join(row.posts),
            role=row.role,
        )

    # --- pages and blocks ----------------------------------------------------------------

    def _load_standard_page(self, data: shapes.StandardPage) -> None:
        StandardPageFactory.create(
            parent=HomePage.objects.get(),
            title=data.title,
            slug=data.slug,
            introduction=data.introduction,
            body=self._body(data.body),
            show_in_menus=data.is_in_menu,
        )
        self._step()

    # --- in English ------------------------------------------------------------------------

    def _load_english(self) -> None:
        """From the top down: a translation stands below the translation of the page above."""
        home = HomePage.objects.get()
        self._translate(home, title=english.HOME)
        below = Page.objects.descendant_of(home)
        for data in english.SECTIONS:
            page = below.get(slug=data.slug).specific
            self._translate(page, title=data.title, introduction=data.introduction)
        for standard in english.STANDARD_PAGES:
            self._translate(
                below.get(slug=standard.slug).specific,
                title=standard.title,
                introduction=standard.introduction,
                body=self._body(standard.body),
            )
        for article in english.ARTICLES:
            self._translate_article(article)

    def _translate(self, page: Page, **words: Any) -> None:
        translated = page.copy_for_translation(self._english)
        for name, value in words.items():
            setattr(translated, name, value)
        translated.save_revision().publish()
        self._step()

    def _translate_article(self, data: shapes.TranslatedArticle) -> None:
        """The rows of its copy are in the order of the original."""
        page = self._articles[data.slug].copy_for_translation(self._english)
        page.title, page.lead, page.event_place = data.title, data.lead, data.place
        page.body = self._body(data.body)
        byline, participants = list(page.byline.all()), list(page.participants.all())
        for row, unit in zip(byline, data.units, strict=True):
            row.unit = unit
        for row, words in zip(participants, data.participants, strict=True):
            row.honorific, row.posts = words.honorific, "\n".join(words.posts)
        page.byline, page.participants = byline, participants
        page.save_revision().publish()
        self._step()

    def _load_site_settings(self, data: shapes.SiteDetails) -> None:
        site = Site.objects.get(is_default_site=True)
        site.site_name = f"{data.department_name} {data.province_line}".strip()
        site.save()
        told = vars(data) | vars(english.SITE_DETAILS)
        SiteSettings.objects.update_or_create(site=site, defaults=told)

    def _body(self, blocks: tuple[shapes.Block, ...]) -> list[tuple[str, Any]]:
        return [self._block(block) for block in blocks]

    def _block(self, block: shapes.Block) -> tuple[str, Any]:
        match block:
            case shapes.Paragraph():
                return "paragraph", _paragraphs((block.text,))
            case shapes.Heading():
                return "heading", block.text
            case shapes.Bullets():
                items = [_paragraphs((item,)) for item in block.items]
                return "list", {"ordered": block.ordered, "items": items}
            case shapes.Speech():
                return "speech", {
                    "words": block.words,
                    "speaker_person": self._persons.get(block.person),
                    "speaker_name": block.name,
                    "speaker_posts": block.posts,
                }
            case shapes.Table():
                return "table", _table(block)
            case shapes.Photo():
                return "photo", self._photo_block(block)
            case shapes.Gallery():
                photos = [self._photo_block(photo) for photo in block.photos]
                return "gallery", {"title": block.title, "photos": photos}
            case shapes.AwardsBox():
                return "awards", {"title": block.title}

    def _photo_block(self, data: shapes.Photo) -> dict[str, Any]:
        return {
            "image": self._photo(data),
            "caption": data.caption,
            "alt": data.alt,
            "decorative": False,
            "credit": data.credit,
            "moment": data.moment,
            "grants": [self._grants[key] for key in data.grants],
        }

    def _photo(self, data: shapes.Photo) -> Photo:
        """The drawn picture; one scene and seed is one photo, however often it is used."""
        key = (data.scene, data.seed)
        if key not in self._photos:
            photo = self._save_picture(
                pictures.draw(data.scene, data.seed),
                f"{data.scene}-{data.seed}",
                alt=data.alt,
                caption=data.caption,
                credit=data.credit,
                place=data.place,
            )
            photo.people.set([self._persons[person] for person in data.people])
            self._photos[key] = photo
        return self._photos[key]

    def _save_picture(self, picture: Any, name: str, *, alt: str, **words: str) -> Photo:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=JPEG_QUALITY, optimize=True)
        photo = Photo(title=words.get("caption") or alt, description=alt[:255], **words)
        photo.title = photo.title[:255]
        photo.file = ContentFile(file.getvalue(), name=f"{name}.jpg")
        photo.file_size = file.tell()
        photo._set_file_hash()
        photo.save()
        return photo


def _movement(data: shapes.Movement) -> EmulationMovement:
    movement: EmulationMovement = EmulationMovementFactory.create(
        name=data.name,
        year=data.year,
        theme=data.theme,
        launched_by=data.launched_by,
        launched_on=data.launched_on,
    )
    return movement


def _seniority(title: str) -> int:
    """Where a post stands in its organisation: heads first, then standing deputies, deputies."""
    words = title.lower()
    if words.startswith("phó"):
        return 15 if "thường trực" in words or "thứ nhất" in words else 20
    heads = ("bộ trưởng", "chủ tịch", "giám đốc", "trưởng phòng", "chánh", "hiệu trưởng")
    return 10 if words.startswith(heads) else 30


def _tag(name: str) -> Tag:
    tag: Tag = Tag.objects.get_or_create(name=name)[0]
    return tag


def _number(key: str) -> str:
    return next(decision.number for decision in awards.DECISIONS if decision.key == key)


def _when_and_where(
    event: shapes.Event | None, provinces: dict[str, Province], *, one_day: bool = False
) -> dict[str, Any]:
    if event is None:
        return {}
    fields: dict[str, Any] = {
        "event_date": event.on,
        "event_place": event.place,
        "event_province": provinces.get(event.province),
    }
    if not one_day:
        fields |= {"event_end_date": event.until, "event_part_of_day": event.part_of_day}
    return fields


def opening_day(today: datetime.date) -> datetime.date:
    """Monday of last week: ten working days later it is Monday of the next."""
    return today - datetime.timedelta(days=today.weekday() + 7)


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts)


def _table(block: shapes.Table) -> dict[str, Any]:
    columns = [
        {"type": "number" if place in block.numbers else "text", "heading": heading}
        for place, heading in enumerate(block.header)
    ]
    return {
        "caption": block.caption,
        "table": {
            "columns": columns,
            "rows": [{"values": list(row)} for row in block.rows],
            "caption": "",
        },
        "source": block.source,
    }
