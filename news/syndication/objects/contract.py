"""What API v1 promises: every object it gives out, field by field.

These types shape our answers (mypy), describe them at /api/v1/docs, and are what the recorded
examples are checked against. Fields are added here; they are never renamed or taken away.
"""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field

# Pydantic reads the standard library's TypedDict only from Python 3.12 on.
from typing_extensions import TypedDict

Moment = Literal["overview", "speech", "handing_over", "signing", "group", "other"]
ParticipantRole = Literal["chaired", "attended", "spoke", "presented"]
PartOfDay = Literal["morning", "noon", "afternoon", "evening"]
RenditionFormat = Literal["avif", "webp", "jpeg"]


class ProvinceRef(TypedDict):
    key: Annotated[str, Field(description="Khóa riêng của tỉnh; mã thống kê không đủ phân biệt.")]
    name: str


class EventObject(TypedDict):
    date: Annotated[str | None, Field(description="Ngày diễn ra, YYYY-MM-DD.")]
    end_date: Annotated[str | None, Field(description="Ngày kết thúc, khi kéo dài nhiều ngày.")]
    part_of_day: Annotated[PartOfDay | None, Field(description="Buổi sáng, trưa, chiều hay tối.")]
    province: ProvinceRef | None
    place: Annotated[str, Field(description="Địa điểm, như in trong bài.")]


class BylineObject(TypedDict):
    name: str
    unit: Annotated[str, Field(description="Đơn vị của tác giả, như in trong bài.")]
    role: Literal["writer", "photographer", "editor"]


class SectionObject(TypedDict):
    slug: str
    title: str
    main: Annotated[bool, Field(description="Chuyên mục chính: nơi bài nằm.")]


class ListedSectionObject(TypedDict):
    id: Annotated[str, Field(description="UUID của chuyên mục, chung cho các ngôn ngữ.")]
    slug: Annotated[str, Field(description="Ghi ở section để lọc danh sách.")]
    title: str
    introduction: str
    url: str


class SectionListObject(TypedDict):
    items: list[ListedSectionObject]
    next: None


class RenditionObject(TypedDict):
    width: int
    height: int
    format: RenditionFormat
    url: str


class PhotoObject(TypedDict):
    caption: Annotated[str, Field(description="Lời dưới ảnh, ở chính chỗ dùng này.")]
    alt: Annotated[str, Field(description="Mô tả cho người không nhìn thấy; trống: ảnh trang trí.")]
    credit: Annotated[str, Field(description="Ghi sau “Ảnh:”.")]
    moment: Annotated[Moment, Field(description="Khoảnh khắc trong ảnh.")]
    awards: Annotated[list[str], Field(description="id của các lượt khen thưởng trong ảnh.")]
    width: Annotated[int | None, Field(description="Cỡ của ảnh gốc; null khi ảnh không còn.")]
    height: int | None
    renditions: Annotated[
        list[RenditionObject],
        Field(description="Các cỡ có sẵn; trống khi bài cũ chỉ còn lời chú thích."),
    ]


class LeadPhotoObject(TypedDict):
    caption: str
    alt: str
    credit: str
    width: int
    height: int
    renditions: list[RenditionObject]


class PersonInArticle(TypedDict):
    id: Annotated[str | None, Field(description="UUID của nhân sự; null khi chưa gắn với ai.")]
    name: Annotated[str, Field(description="Tên như in trong bài.")]
    honorific: str
    posts: Annotated[list[str], Field(description="Chức vụ hôm đó, như in trong bài.")]
    role: ParticipantRole


class OrganisationInArticle(TypedDict):
    id: str
    name: str
    role: Literal["host", "attending", "mentioned"]


class AwardObject(TypedDict):
    id: str
    title: Annotated[str, Field(description="Danh hiệu, hình thức khen thưởng.")]
    code: Annotated[str, Field(description="Mã danh hiệu, hình thức.")]
    rank: Annotated[str, Field(description="Hạng; trống khi không chia hạng.")]
    recipient: Annotated[str, Field(description="Tên người nhận, hoặc “7 cá nhân”.")]
    quantity: Annotated[int, Field(description="Hơn 1 chỉ khi nguồn không nêu tên từng người.")]
    decided_by: Annotated[str, Field(description="Người, cơ quan quyết định; trống: không rõ.")]
    year: Annotated[int | None, Field(description="Năm thành tích.")]
    status: Annotated[
        Literal["confirmed", "revoked"], Field(description="Đã xác nhận, hoặc đã thu hồi.")
    ]


class TopicObject(TypedDict):
    slug: str
    name: str


class SourceObject(TypedDict):
    name: str
    url: str


class CorrectionObject(TypedDict):
    on: str
    note: str
    changes_a_fact: bool


class TranslationObject(TypedDict):
    locale: str
    url: str


# --- Body blocks ---------------------------------------------------------------


class ParagraphBlock(TypedDict):
    type: Literal["paragraph"]
    html: str


class HeadingBlock(TypedDict):
    type: Literal["heading"]
    text: str


