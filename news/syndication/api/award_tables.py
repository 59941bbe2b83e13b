"""The columns of the award register as CSV. Columns are added at the end, never moved or renamed."""

from news.awards.models import AwardGrant, AwardTitle
from news.csv_tables import Column, Table
from news.syndication.objects.awards_contract import GrantObject, SummaryItemObject, TitleObject

TITLES: Table[TitleObject] = Table(
    "danh-hieu-hinh-thuc-khen-thuong",
    [
        Column("Mã", "Code", lambda title: title["code"]),
        Column("Tên", "Name", lambda title: title["name"]),
        Column("Loại", "Kind", lambda title: AwardTitle.Kind(title["kind"]).label),
        Column("Cấp", "Level", lambda title: AwardTitle.Level(title["level"]).label),
        Column("Thẩm quyền", "Awarding authority", lambda title: title["awarding_authority"]),
        Column("Đối tượng", "Recipients", lambda title: "; ".join(title["recipients"])),
        Column("Hạng", "Ranks", lambda title: "; ".join(title["ranks"])),
        Column("Căn cứ", "Law", lambda title: title["law_article"]),
        Column("Có từ ngày", "Valid from", lambda title: title["valid_from"]),
        Column("Đến hết ngày", "Valid to", lambda title: title["valid_to"]),
        Column("Mã danh hiệu thay thế", "Successor", lambda title: title["successor"]),
        Column("Mức thưởng (lần lương cơ sở)", "Bonus", lambda title: title["bonus_multiple"]),
        Column(
            "Phải lấy ý kiến công khai",
            "Public consultation",
            lambda title: title["public_consultation"],
        ),
        Column("Thuộc lực lượng vũ trang", "Armed forces", lambda title: title["armed_forces"]),
    ],
)


def _kind(grant: GrantObject) -> str:
    return str(AwardGrant.RecipientKind(grant["recipient_kind"]).label)


def _province(grant: GrantObject) -> str:
    return grant["province"]["name"] if grant["province"] else ""


GRANTS: Table[GrantObject] = Table(
    "luot-khen-thuong",
    [
        Column("id", "id", lambda grant: grant["id"]),
        Column("Mã danh hiệu, hình thức", "Title code", lambda grant: grant["title"]["code"]),
        Column("Danh hiệu, hình thức", "Title", lambda grant: grant["title"]["name"]),
        Column("Như in trong bài", "Title as printed", lambda grant: grant["title_as_printed"]),
        Column("Hạng", "Rank", lambda grant: grant["rank"]),
        Column("Cấp", "Level", lambda grant: AwardTitle.Level(grant["title"]["level"]).label),
        Column("Đối tượng", "Kind of recipient", _kind),
        Column("Người nhận", "Recipient", lambda grant: grant["recipient"]),
        Column("Số lượng", "Quantity", lambda grant: grant["quantity"]),
        Column("Ghi chú số lượng", "Note on quantity", lambda grant: grant["quantity_note"]),
        Column("Tỉnh, thành phố", "Province", _province),
        Column("Năm thành tích", "Year of merit", lambda grant: grant["year"]),
        Column("Đến năm", "To year", lambda grant: grant["year_to"]),
        Column("Thành tích", "Citation", lambda grant: grant["citation"]),
        Column("Phong trào", "Movement", lambda grant: grant["movement"]),
        Column("Người, cơ quan quyết định", "Decided by", lambda grant: grant["decided_by"]),
        Column(
            "Số quyết định",
            "Decision number",
            lambda grant: grant["decision"] and grant["decision"]["number"],
        ),
        Column(
            "Ngày quyết định",
            "Decided on",
            lambda grant: grant["decision"] and grant["decision"]["decided_on"],
        ),
        Column("Ngày trao", "Presented on", lambda grant: grant["presented_on"]),
        Column("Người trao", "Presenter", lambda grant: grant["presenter"]),
        Column("Nơi trao", "Place", lambda grant: grant["place"]),
        Column("Trạng thái", "Status", lambda grant: AwardGrant.Status(grant["status"]).label),
        Column("Ngày thu hồi", "Revoked on", lambda grant: grant["revoked_on"]),
        Column("Lý do thu hồi", "Reason of revocation", lambda grant: grant["revocation_note"]),
    ],
)

SUMMARY: Table[SummaryItemObject] = Table(
    "tong-hop-khen-thuong",
    [
        Column("Khóa", "Key", lambda item: item["key"]),
        Column("Tên", "Name", lambda item: item["name"]),
        Column("Số lượt ghi trong sổ", "Grants", lambda item: item["grants"]),
        Column("Số người, tập thể, hộ được khen", "Quantity", lambda item: item["quantity"]),
        Column("Đã thu hồi, không tính", "Revoked, not counted", lambda item: item["revoked"]),
    ],
)
