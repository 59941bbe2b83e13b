"""The pages of the register: the index, and an announcement of the grants of one decision."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.search import index

from news.awards.choosing_grants import AnnouncementForm
from news.fields import BodyField
from news.models import ArticlePage, BasePage, PhotoUse
from news.photo_blocks import photo_words, photos_in
from news.previews import PreviewedElsewhere
from people.models import Organisation, Province
from search.addresses import only
from search.public_files import private_collections
from search.templatetags.search_tags import page_name

from .decisions import AwardDecision
from .grants import AwardGrant, AwardGrantQuerySet, recipients

if TYPE_CHECKING:
    from news.awards.summaries import Counts

GRANTS_PER_PAGE = 12
MOST_PHOTOS = 12
MOST_LOOKED_AT = 60  # of which some are shown twice, or to nobody


class AwardsIndexPage(BasePage):
    """The award register (sổ khen thưởng) and the parent of announcements and consultations."""

    introduction = models.TextField(
        "giới thiệu", blank=True, help_text="Một hai câu, hiện dưới tiêu đề trang khen thưởng."
    )

    template = "awards/index_page.html"
    page_description = "Sổ khen thưởng; thông báo và trang lấy ý kiến nằm bên dưới."
    content_panels = BasePage.content_panels + [FieldPanel("introduction")]
    subpage_types = ["awards.AwardAnnouncementPage", "awards.ConsultationPage"]
    preview_modes: list[tuple[str, str]] = []

    class Meta:
        verbose_name = "Trang khen thưởng"
        verbose_name_plural = "Trang khen thưởng"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        from news.awards.register import RegisterForm
        from news.awards.register_csv import REGISTER, rows

        form, language = RegisterForm(request.GET), get_language() or ""
        response: HttpResponseBase
        # A file cannot say that a condition was wrong, and would be taken for what was asked for.
        if request.GET.get("format") == "csv" and not form.errors:
            response = REGISTER.stream(rows(form.grants(), language), language)
            patch_cache_control(response, no_cache=True)
        else:
            response = super().serve(request, *args, register=form, **kwargs)
        if "q" in form.chosen:
            # Words are found a moment after they were written, which nobody is told of.
            patch_cache_control(response, private=True)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news.awards.register import RegisterForm
        from news.awards.summaries import Counts, counts_by

        from .consultations import ConsultationPage

        context = super().get_context(request, *args, **kwargs)
        form = kwargs.get("register") or RegisterForm(request.GET)  # none in a preview
        counts = counts_by("recipient_kind", form.grants())
        whole = sum(counts.values(), Counts())
        context["form"] = form
        context["counts"] = counts
        context["grants"] = _page_of(form.grants(), whole, request.GET.get("page"))
        number = context["grants"].number
        # Narrowed by a reader, in whatever words, it is a part of the whole and names that.
        context["page_query"] = f"page={number}" if number > 1 and not form.chosen else ""
        context["page_name"] = page_name(context["grants"])
        context["asked"] = only(request.GET, *form.fields, "page")
        context["recipients_total"] = whole.quantity
        context["announcements"] = (
            AwardAnnouncementPage.objects.publicly_visible()
            .child_of(self)
            .select_related("lead_photo")
            .prefetch_related("lead_photo__renditions")
            .order_by("-published_at", "-pk")[:12]
        )
        context["consultations"] = (
            ConsultationPage.objects.publicly_visible().child_of(self).order_by("-opens_on")[:3]
        )
        return context


def _page_of(grants: AwardGrantQuerySet, counts: "Counts", number: str | None) -> Page:
    """Whole grants only of the page that is shown: of all they would take long to put in order."""
    paginator = Paginator(grants.newest_first().values_list("pk", flat=True), GRANTS_PER_PAGE)
    paginator.count = counts.grants + counts.revoked  # asked for already
    page = paginator.get_page(number)
    page.object_list = AwardGrant.objects.for_display().in_order(page.object_list)
    return page


class AwardAnnouncementPage(PreviewedElsewhere, BasePage):
    """Shows the grants of a decision or event; list and totals come from the grants."""

    base_form_class = AnnouncementForm

    lead = models.TextField(
        "sapo",
        blank=True,
        help_text="Một đến ba câu tóm tắt, hiện dưới tiêu đề và trong danh sách.",
    )
    body = BodyField(
        verbose_name="nội dung",
        blank=True,
        help_text="Lời kể, ảnh; danh sách khen thưởng tự hiện, không cần gõ lại.",
    )
    decision = models.ForeignKey(
        AwardDecision,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="announcements",
        verbose_name="quyết định",
        help_text="Mọi lượt khen thưởng của quyết định này sẽ hiện trên trang.",
    )
    more_grants = ParentalManyToManyField(
        AwardGrant,
        blank=True,
        related_name="+",
        verbose_name="lượt khen thưởng khác",
        help_text="Lượt của những quyết định khác mà trang cũng nói tới.",
    )
    lead_photo = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ảnh đại diện",
        help_text="Hiện trong danh sách.",
    )
    event_date = models.DateField(
        "trao ngày", null=True, blank=True, help_text="Ngày trao, có thể sau ngày quyết định."
    )
    event_province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tại tỉnh, thành phố",
        help_text="Chọn tỉnh theo tên vào ngày trao.",
    )
    event_place = models.CharField(
        "địa điểm",
        max_length=200,
        blank=True,
        help_text="Hội trường, trụ sở, xã, phường; không cần ghi lại tên tỉnh.",
    )
    published_at = models.DateTimeField(
        "ngày đăng hiển thị",
        null=True,
        blank=True,
        db_index=True,
        help_text="Để trống: lúc đăng lần đầu.",
    )

    template = "awards/announcement_page.html"
    page_description = "Thông báo khen thưởng: danh sách và tổng số lấy từ các lượt khen thưởng."
    parent_page_types = ["awards.AwardsIndexPage"]
    subpage_types: list[str] = []
    content_panels = BasePage.content_panels + [
        FieldPanel("lead"),
        FieldPanel("decision"),
        FieldPanel("more_grants"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("event_date"), FieldPanel("event_province")]),
                FieldPanel("event_place"),
            ],
            heading="Lễ trao",
        ),
        FieldPanel("lead_photo"),
    ]
    settings_panels = [FieldPanel("published_at"), *BasePage.settings_panels]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("decision_words"),
        index.SearchField("award_words"),
        index.FilterField("published_at"),
    ]

    class Meta:
        verbose_name = "Thông báo khen thưởng"
        verbose_name_plural = "Thông báo khen thưởng"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.live and self.published_at is None:
            self.published_at = self.first_published_at
        super().save(*args, **kwargs)

    def grants(self) -> Any:
        """The public grants of the decision, and those added by hand."""
        wanted = models.Q(pk__in=[grant.pk for grant in self.more_grants.all()])
        if self.decision_id:
            wanted |= models.Q(decision=self.decision_id)
        return AwardGrant.objects.public().filter(wanted).for_display()

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet:
        """With all that the search asks of them, so that it need not be fetched for each page."""
        grants = AwardGrant.objects.select_related("title", "decider", "person", "organisation")
        grants = grants.order_by("title__rank_order", "pk")
        by_hand = grants.select_related("decision__issuer", "decision__signer")
        return (
            super()
            .get_indexed_objects()
            .select_related("decision__issuer", "decision__signer")
            .prefetch_related(
                models.Prefetch("decision__grants", grants), models.Prefetch("more_grants", by_hand)
            )
        )

    def public_grants(self) -> list[AwardGrant]:
        """The same as `grants`, from what was fetched beforehand if it was."""
        given = self.decision.grants.all() if self.decision else ()
        told = dict.fromkeys([*given, *self.more_grants.all()])
        return [grant for grant in told if grant.status != AwardGrant.Status.PROPOSED]

    def last_photos(self, grants: Iterable[AwardGrant]) -> list[dict[str, Any]]:
        """What stands below the text: the lead photo, then where public articles show these grants.

        Each with its words; none that the text has shown, or that is kept in a private collection.
        """
        lead = [photo_words({"image": self.lead_photo})] if self.lead_photo else []
        public = ArticlePage.objects.publicly_visible()
        uses = PhotoUse.objects.filter(grants__in=grants, article__in=public, photo__isnull=False)
        # A text and its translation show the same: words in the reader's language come before others.
        is_foreign = models.ExpressionWrapper(
            ~models.Q(article__locale=self.locale_id), models.BooleanField()
        )
        uses = uses.annotate(is_foreign=is_foreign).distinct()
        uses = uses.order_by("is_foreign", "-article__published_at", "position", "pk")
        uses = uses.select_related("photo", "article").defer("article__body")
        shown = {photo["image"].pk for photo in photos_in(self.body) if photo["image"]}
        photos: dict[int, dict[str, Any]] = {}
        told = ({**use.words, "article": use.article} for use in uses[:MOST_LOOKED_AT])
        for words in [*lead, *told]:
            image = words["image"]
            if image.pk not in shown and image.collection_id not in private_collections():
                photos.setdefault(image.pk, words)
        found = list(photos.values())[:MOST_PHOTOS]
        prefetch_related_objects([words["image"] for words in found], "renditions")
        return found

    def decisions(self) -> list[AwardDecision]:
        """The decision of the page, and those of the grants added by hand."""
        of_grants = [grant.decision for grant in self.public_grants()]
        return list(dict.fromkeys(filter(None, [self.decision, *of_grants])))

    def organisations(self) -> set[Organisation]:
        """The bodies that were honoured, and those that decided."""
        grants = self.public_grants()
        bodies = {body for grant in grants for body in (grant.organisation, grant.decider)}
        bodies |= {decision.issuer for decision in self.decisions()}
        return {body for body in bodies if body}

    def decision_words(self) -> str:
        """Number, day, issuer and signer of what the page tells of, for the search."""
        return "\n".join(decision.search_words() for decision in self.decisions())

    def award_words(self) -> str:
        """Each title, then whoever received it, for the search: nothing more than once."""
        words: dict[str, None] = {}
        for grant in self.public_grants():
            title = (grant.title.name, grant.title.name_en, grant.shown_title)
            words |= dict.fromkeys((*title, grant.decided_by, grant.recipient_name))
        return "\n".join(filter(None, words))

    def search_marks(self) -> list[datetime.date]:
        """The day of the ceremony; that of a decision stands in its words."""
        return [self.event_date] if self.event_date else []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        grants = list(self.grants())
        context["grants"] = grants
        context["grant_groups"] = grant_groups(grants)
        context["recipients_total"] = recipients(grants)
        context["last_photos"] = self.last_photos(grants)
        return context


def grant_groups(grants: list[AwardGrant]) -> list[dict[str, Any]]:
    """The grants under the titles as printed, in the order in which each title first appears."""
    groups: dict[str, list[AwardGrant]] = {}
    for grant in grants:
        groups.setdefault(grant.shown_title, []).append(grant)
    return [
        {"title": title, "grants": rows, "quantity": recipients(rows)}
        for title, rows in groups.items()
    ]
