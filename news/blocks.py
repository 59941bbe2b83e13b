"""The blocks an article's body is made of.

Few, so that an editor can choose without thinking; their names are part of the API.
"""

from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
INLINE_FEATURES = ["bold", "italic", "link", "document-link"]

MOMENTS = [
    ("overview", "Toàn cảnh"),
    ("speech", "Phát biểu"),
    ("handing_over", "Trao tặng"),
    ("signing", "Ký kết"),
    ("group", "Chụp chung"),
    ("other", "Khác"),
]


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
    decorative = blocks.BooleanBlock(
        label="Chỉ để trang trí", required=False, help_text="Ảnh không mang thông tin."
    )
    credit = blocks.CharBlock(
        label="Ghi nguồn",
        required=False,
        default="",
        max_length=150,
        help_text="Để trống: lấy từ kho ảnh.",
    )
    moment = blocks.ChoiceBlock(
        label="Khoảnh khắc", choices=MOMENTS, default="other", help_text="Ảnh chụp cảnh gì."
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


class SpeechBlock(blocks.StructBlock):
    """Words somebody said, with the post the speaker held that day, as it was printed."""

    words = blocks.TextBlock(label="Lời phát biểu", rows=3)
    speaker_person = SnippetChooserBlock("people.Person", label="Nhân sự", required=False)
    speaker_name = blocks.CharBlock(
        label="Người phát biểu",
        required=False,
        default="",
        help_text="Như in trong bài: Ông Nguyễn Văn A.",
    )
    speaker_posts = blocks.CharBlock(
        label="Chức vụ khi đó", required=False, default="", help_text="Như in trong bài."
    )

    class Meta:
        icon = "openquote"
        label = "Phát biểu, trích dẫn"
        template = "news/blocks/speech.html"


class BulletListBlock(blocks.StructBlock):
    ordered = blocks.BooleanBlock(label="Đánh số", required=False)
    items = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE_FEATURES, label="Mục"), label="Các mục"
    )

    class Meta:
        icon = "list-ul"
        label = "Danh sách"
        template = "news/blocks/list.html"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label="Tên bảng", required=False, default="")
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label="Chữ", required=False, default="")),
            ("number", blocks.CharBlock(label="Số", required=False, default="")),
        ],
        label="Bảng",
    )
    source = blocks.CharBlock(label="Nguồn", required=False, default="")

    class Meta:
        icon = "table"
        label = "Bảng"
        template = "news/blocks/table.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label="Tệp")
    title = blocks.CharBlock(
        label="Tên hiển thị", required=False, default="", help_text="Để trống: lấy tên của tệp."
    )

    class Meta:
        icon = "doc-full"
        label = "Văn bản đính kèm"
        template = "news/blocks/document.html"


class AwardsBlock(blocks.StructBlock):
    """Shows the confirmed grants linked to the article; the facts are stored there, not here."""

    title = blocks.CharBlock(label="Tiêu đề", required=False, default="Khen thưởng trong bài")

    class Meta:
        icon = "award"
        label = "Khung khen thưởng"
        template = "news/blocks/awards.html"


class ArticleBody(blocks.StreamBlock):
    paragraph = blocks.RichTextBlock(
        label="Đoạn văn", icon="pilcrow", features=RICH_TEXT_FEATURES, group="Chữ"
    )
    heading = blocks.CharBlock(
        label="Tiêu đề phụ",
        icon="title",
        max_length=200,
        template="news/blocks/heading.html",
        group="Chữ",
    )
    list = BulletListBlock(group="Chữ")
    speech = SpeechBlock(group="Chữ")
    photo = PhotoBlock(group="Ảnh")
    gallery = GalleryBlock(group="Ảnh")
    table = TableBlock(group="Khác")
    document = DocumentBlock(group="Khác")
    awards = AwardsBlock(group="Khác")
    embed = EmbedBlock(
        label="Video, bản đồ",
        icon="media",
        template="news/blocks/embed.html",
        group="Khác",
    )
