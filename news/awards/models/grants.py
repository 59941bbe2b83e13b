"""What decisions give: one title to one recipient, or to n unnamed ones."""

import uuid
from collections.abc import Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext, override
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from people.models import Organisation, Person
from people.panels import OncePanel

from .decisions import YEAR_RANGE, AwardDecision, EmulationMovement
from .titles import AwardTitle


class AwardGrantQuerySet(models.QuerySet):
    def confirmed(self) -> Self:
        return self.filter(status=AwardGrant.Status.CONFIRMED)

    def public(self) -> Self:
        """What the register shows: confirmed grants, and revoked ones, marked as such."""
        return self.exclude(status=AwardGrant.Status.PROPOSED)

    def of_merit_in(self, year: int) -> Self:
        """For merit of that year, or of several years that it is one of."""
        return self.filter(Q(year=year) | Q(year__lt=year, year_to__gte=year))

    def decided_in(self, year: int) -> Self:
        return self.filter(decision__decided_on__year=year)

    def newest_first(self) -> Self:
        """By the day of the decision; what names none follows, by the year of merit."""
        decided, year = models.F("decision__decided_on"), models.F("year")
        newest = (decided.desc(nulls_last=True), year.desc(nulls_last=True))
        return self.order_by(*newest, "title__rank_order", "pk")

    def in_order(self, keys: Iterable[int]) -> list[Any]:
        """Of these keys, as they come; what is gone meanwhile is left out."""
        keys = list(keys)
        found = self.in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def told_in(self, texts: Iterable[uuid.UUID]) -> Self:
        """Those that articles tell of, whichever translation they were linked to; `text` says which."""
        told = self.filter(articles__translation_key__in=texts)
        return told.annotate(text=models.F("articles__translation_key")).distinct()

    def for_display(self) -> Self:
        return self.select_related(
            "title", "decision", "decider", "person", "organisation", "presenter"
        ).order_by("title__rank_order", "pk")

    def with_province(self) -> Self:
        """`province_pk`: of the body that received; where none is known, of the one that decided.

        A person holds posts in more than one province over the years, so those are not asked.
        """
        return self.annotate(
            province_pk=Coalesce(
                "organisation__province", "decider__province", "decision__issuer__province"
            )
        )