class ListBlock(TypedDict):
    type: Literal["list"]
    ordered: bool
    items: Annotated[list[str], Field(description="HTML của từng mục.")]


class Speaker(TypedDict):
    id: str | None
    name: str
    posts: str


class SpeechBlock(TypedDict):
    type: Literal["speech"]
    words: str
    speaker: Speaker | None


class PhotoBlock(PhotoObject):
    type: Literal["photo"]


class GalleryBlock(TypedDict):
    type: Literal["gallery"]
    title: str
    photos: list[PhotoObject]


class TableBlock(TypedDict):
    type: Literal["table"]
    caption: str
    headings: list[str]
    rows: list[list[str]]
    source: str


class DocumentBlock(TypedDict):
    type: Literal["document"]
    title: str
    url: str
    format: Annotated[str, Field(description="Đuôi tệp: pdf, docx …")]
    size: Annotated[int | None, Field(description="Số byte.")]


class AwardsBlock(TypedDict):
    """Chỗ hiện các lượt khen thưởng của bài: xem awards."""

    type: Literal["awards"]
    title: str


class EmbedBlock(TypedDict):
    type: Literal["embed"]
    url: str


Block = (
    ParagraphBlock
    | HeadingBlock
    | ListBlock
    | SpeechBlock
    | PhotoBlock
    | GalleryBlock
    | TableBlock
    | DocumentBlock
    | AwardsBlock
    | EmbedBlock
)


# --- Answers -------------------------------------------------------------------


class PublicationObject(TypedDict):
    """Phần chung của tin bài, thông báo khen thưởng và lấy ý kiến."""

    id: Annotated[str, Field(description="UUID của bài, chung cho mọi ngôn ngữ, không đổi.")]
    version: Annotated[int, Field(description="Chỉ tăng: số lớn hơn là bản mới hơn.")]
    locale: str
    locale_fallback: Annotated[
        bool, Field(description="true: chưa có bản dịch, đây là bản tiếng Việt.")
    ]
    title: str
    lead: Annotated[str, Field(description="Sapo.")]
    url: str
    published_at: Annotated[str, Field(description="Lúc đăng hiển thị, ISO 8601 kèm múi giờ.")]
    updated_at: Annotated[str, Field(description="Lúc đăng bản đang hiện.")]
    views: Annotated[
        int, Field(description="Lượt xem, mọi ngôn ngữ, mọi cổng; đổi mà ETag giữ nguyên.")
    ]
    translations: Annotated[list[TranslationObject], Field(description="Các ngôn ngữ khác.")]


class ArticleObject(PublicationObject):
    type: Literal["article"]
    external_id: Annotated[str | None, Field(description="Mã ở hệ thống cũ, khi bài được nhập.")]
    event: Annotated[EventObject | None, Field(description="Việc được đưa tin: khi nào, ở đâu.")]
    byline: list[BylineObject]
    sections: Annotated[list[SectionObject], Field(description="Chuyên mục chính đứng đầu.")]
    provinces: Annotated[list[ProvinceRef], Field(description="Các tỉnh được nói tới.")]
    lead_photo: LeadPhotoObject | None
    body: Annotated[list[Block], Field(description="Nội dung thành từng khối có kiểu.")]
    body_html: Annotated[
        str, Field(description="Cũng nội dung ấy, HTML dùng được ngay, đường dẫn đầy đủ.")
    ]
    photos: Annotated[list[PhotoObject], Field(description="Mọi ảnh, theo thứ tự trong bài.")]
    people: list[PersonInArticle]
    organisations: list[OrganisationInArticle]
    awards: Annotated[list[AwardObject], Field(description="Lượt khen thưởng nói trong bài.")]
    topics: list[TopicObject]
    tags: list[str]
    source: Annotated[SourceObject | None, Field(description="Nơi đăng đầu tiên, khi đăng lại.")]
    corrections: list[CorrectionObject]


class DecisionInAnnouncement(TypedDict):
    number: Annotated[str, Field(description="Số quyết định; trống: không rõ.")]
    decided_on: str | None
    subject: Annotated[str, Field(description="Trích yếu.")]
    issuer: Annotated[str, Field(description="Cơ quan ban hành.")]
    signer: Annotated[str, Field(description="Người ký, như in trên văn bản.")]
    document: Annotated[str | None, Field(description="Địa chỉ của toàn văn.")]
    status: Annotated[Literal["in_force", "revoked"], Field(description="Còn hay hết hiệu lực.")]


class AnnouncementObject(PublicationObject):
    """Thông báo khen thưởng: các lượt khen thưởng của một quyết định hay một buổi lễ."""

    type: Literal["announcement"]
    event: Annotated[EventObject | None, Field(description="Lễ trao: khi nào, ở đâu.")]
    decision: DecisionInAnnouncement | None
    awards: Annotated[list[AwardObject], Field(description="Mọi lượt khen thưởng trên trang.")]
    recipients: Annotated[int, Field(description="Tổng số được khen, không tính đã thu hồi.")]
    lead_photo: LeadPhotoObject | None
    body: Annotated[list[Block], Field(description="Nội dung thành từng khối có kiểu.")]
    body_html: str
    photos: list[PhotoObject]


