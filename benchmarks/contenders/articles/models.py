"""An article with an author, tags and captioned photos, as Wagtail's documentation shows all of them."""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.api.fields import ImageRenditionField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.search import index
from wagtail.snippets.models import register_snippet

WIDTH = "width-720"


@register_snippet
class Author(models.Model):
    name = models.CharField(max_length=100)
    unit = models.CharField(max_length=150, blank=True)

    api_fields = [APIField("name"), APIField("unit")]

    def __str__(self) -> str:
        return self.name


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey(
        "ArticlePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class PhotoChooserBlock(ImageChooserBlock):
    """An id alone would help no reader of the API."""

    def get_api_representation(self, value, context=None):
        return ImageRenditionField(WIDTH).to_representation(value) if value else None


class PhotoBlock(StructBlock):
    image = PhotoChooserBlock()
    caption = CharBlock(required=False)


class ArticlePage(Page):
    date = models.DateTimeField()
    lead = models.TextField(blank=True)
    author = models.ForeignKey(Author, models.SET_NULL, null=True, related_name="+")
    lead_photo = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, related_name="+"
    )
    body = StreamField([("paragraph", RichTextBlock()), ("photo", PhotoBlock())])
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    content_panels = [
        *Page.content_panels,
        *(FieldPanel(name) for name in ("date", "lead", "author", "lead_photo", "body", "tags")),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
    api_fields = [
        *(APIField(name) for name in ("date", "lead", "author", "body", "tags")),
        APIField("lead_photo_url", ImageRenditionField(WIDTH, source="lead_photo")),
    ]
