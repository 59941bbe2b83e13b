"""The blocks an article's body is made of.

Few, so that an editor can choose without thinking; their names are part of the API.
"""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from news.photo_blocks import GalleryBlock, PhotoBlock, YesNoBlock
from news.typed_text import TidyRichTextBlock

RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
INLINE_FEATURES = ["bold", "italic", "link", "document-link"]


def named(block: blocks.FieldBlock) -> blocks.FieldBlock:
    """A block of one field, which is read out by the block's label: Wagtail shows it above the field, and
    ties it to fields within a struct alone."""
    block.field.widget.attrs["aria-label"] = block.meta.label
    return block


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
    ordered = YesNoBlock(label="Đánh số", required=False)
    items = blocks.ListBlock(
        TidyRichTextBlock(features=INLINE_FEATURES, label="Mục"), label="Các mục"
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
        form_classname = "struct-block named-table"


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

    title = blocks.CharBlock(
        label="Tiêu đề",
        required=False,
        default="Khen thưởng trong bài",
        help_text="Khung tự hiện những lượt khen thưởng đã xác nhận của bài này; chưa có thì bạn đọc không thấy khung.",
    )

    class Meta:
        icon = "award"
        label = "Khung khen thưởng"
        template = "news/blocks/awards.html"


class ArticleBody(blocks.StreamBlock):
    paragraph = TidyRichTextBlock(label="Đoạn văn", features=RICH_TEXT_FEATURES, group="Chữ")
    heading = named(
        blocks.CharBlock(
            label="Tiêu đề phụ",
            icon="title",
            max_length=200,
            template="news/blocks/heading.html",
            group="Chữ",
        )
    )
    list = BulletListBlock(group="Chữ")
    speech = SpeechBlock(group="Chữ")
    photo = PhotoBlock(group="Ảnh")
    gallery = GalleryBlock(group="Ảnh")
    table = TableBlock(group="Khác")
    document = DocumentBlock(group="Khác")
    awards = AwardsBlock(group="Khác")
    embed = named(
        EmbedBlock(
            label="Video, bản đồ",
            icon="media",
            template="news/blocks/embed.html",
            group="Khác",
        )
    )