class NomineeObject(TypedDict):
    title: Annotated[str, Field(description="Danh hiệu, hình thức được đề nghị.")]
    code: str
    rank: str
    recipient: str
    note: Annotated[str, Field(description="Chức vụ, đơn vị.")]
    achievement: Annotated[str, Field(description="Tóm tắt thành tích.")]


class CommentsObject(TypedDict):
    email: str
    phone: str
    address: str
    how: Annotated[str, Field(description="Cách gửi ý kiến, HTML.")]


class ConsultationObject(PublicationObject):
    """Lấy ý kiến công khai về danh sách đề nghị khen thưởng."""

    type: Literal["consultation"]
    opens_on: Annotated[str, Field(description="Nhận ý kiến từ ngày, YYYY-MM-DD.")]
    closes_on: Annotated[str, Field(description="Đến hết ngày.")]
    legal_basis: str
    comments: Annotated[CommentsObject, Field(description="Nơi gửi ý kiến.")]
    nominees: list[NomineeObject]
    result: Annotated[str, Field(description="Kết quả, HTML; trống khi chưa có.")]


AnyObject = ArticleObject | AnnouncementObject | ConsultationObject


PartObject = Annotated[
    dict[str, Any], Field(description="Chỉ các trường đã kể ở fields, mỗi trường như trong cả bài.")
]


class ArticleListObject(TypedDict):
    items: list[AnyObject]
    next: Annotated[str | None, Field(description="Địa chỉ trang sau; null ở trang cuối.")]


class PartListObject(TypedDict):
    items: list[PartObject]
    next: Annotated[str | None, Field(description="Địa chỉ trang sau; null ở trang cuối.")]


class ChangeObject(TypedDict):
    id: str
    type: Literal["article", "announcement", "consultation"]
    locale: str
    version: Annotated[
        int,
        Field(
            description="Nhỏ hơn bản đang giữ: bỏ qua. Bằng: đã có, chỉ gỡ khi visible là false."
        ),
    ]
    visible: Annotated[bool, Field(description="false: gỡ bản sao đang giữ.")]
    reason: Literal[
        "published",
        "corrected",
        "moved",
        "withdrawn",
        "redirected",
        "gone",
        "superseded",
        "private",
    ]
    url: Annotated[str, Field(description="Địa chỉ hiện nay, hoặc địa chỉ cuối cùng.")]
    replaced_by: Annotated[str | None, Field(description="Địa chỉ trang thay thế.")]
    at: Annotated[str, Field(description="Lúc thay đổi.")]


class ChangeListObject(TypedDict):
    items: Annotated[list[ChangeObject], Field(description="Mỗi bài một lần, ở trạng thái cuối.")]
    next: Annotated[str, Field(description="Ghi vào since ở lần hỏi sau.")]
    has_more: Annotated[bool, Field(description="true: hỏi tiếp ngay.")]
    epoch: Annotated[str, Field(description="Khác đi: dữ liệu đã khôi phục, lấy lại từ đầu.")]


class SnapshotObject(TypedDict):
    items: list[AnyObject]
    next: Annotated[str | None, Field(description="Địa chỉ trang sau; null ở trang cuối.")]
    since: Annotated[str, Field(description="Sau trang cuối, hỏi changes từ đây.")]
    epoch: str


class ProvinceObject(TypedDict):
    key: str
    code: Annotated[str, Field(description="Mã thống kê; bảy mã đổi chủ năm 2025.")]
    name: str
    name_en: str
    full_name: str
    kind: Literal["province", "city"]
    region: str
    valid_from: str | None
    valid_to: Annotated[str | None, Field(description="Ngày cuối cùng; null khi vẫn còn.")]


class ProvinceListObject(TypedDict):
    items: list[ProvinceObject]
    next: None


class ResolvedProvinceObject(TypedDict):
    province: Annotated[ProvinceObject, Field(description="Tỉnh mang tên ấy vào ngày ấy.")]
    now: Annotated[ProvinceObject, Field(description="Tỉnh hiện nay ở nơi đó.")]


class ProblemObject(TypedDict):
    """Lỗi, theo RFC 9457."""

    type: str
    title: str
    title_en: str
    status: int
    detail: Annotated[str, Field(description="Một câu tiếng Việt.")]
    detail_en: Annotated[str, Field(description="Cũng câu ấy bằng tiếng Anh.")]
    parameters: NotRequired[Annotated[list[str], Field(description="Các tham số bị từ chối.")]]


class RemovedObject(ProblemObject):
    """Bài đã đăng rồi gỡ."""

    reason: Literal["withdrawn", "redirected", "gone", "superseded", "private"]
    note: Annotated[str, Field(description="Lời giải thích của cơ quan.")]
    replaced_by: Annotated[str | None, Field(description="Địa chỉ trang thay thế.")]
