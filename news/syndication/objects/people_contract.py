"""What API v1 promises of persons, organisations and clusters; see contract.py for the rules."""

from typing import Annotated, Literal

from pydantic import Field

# Pydantic reads the standard library's TypedDict only from Python 3.12 on.
from typing_extensions import TypedDict

from .contract import ProvinceRef, RenditionObject

OrganisationKind = Literal[
    "ministry", "committee", "council", "department", "office", "unit", "party", "union",
    "enterprise", "other",
]  # fmt: skip
OrganisationLevel = Literal["central", "province", "commune", "internal"]
OrganisationChange = Literal["merged", "split", "renamed", "transferred"]


class PersonRef(TypedDict):
    id: Annotated[str, Field(description="UUID của nhân sự; xem /people/{id}/.")]
    name: Annotated[str, Field(description="Họ và tên, không kèm ông, bà.")]


class OrganisationRef(TypedDict):
    id: Annotated[str, Field(description="UUID của cơ quan; xem /organisations/{id}/.")]
    name: Annotated[str, Field(description="Tên vào ngày được hỏi.")]


class ClusterRef(TypedDict):
    id: Annotated[str, Field(description="UUID của cụm; xem /clusters/{id}/.")]
    name: str


# --- Persons -------------------------------------------------------------------


class PostObject(TypedDict):
    title: Annotated[str, Field(description="Chức vụ.")]
    wording: Annotated[
        str, Field(description="Viết đầy đủ bằng tiếng Việt, ví dụ “Phó Giám đốc Sở Nội vụ”.")
    ]
    organisation: OrganisationRef
    start: Annotated[str | None, Field(description="Từ ngày; null: không rõ.")]
    end: Annotated[str | None, Field(description="Đến hết ngày; null: còn giữ hoặc không rõ.")]
    attested_on: Annotated[
        str | None, Field(description="Khi không rõ từ ngày: ngày sớm nhất nguồn cho thấy đã giữ.")
    ]


class PortraitObject(TypedDict):
    alt: str
    credit: str
    width: Annotated[int, Field(description="Cỡ của ảnh gốc.")]
    height: int
    renditions: list[RenditionObject]


class PersonObject(TypedDict):
    id: Annotated[str, Field(description="UUID của nhân sự, không đổi.")]
    name: Annotated[str, Field(description="Họ và tên, không kèm ông, bà.")]
    honorific: Annotated[str, Field(description="ông, bà; trống khi không ghi.")]
    url: str
    posts: Annotated[list[PostObject], Field(description="Chức vụ giữ vào ngày được hỏi.")]
    portrait: PortraitObject | None
    phone: Annotated[str, Field(description="Điện thoại liên hệ công khai.")]
    email: Annotated[str, Field(description="Thư điện tử liên hệ công khai.")]


class PersonDetailObject(PersonObject):
    biography: str
    all_posts: Annotated[list[PostObject], Field(description="Mọi chức vụ được ghi.")]


class PersonListObject(TypedDict):
    items: list[PersonObject]
    next: Annotated[str | None, Field(description="Địa chỉ trang sau; null ở trang cuối.")]


# --- Organisations -------------------------------------------------------------


class OrganisationObject(TypedDict):
    id: Annotated[str, Field(description="UUID của cơ quan, không đổi.")]
    name: Annotated[str, Field(description="Tên vào ngày được hỏi.")]
    short_name: Annotated[str, Field(description="Tên ngắn; trống khi không có.")]
    kind: OrganisationKind
    level: OrganisationLevel
    url: str
    parent: Annotated[OrganisationRef | None, Field(description="Cơ quan cấp trên trực tiếp.")]
    province: ProvinceRef | None
    founded_on: str | None
    dissolved_on: Annotated[str | None, Field(description="Ngày hoạt động cuối cùng.")]
    exists: Annotated[bool, Field(description="Có hoạt động vào ngày được hỏi hay không.")]
    phone: str
    email: str
    address: str


class HolderObject(TypedDict):
    person: PersonRef
    title: Annotated[str, Field(description="Chức vụ.")]
    start: str | None
    end: str | None


class FormerNameObject(TypedDict):
    name: str
    start: str | None
    end: str | None


class SuccessionObject(TypedDict):
    organisation: OrganisationRef
    on: Annotated[str, Field(description="Từ ngày.")]
    kind: OrganisationChange
    legal_act: Annotated[str, Field(description="Văn bản quy định; trống: không rõ.")]


class OrganisationDetailObject(OrganisationObject):
    description: Annotated[str, Field(description="Chức năng, nhiệm vụ.")]
    holders: Annotated[
        list[HolderObject], Field(description="Người giữ chức vụ vào ngày được hỏi.")
    ]
    units: Annotated[
        list[OrganisationRef], Field(description="Đơn vị trực thuộc hoạt động vào ngày được hỏi.")
    ]
    clusters: Annotated[list[ClusterRef], Field(description="Cụm thi đua vào ngày được hỏi.")]
    former_names: list[FormerNameObject]
    predecessors: Annotated[list[SuccessionObject], Field(description="Hình thành từ.")]
    successors: Annotated[list[SuccessionObject], Field(description="Kế thừa bởi.")]


class OrganisationListObject(TypedDict):
    items: list[OrganisationObject]
    next: Annotated[str | None, Field(description="Địa chỉ trang sau; null ở trang cuối.")]


# --- Clusters ------------------------------------------------------------------


class ClusterYearObject(TypedDict):
    year: int
    head: Annotated[OrganisationRef | None, Field(description="Cụm trưởng.")]
    deputies: Annotated[list[OrganisationRef], Field(description="Cụm phó.")]
    host: Annotated[ProvinceRef | None, Field(description="Tỉnh đăng cai.")]
    pledge_signed_on: Annotated[str | None, Field(description="Ngày ký giao ước thi đua.")]


class MembershipObject(TypedDict):
    organisation: OrganisationRef
    start: str | None
    end: str | None


class ClusterObject(TypedDict):
    id: Annotated[str, Field(description="UUID của cụm, không đổi.")]
    name: str
    url: str
    description: str
    members: Annotated[list[OrganisationRef], Field(description="Thành viên vào ngày được hỏi.")]
    year: Annotated[
        ClusterYearObject | None,
        Field(description="Cụm trưởng, cụm phó trong năm của ngày được hỏi; null: chưa ghi."),
    ]


class ClusterDetailObject(ClusterObject):
    all_members: Annotated[
        list[MembershipObject], Field(description="Mọi thành viên, kèm thời gian.")
    ]
    all_years: Annotated[list[ClusterYearObject], Field(description="Mọi năm, mới nhất trước.")]


class ClusterListObject(TypedDict):
    items: list[ClusterObject]
    next: Annotated[str | None, Field(description="Địa chỉ trang sau; null ở trang cuối.")]