class AwardGrant(index.Indexed, ClusterableModel):
    """One title given to one recipient, or to a number of unnamed ones ("07 cá nhân").

    The year of merit, the date of the decision and the date of handing over are three facts;
    whoever decided and whoever presented are two persons. All may be unknown in an old text.
    """

    class RecipientKind(models.TextChoices):
        PERSON = "person", "Cá nhân"
        ORGANISATION = "organisation", "Tập thể"
        HOUSEHOLD = "household", "Hộ gia đình"
        UNNAMED = "unnamed", "Nhóm chưa nêu tên"

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Đề xuất"
        CONFIRMED = "confirmed", "Đã xác nhận"
        REVOKED = "revoked", "Đã thu hồi"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.ForeignKey(
        AwardTitle,
        models.PROTECT,
        related_name="grants",
        verbose_name="danh hiệu, hình thức",
        help_text="Theo danh mục của Luật Thi đua, khen thưởng.",
    )
    title_as_printed = models.CharField(
        "như in trong bài",
        max_length=200,
        blank=True,
        help_text="Khi trong bài ghi khác tên trong danh mục.",
    )
    rank = models.CharField(
        "hạng", max_length=30, blank=True, help_text="Chỉ với danh hiệu có hạng: Nhất, Nhì, Ba."
    )
    decision = models.ForeignKey(
        AwardDecision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name="quyết định",
        help_text="Để trống khi bài không nêu quyết định.",
    )
    decider = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="grants_decided",
        verbose_name="cơ quan quyết định",
        help_text="Người có thẩm quyền quyết định, có thể khác người trao.",
    )
    decider_text = models.CharField(
        "người quyết định như in trong bài",
        max_length=200,
        blank=True,
        help_text="Ví dụ: Bộ trưởng Bộ Nội vụ.",
    )

    recipient_kind = models.CharField(
        "đối tượng",
        max_length=12,
        choices=RecipientKind,
        help_text="Chọn trước, rồi điền ô tương ứng ở dưới.",
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name="cá nhân",
        help_text="Chọn khi người được tặng đã có trong danh sách nhân sự.",
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name="tập thể",
        help_text="Cơ quan, đơn vị được tặng.",
    )
    recipient_name = models.CharField(
        "người nhận như in trong bài",
        max_length=250,
        blank=True,
        db_index=True,
        help_text="Khi không có trong danh sách: tên như trong bài.",
    )
    quantity = models.PositiveSmallIntegerField(
        "số lượng",
        default=1,
        validators=[MinValueValidator(1)],
        help_text="Bao nhiêu người hoặc tập thể, khi bài không nêu tên.",
    )
    per_unit_note = models.CharField(
        "ghi chú số lượng", max_length=200, blank=True, help_text="Ví dụ: của 07 Sở Nội vụ."
    )

    year = models.PositiveSmallIntegerField(
        "năm thành tích",
        null=True,
        blank=True,
        validators=YEAR_RANGE,
        help_text="Năm đạt thành tích, có thể khác năm ký và năm trao.",
    )
    year_to = models.PositiveSmallIntegerField(
        "đến năm",
        null=True,
        blank=True,
        validators=YEAR_RANGE,
        help_text="Chỉ khi thành tích của nhiều năm: năm cuối.",
    )
    citation = models.TextField(
        "thành tích", blank=True, help_text="Vì sao được khen, như trong quyết định hoặc trong bài."
    )
    movement = models.ForeignKey(
        EmulationMovement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name="phong trào",
        help_text="Phong trào mà lượt này thuộc về.",
    )
    presented_on = models.DateField(
        "trao ngày", null=True, blank=True, help_text="Ngày làm lễ trao; để trống nếu chưa trao."
    )
    presenter = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="grants_presented",
        verbose_name="người trao",
        help_text="Chọn khi người trao đã có trong danh sách nhân sự.",
    )
    presenter_name = models.CharField(
        "người trao như in trong bài",
        max_length=150,
        blank=True,
        help_text="Khi người trao chưa có trong danh sách.",
    )
    place = models.CharField("nơi trao", max_length=200, blank=True, help_text="Nơi làm lễ trao.")
    articles = models.ManyToManyField(
        "news.ArticlePage",
        through="GrantArticle",
        blank=True,
        related_name="grants",
        verbose_name="tin bài",
    )
    source_sentence = models.TextField(
        "câu trong bài", blank=True, help_text="Câu mà lượt này được đọc ra, để đối chiếu."
    )

    status = models.CharField(
        "trạng thái",
        max_length=10,
        choices=Status,
        default=Status.CONFIRMED,
        help_text="Đề xuất chưa hiện ra ngoài; thu hồi vẫn còn trong sổ, có ghi rõ.",
    )
    revoked_on = models.DateField(
        "thu hồi ngày", null=True, blank=True, help_text="Ngày quyết định thu hồi có hiệu lực."
    )
    revocation = models.ForeignKey(
        AwardDecision,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="revoked_grants",
        verbose_name="quyết định thu hồi",
        help_text="Quyết định đã thu hồi lượt này.",
    )
    revocation_note = models.CharField(
        "lý do thu hồi",
        max_length=250,
        blank=True,
        help_text="Công khai cùng với lượt đã thu hồi.",
    )

    objects = AwardGrantQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("rank")]),
        MultiFieldPanel(
            [
                FieldPanel("recipient_kind"),
                FieldRowPanel([FieldPanel("person"), FieldPanel("organisation")]),
                FieldPanel("recipient_name"),
                FieldRowPanel([FieldPanel("quantity"), FieldPanel("per_unit_note")]),
            ],
            heading="Người nhận",
        ),
        MultiFieldPanel(
            [
                FieldPanel("decision"),
                FieldRowPanel([FieldPanel("decider"), FieldPanel("decider_text")]),
                FieldRowPanel([FieldPanel("year"), FieldPanel("year_to")]),
                FieldPanel("citation"),
                FieldPanel("movement"),
            ],
            heading="Căn cứ",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("presented_on"), FieldPanel("place")]),
                FieldRowPanel([FieldPanel("presenter"), FieldPanel("presenter_name")]),
            ],
            heading="Trao tặng",
        ),
        OncePanel("article_links", label="Tin bài", heading="Tin bài nói về lượt này"),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("revoked_on"), FieldPanel("revocation")]),
                FieldPanel("revocation_note"),
                FieldPanel("title_as_printed"),
                FieldPanel("source_sentence"),
            ],
            heading="Trạng thái và nguồn",
        ),
    ]
    search_fields = [
        index.SearchField("recipient_name", boost=2),
        index.SearchField("title_as_printed"),
        index.SearchField("citation"),
        index.AutocompleteField("recipient_name"),
        index.FilterField("status"),
        index.FilterField("year"),
    ]

    class Meta:
        verbose_name = "lượt khen thưởng"
        verbose_name_plural = "lượt khen thưởng"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="grant_quantity_positive",
                condition=Q(quantity__gte=1),
                violation_error_message="Số lượng ít nhất là 1.",
            ),
            models.CheckConstraint(
                name="grant_recipient_fits_its_kind",
                condition=Q(recipient_kind="person", organisation__isnull=True)
                | Q(recipient_kind="organisation", person__isnull=True)
                | Q(
                    recipient_kind__in=["household", "unnamed"],
                    person__isnull=True,
                    organisation__isnull=True,
                ),
                violation_error_message="Người nhận không khớp với đối tượng đã chọn.",
            ),
            models.CheckConstraint(
                name="grant_one_recipient_unless_unnamed",
                condition=Q(recipient_kind="unnamed") | (Q(quantity=1) & ~Q(recipient_name="")),
                violation_error_message="Ghi tên người nhận; số lượng chỉ dùng cho nhóm chưa nêu tên.",
            ),
            models.CheckConstraint(
                name="grant_years_in_order",
                condition=Q(year_to__isnull=True)
                | Q(year__isnull=False, year_to__gte=models.F("year")),
                violation_error_message="“Đến năm” không nhỏ hơn “Năm thành tích”, và không đứng một mình.",
            ),
            models.CheckConstraint(
                name="grant_revoked_has_a_day",
                condition=~Q(status="revoked") | Q(revoked_on__isnull=False),
                violation_error_message="Ghi ngày thu hồi.",
            ),
            models.UniqueConstraint(
                name="grant_once_to_a_person",
                fields=["title", "rank", "person", "year", "decision"],
                condition=Q(person__isnull=False, status="confirmed"),
                violation_error_message="Người này đã có lượt ấy trong sổ: cùng danh hiệu, năm và quyết định.",
            ),
            models.UniqueConstraint(
                name="grant_once_to_an_organisation",
                fields=["title", "rank", "organisation", "year", "decision"],
                condition=Q(organisation__isnull=False, status="confirmed"),
                violation_error_message="Tập thể này đã có lượt ấy trong sổ: cùng danh hiệu, năm và quyết định.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shown_title} – {self.recipient}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.recipient_name = self.recipient_name or str(self.person or self.organisation or "")
        # The pages that told of it and those that tell of it now are noted together with the change.
        with transaction.atomic():
            super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.recipient_name = self.recipient_name or str(self.person or self.organisation or "")
        errors: dict[str, str] = {}
        title = getattr(self, "title", None)
        if title and not self._kind_fits(title):
            errors["recipient_kind"] = f"{title} không dành cho đối tượng này."
        if title:
            self.rank = title.rank_called(self.rank)
            if fault := title.fault_of_rank(self.rank):
                errors["rank"] = fault
        if title and self.decision and not self._decided_in_time(title):
            errors["decision"] = f"Ngày ký nằm ngoài thời gian áp dụng của {title}."
        if errors:
            raise ValidationError(errors)

    def _kind_fits(self, title: AwardTitle) -> bool:
        kinds = {"person": "individual", "organisation": "collective", "household": "household"}
        return self.recipient_kind not in kinds or kinds[self.recipient_kind] in title.recipients

    def _decided_in_time(self, title: AwardTitle) -> bool:
        day = self.decision.decided_on if self.decision else None
        if day is None:
            return True
        started = title.valid_from is None or title.valid_from <= day
        return started and (title.valid_to is None or day <= title.valid_to)

    @property
    def shown_title(self) -> str:
        """The title as it was printed, or as the law names it, with its rank."""
        return f"{self.title_as_printed or self.title.name} {self.rank}".strip()

    @property
    def english_title(self) -> str:
        """Labour Order, First class; "" where the title has no English name."""
        if not (self.title.name_en and self.rank):
            return self.title.name_en
        with override("en"):
            return f"{self.title.name_en}, {gettext(self.rank)}"

    @property
    def recipient(self) -> str:
        """The recipient in words: the printed name, or "7 cá nhân" for an unnamed group."""
        if self.recipient_kind != self.RecipientKind.UNNAMED:
            return self.recipient_name
        return f"{self.quantity} {self.recipient_name or 'cá nhân'}"

    @property
    def english_recipient(self) -> str:
        """The English name of a body, or "7 people"; "" of all others, and where there is none."""
        if self.recipient_kind != self.RecipientKind.UNNAMED:
            return self.organisation.name_en if self.organisation else ""
        many = _in_english(self.recipient_name or "cá nhân") if self.quantity > 1 else ""
        return many and f"{self.quantity} {many}"

    @property
    def decided_by(self) -> str:
        """Whoever decided, as printed; empty when the source does not say."""
        if self.decider_text:
            return self.decider_text
        return str(self.decider) if self.decider else ""

    @property
    def english_decider(self) -> str:
        """By what was printed, where that is one of the offices of the law; else the body's name."""
        if self.decider_text:
            return _in_english(self.decider_text)
        return self.decider.name_en if self.decider else ""

    @property
    def presented_by(self) -> str:
        """Whoever handed it over, as printed; empty when the source does not say."""
        name = self.presenter.name_with_honorific if self.presenter else ""
        return self.presenter_name or name

    @property
    def is_revoked(self) -> bool:
        return self.status == self.Status.REVOKED


class GrantArticle(models.Model):
    """One article that tells of a grant.

    Rows of their own, so that the form offers a page chooser and not a list of every article.
    """

    grant = ParentalKey(AwardGrant, related_name="article_links", verbose_name="lượt khen thưởng")
    article = models.ForeignKey(
        "news.ArticlePage", models.CASCADE, related_name="grant_links", verbose_name="tin bài"
    )

    class Meta:
        verbose_name = "tin bài nói về lượt khen thưởng"
        verbose_name_plural = "tin bài nói về lượt khen thưởng"
        constraints = [
            models.UniqueConstraint(name="grant_once_in_an_article", fields=["grant", "article"])
        ]

    def __str__(self) -> str:
        return f"{self.grant} – {self.article}"


def _in_english(words: str) -> str:
    """What the catalogue says for it; "" where it has nothing."""
    with override("en"):
        said = gettext(words)
    return said if said != words else ""


def recipients(grants: Iterable[AwardGrant]) -> int:
    """How many were honoured: unnamed groups with their number, revoked grants not at all."""
    return sum(grant.quantity for grant in grants if not grant.is_revoked)
