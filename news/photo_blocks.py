"""Photos in a body, and the words they carry there."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockAdapter, StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from news.moments import Moment

ASKED_FOR = {
    "caption": "Ghi chú thích: ai làm gì, ở đâu.",
    "alt": "Ghi mô tả ảnh cho người không nhìn thấy, hoặc đánh dấu “Chỉ để trang trí”.",
}


EMPTY = "Khối này chưa có gì. Hãy chọn ảnh, ghi chú thích của ảnh không còn lưu, hoặc xóa khối này."


class MomentBlock(blocks.ChoiceBlock):
    def render_basic(self, value: Any, context: Any = None) -> str:
        """In words, where versions are compared."""
        return dict(Moment.choices).get(value, value or "")


class YesNoBlock(blocks.BooleanBlock):
    def render_basic(self, value: Any, context: Any = None) -> str:
        return "Có" if value else "Không"


class PhotoBlock(blocks.StructBlock):
    """A photo and the words under it.

    The image may be missing: of many old articles only the captions are left, and they are
    facts worth keeping and finding. It is a plain chooser with its own alt field because
    wagtail-localize cannot extract an empty ImageBlock.
    """

    image = ImageChooserBlock(
        label="Ảnh", required=False, help_text="Để trống khi ảnh gốc không còn."
    )
    caption = blocks.TextBlock(
        label="Chú thích", required=False, default="", rows=2, help_text="Ai làm gì, ở đâu."
    )
    alt = blocks.TextBlock(
        label="Mô tả ảnh",
        required=False,
        default="",
        rows=2,
        help_text="Điều nhìn thấy trong ảnh, cho người không nhìn thấy.",
    )
    decorative = YesNoBlock(
        label="Chỉ để trang trí", required=False, help_text="Ảnh không mang thông tin."
    )
    credit = blocks.CharBlock(
        label="Ghi nguồn",
        required=False,
        default="",
        max_length=150,
        help_text="Để trống: lấy từ kho ảnh.",
    )
    moment = MomentBlock(
        label="Khoảnh khắc", choices=Moment.choices, default="other", help_text="Ảnh chụp cảnh gì."
    )
    grants = blocks.ListBlock(
        SnippetChooserBlock("awards.AwardGrant"),
        label="Lượt khen thưởng trong ảnh",
        help_text="Những lượt đang được trao trong ảnh.",
        default=[],
        collapsed=True,
    )

    class Meta:
        icon = "image"
        label = "Ảnh có chú thích"
        template = "news/blocks/photo.html"
        form_classname = "struct-block photo-block"

    def clean(self, value: Any) -> Any:
        """A draft may lack words; what is sent for review or published may not."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        if not value.get("image") and not value.get("caption"):
            raise StructBlockValidationError({"image": ValidationError(EMPTY)})
        missing = missing_words(value)
        if missing:
            raise StructBlockValidationError(
                {name: ValidationError(ASKED_FOR[name]) for name in missing}
            )
        return value

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["caption"], context["alt"] = caption_of(value), alt_of(value)
        context["credit"] = credit_of(value)
        return context


def caption_of(photo: Any) -> str:
    """The caption of a photo block: its own, or the photo's."""
    image = photo.get("image")
    return photo.get("caption") or (image.caption if image else "")


def alt_of(photo: Any) -> str:
    """The alt text of a photo block; empty when the photo is only decoration."""
    image = photo.get("image")
    if photo.get("decorative"):
        return ""
    return photo.get("alt") or (image.description if image else "")


def credit_of(photo: Any) -> str:
    image = photo.get("image")
    return photo.get("credit") or (image.credit_line if image else "")


def missing_words(photo: Any) -> list[str]:
    """Which of "caption" and "alt" a photo block still lacks, the words of its photo counted in.

    Where the photo itself is lost, whatever words are left are all there is.
    """
    if not photo.get("image"):
        return []
    missing = [] if caption_of(photo).strip() else ["caption"]
    if not photo.get("decorative") and not alt_of(photo).strip():
        missing.append("alt")
    return missing


def photos_in(body: Any) -> list[Any]:
    """The photo blocks of a body in reading order, those inside galleries too."""
    found: list[Any] = []
    for block in body:
        if block.block_type == "photo":
            found.append(block.value)
        elif block.block_type == "gallery":
            found.extend(block.value["photos"])
    return found


def photo_words(photo: Any) -> dict[str, Any]:
    """A photo block as templates and the API read it: its words, or else the photo's own."""
    return {
        "image": photo.get("image"),
        "caption": caption_of(photo),
        "alt": alt_of(photo),
        "credit": credit_of(photo),
        "moment": photo.get("moment") or "other",
    }


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Tên bộ ảnh", required=False, default="")
    photos = blocks.ListBlock(PhotoBlock(), label="Ảnh", min_num=2)

    class Meta:
        icon = "image"
        label = "Bộ ảnh"
        template = "news/blocks/gallery.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["sheet"] = [photo_words(photo) for photo in value["photos"]]
        return context


class PhotoBlockAdapter(StructBlockAdapter):
    """In the form, a chosen photo brings its words along."""

    js_constructor = "news.PhotoBlock"

    def js_args(self, block: blocks.StructBlock) -> list[Any]:
        name, children, meta = super().js_args(block)
        return [name, children, meta | {"wordsAddress": reverse("news_photo_words", args=[0])}]

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[versioned_static("news/admin/photo_block.js")])


register(PhotoBlockAdapter(), PhotoBlock)
