"""Forty articles in five sections, the oldest of January 2024, the newest of 20 November 2026."""

from __future__ import annotations

from ..shapes import Article, Section, Topic
from . import archives, civil_service, emulation, local_government, reform

SECTIONS = (
    Section(
        slug=emulation.SECTION,
        title="Thi đua – Khen thưởng",
        introduction="Phong trào thi đua, các cụm, khối và những người, những tập thể được ghi nhận.",
        tile_set="son",
    ),
    Section(
        slug=reform.SECTION,
        title="Cải cách hành chính",
        introduction="Thủ tục, một cửa, chuyển đổi số và kết quả đo bằng ý kiến của người dân.",
        tile_set="cham",
    ),
    Section(
        slug=civil_service.SECTION,
        title="Công chức – Viên chức",
        introduction="Tuyển dụng, vị trí việc làm, đánh giá, tiền lương và bồi dưỡng.",
        tile_set="ngoc",
    ),
    Section(
        slug=local_government.SECTION,
        title="Chính quyền địa phương",
        introduction="Xã, phường, thôn, tổ dân phố; sắp xếp đơn vị hành chính và bầu cử.",
        tile_set="cham",
    ),
    Section(
        slug=archives.SECTION,
        title="Văn thư – Lưu trữ",
        introduction="Hồ sơ, tài liệu và ký ức của tỉnh, từ con dấu đến phòng đọc trực tuyến.",
        tile_set="ngoc",
    ),
)

TOPICS = (
    Topic(
        slug="dai-hoi-thi-dua-yeu-nuoc",
        name="Đại hội Thi đua yêu nước 2025",
        description="Từ đại hội ở tỉnh đến Đại hội toàn quốc lần thứ XI.",
    ),
    Topic(
        slug="chinh-quyen-hai-cap",
        name="Chính quyền địa phương hai cấp",
        description="Chuẩn bị, chuyển giao và vận hành 58 xã, phường từ ngày 01/7/2025.",
    ),
    Topic(
        slug="bau-cu-2026",
        name="Bầu cử 15/3/2026",
        description="Bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026–2031.",
    ),
    Topic(
        slug="chuyen-doi-so",
        name="Chuyển đổi số ngành Nội vụ",
        description="Công nghệ đi cùng người dùng: công chức, người dân, người làm lưu trữ.",
    ),
    Topic(
        slug="so-hoa-tai-lieu-luu-tru",
        name="Số hóa tài liệu lưu trữ",
        description="Luật Lưu trữ năm 2024 và chương trình số hóa của tỉnh.",
    ),
    Topic(
        slug="tuyen-dung",
        name="Tuyển dụng công chức",
        description="Thông báo, mốc thời gian và kết quả các kỳ tuyển dụng.",
    ),
)

ARTICLES: tuple[Article, ...] = (
    *emulation.ARTICLES,
    *reform.ARTICLES,
    *civil_service.ARTICLES,
    *local_government.ARTICLES,
    *archives.ARTICLES,
)
