"""Where articles live: the index, its sections, and topics across sections."""

from typing import Any, Self

from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from search.remembering import remembered
from search.vietnamese.slugs import vietnamese_slug

from .base import BasePage


class ArticleListMixin:
    """Pages that list the articles below them, newest first."""

    def articles(self) -> models.QuerySet:
        """The publicly visible articles in or below this page, newest first."""
        from .articles import ArticlePage

        return ArticlePage.objects.publicly_visible().descendant_of(self).newest_first()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news.cards import listed

        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        context["articles"] = listed(self.articles(), request.GET)
        context["page_query"] = context["articles"].own
        context["page_name"] = context["articles"].days
        context["sections"] = public_sections(self.locale_id)  # type: ignore[attr-defined]
        return context


class NewsIndexPage(ArticleListMixin, BasePage):
    """The list of all news, and the parent of the sections."""

    introduction = models.TextField(
        "giới thiệu", blank=True, help_text="Một câu hiện dưới tên trang."
    )

    template = "news/index_page.html"
    page_description = "Trang danh sách tin; các chuyên mục và tin bài nằm bên dưới."
    content_panels = BasePage.content_panels + [FieldPanel("introduction")]
    subpage_types = ["news.SectionPage", "news.ArticlePage"]
    preview_modes: list[tuple[str, str]] = []

    class Meta:
        verbose_name = "Trang tin tức"
        verbose_name_plural = "Trang tin tức"


class SectionPage(ArticleListMixin, BasePage):
    """A section (chuyên mục): an article's main section is the page it stands under.

    A page rather than a label, so that Wagtail's own permissions and workflows, which follow
    the page tree, can differ from section to section.
    """

    class TileSet(models.TextChoices):
        NGOC = "ngoc", "Ngọc"
        CHAM = "cham", "Chàm"
        SON = "son", "Son"

    introduction = models.TextField(
        "giới thiệu", blank=True, help_text="Một câu hiện dưới tên chuyên mục."
    )
    tile_set = models.CharField(
        "màu gạch",
        max_length=8,
        choices=TileSet,
        default=TileSet.NGOC,
        help_text="Màu của hình nền cho bài không có ảnh.",
    )

    template = "news/section_page.html"
    page_description = "Một chuyên mục tin; quyền biên tập có thể giao theo từng chuyên mục."
    content_panels = BasePage.content_panels + [
        FieldPanel("introduction"),
        FieldPanel("tile_set"),
    ]
    subpage_types = ["news.ArticlePage"]
    parent_page_types = ["news.NewsIndexPage"]
    preview_modes: list[tuple[str, str]] = []

    class Meta:
        verbose_name = "Chuyên mục"
        verbose_name_plural = "Chuyên mục"

    def articles(self) -> models.QuerySet:
        """Articles below this page, and those that name it as another section."""
        from .articles import ArticlePage

        return ArticlePage.objects.publicly_visible().in_section(self).newest_first()


class TopicQuerySet(models.QuerySet["Topic"]):
    def with_articles(self, locale: Locale) -> Self:
        """Those of a language that public articles are about; `article_count` says how many."""
        from .articles import ArticlePage

        public = ArticlePage.objects.publicly_visible().filter(locale=locale)
        about = ArticlePage.topics.through.objects.filter(
            topic__translation_key=OuterRef("translation_key"), articlepage__in=public.values("pk")
        )
        counts = about.order_by().values("topic__translation_key").annotate(n=Count("pk"))
        counted = self.filter(locale=locale).annotate(article_count=Subquery(counts.values("n")))
        return counted.filter(article_count__gt=0)


@register_snippet
class Topic(TranslatableMixin, index.Indexed, models.Model):
    """A dossier that runs through several sections: a campaign, a reform, a congress."""

    name = models.CharField(
        "tên", max_length=120, help_text="Ngắn, ví dụ: Sắp xếp đơn vị hành chính."
    )
    slug = models.SlugField(
        "đường dẫn", max_length=120, blank=True, help_text="Để trống thì lấy theo tên."
    )
    description = models.TextField(
        "mô tả", blank=True, help_text="Một hai câu, hiện ở đầu trang chủ đề."
    )

    objects = TopicQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = "chủ đề"
        verbose_name_plural = "chủ đề"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(name="topic_slug_once_in_a_language", fields=["slug", "locale"])
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or vietnamese_slug(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Its page in the reader's language; "" where the host shows no topics."""
        try:
            return reverse("news:topic", args=[self.slug])
        except NoReverseMatch:
            return ""


def public_sections(locale: int) -> list[SectionPage]:
    """Of that language, in the order of the tree."""
    public = SectionPage.objects.publicly_visible().filter(locale=locale)
    return remembered(f"sections in locale {locale}", lambda: list(public))


def list_at(url_path: str, locale: int) -> NewsIndexPage | SectionPage | None:
    """The public index or section at that place of the tree; an edition reads them once."""

    def ask() -> list[NewsIndexPage | SectionPage]:
        indexes = NewsIndexPage.objects.publicly_visible().filter(locale=locale)
        return [*indexes, *public_sections(locale)]

    lists = remembered(f"lists in locale {locale}", ask)
    return next((page for page in lists if page.url_path == url_path), None)


def main_section(page: Page) -> SectionPage | None:
    """The section a page stands in, or None when it stands directly under the index."""
    return SectionPage.objects.ancestor_of(page).first()
