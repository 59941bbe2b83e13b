"""What API v1 promises of award titles, grants and their totals; see contract.py for the rules."""

from typing import Annotated, Literal

from pydantic import Field

# Pydantic reads the standard library's TypedDict only from Python 3.12 on.
from typing_extensions import TypedDict

from news.awards.summaries import Grouping

from .contract import ProvinceRef
from .people_contract import OrganisationRef, PersonRef

TitleKind = Literal["title", "commendation"]
TitleLevel = Literal[
    "state", "government", "national", "ministry_province", "province", "district_until_2025",
    "commune", "grassroots",
]  # fmt: skip
RecipientKind = Literal["person", "organisation", "household", "unnamed"]
GrantStatus = Literal["confirmed", "revoked"]


class TitleObject(TypedDict):
    code: Annotated[str, Field(description="Mã danh hiệu, hình thức, không đổi.")]
    name: str
    kind: Annotated[TitleKind, Field(description="Danh hiệu thi đua, hoặc hình thức khen thưởng.")]
    level: TitleLevel
    awarding_authority: Annotated[
        str | None, Field(description="Thẩm quyền; null khi chưa đối chiếu với văn bản.")
    ]
    recipients: Annotated[
        list[Literal["individual", "collective", "household"]],
        Field(description="Dành cho cá nhân, tập thể hay hộ gia đình."),
    ]
    ranks: Annotated[list[str], Field(description="Các hạng; trống khi không chia hạng.")]
    law_article: Annotated[
        str | None, Field(description="Căn cứ; null khi chưa đối chiếu với văn bản.")
    ]
    valid_from: str | None
    valid_to: Annotated[str | None, Field(description="Ngày cuối cùng; null khi vẫn còn.")]
    successor: Annotated[str | None, Field(description="Mã danh hiệu thay thế.")]
    bonus_multiple: Annotated[float | None, Field(description="Mức thưởng, lần lương cơ sở.")]
    public_consultation: Annotated[bool, Field(description="Phải lấy ý kiến công khai.")]
    armed_forces: Annotated[bool, Field(description="Thuộc lực lượng vũ trang.")]


class TitleListObject(TypedDict):
    items: list[TitleObject]
    next: None


class TitleRef(TypedDict):
    code: Annotated[str, Field(description="Xem /awards/titles/.")]
    name: str
    level: TitleLevel


class DecisionObject(TypedDict):
    number: Annotated[str, Field(description="Số quyết định; trống: không rõ.")]
    decided_on: str | None
    subject: Annotated[str, Field(description="Trích yếu.")]
    issuer: Annotated[OrganisationRef | None, Field(description="Cơ quan ban hành.")]
    signer: Annotated[str, Field(description="Người ký; trống: không rõ.")]
    status: Annotated[Literal["in_force", "revoked"], Field(description="Hiệu lực.")]
    document_url: Annotated[str | None, Field(description="Toàn văn, khi công khai.")]


class GrantObject(TypedDict):
    id: Annotated[str, Field(description="UUID của lượt khen thưởng, không đổi.")]
    title: TitleRef
    title_as_printed: Annotated[str, Field(description="Như in trong bài; trống: như luật gọi.")]
    rank: Annotated[str, Field(description="Hạng; trống khi không chia hạng.")]
    recipient_kind: RecipientKind
    recipient: Annotated[str, Field(description="Tên người nhận, hoặc “7 cá nhân”.")]
    person: PersonRef | None
    organisation: OrganisationRef | None
    quantity: Annotated[int, Field(description="Hơn 1 chỉ khi nguồn không nêu tên từng người.")]
    quantity_note: str
    province: Annotated[
        ProvinceRef | None,
        Field(description="Tỉnh của tập thể nhận; không rõ thì của cơ quan quyết định."),
    ]
    year: Annotated[int | None, Field(description="Năm thành tích.")]
    year_to: Annotated[int | None, Field(description="Năm cuối, khi thành tích nhiều năm.")]
    citation: Annotated[str, Field(description="Thành tích.")]
    movement: Annotated[str, Field(description="Phong trào thi đua; trống: không rõ.")]
    decided_by: Annotated[str, Field(description="Người, cơ quan quyết định, như in trong bài.")]
    decider: Annotated[OrganisationRef | None, Field(description="Cơ quan quyết định.")]
    decision: DecisionObject | None
    presented_on: Annotated[str | None, Field(description="Ngày trao.")]
    presenter: Annotated[str, Field(description="Người trao; trống: không rõ.")]
    place: Annotated[str, Field(description="Nơi trao.")]
    articles: Annotated[list[str], Field(description="id của các tin bài công khai nói tới.")]
    status: Annotated[GrantStatus, Field(description="Đã xác nhận, hoặc đã thu hồi.")]
    revoked_on: str | None
    revocation: Annotated[DecisionObject | None, Field(description="Quyết định thu hồi.")]
    revocation_note: Annotated[str, Field(description="Lý do thu hồi.")]


class GrantListObject(TypedDict):
    items: list[GrantObject]
    next: Annotated[str | None, Field(description="Địa chỉ trang sau; null ở trang cuối.")]


class CountsObject(TypedDict):
    grants: Annotated[
        int, Field(description="Số lượt ghi trong sổ; nhóm chưa nêu tên là một lượt.")
    ]
    quantity: Annotated[int, Field(description="Số người, tập thể, hộ được khen.")]
    revoked: Annotated[int, Field(description="Số lượt đã thu hồi, không tính ở trên.")]


class SummaryItemObject(CountsObject):
    key: Annotated[
        str | None,
        Field(description="Năm, mã, khóa hoặc id tùy group_by; null: nguồn không ghi."),
    ]
    name: Annotated[str, Field(description="Tên để hiện.")]


class SummaryObject(TypedDict):
    group_by: Grouping
    items: list[SummaryItemObject]
    total: CountsObject
    next: None
