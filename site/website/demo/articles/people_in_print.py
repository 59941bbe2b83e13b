"""Bylines, and people with their posts as they were printed at the time."""

from __future__ import annotations

from ..people import ARCHIVES, EMULATION, GOVERNMENT, OFFICE, REFORM, STAFFING
from ..shapes import Byline, Participant

HAN = Byline("Ngọc Hân", "Văn phòng Sở", OFFICE, "ta-thi-ngoc-han")
DAT = Byline("Tiến Đạt", "Văn phòng Sở", OFFICE, "luu-tien-dat")
PHOTOS_BY_DAT = Byline("Tiến Đạt", "Văn phòng Sở", OFFICE, "luu-tien-dat", "photographer")
NGAN = Byline("Kim Ngân", "Phòng Thi đua - Khen thưởng", EMULATION, "be-thi-kim-ngan")
QUAN = Byline("Nhật Quân", "Phòng Cải cách hành chính", REFORM, "do-nhat-quan")
NGA = Byline("Bích Ngà", "Phòng Công chức - Viên chức", STAFFING, "hua-thi-bich-nga")
NGUYEN = Byline("Hạnh Nguyên", "Phòng Xây dựng chính quyền", GOVERNMENT, "trieu-thi-hanh-nguyen")
TRIET = Byline("Minh Triết", "Trung tâm Lưu trữ lịch sử tỉnh", ARCHIVES, "khong-minh-triet")

KHAI_CHAIRED = Participant(
    "phung-dang-khai",
    "ông",
    "Phùng Đăng Khải",
    ("Giám đốc Sở Nội vụ", "Phó Chủ tịch thường trực Hội đồng Thi đua - Khen thưởng tỉnh"),
    "chaired",
)
KHAI_SPOKE = Participant(
    "phung-dang-khai",
    "ông",
    "Phùng Đăng Khải",
    ("Giám đốc Sở Nội vụ", "Phó Chủ tịch thường trực Hội đồng Thi đua - Khen thưởng tỉnh"),
    "spoke",
)
QUYEN_CHAIRED = Participant(
    "dam-thu-quyen", "bà", "Đàm Thu Quyên", ("Phó Giám đốc Sở Nội vụ",), "chaired"
)
QUYEN_PRESENTED = Participant(
    "dam-thu-quyen", "bà", "Đàm Thu Quyên", ("Phó Giám đốc Sở Nội vụ",), "presented"
)
NGHIA_CHAIRED = Participant(
    "tran-huu-nghia", "ông", "Trần Hữu Nghĩa", ("Phó Giám đốc Sở Nội vụ",), "chaired"
)
VINH_SPOKE = Participant(
    "luc-the-vinh",
    "ông",
    "Lục Thế Vinh",
    ("Trưởng Phòng Thi đua - Khen thưởng, Sở Nội vụ", "Thư ký Hội đồng Thi đua - Khen thưởng tỉnh"),
    "spoke",
)
VAN_SPOKE = Participant(
    "sam-thuy-van", "bà", "Sầm Thúy Vân", ("Trưởng Phòng Cải cách hành chính, Sở Nội vụ",), "spoke"
)
KHANG_SPOKE = Participant(
    "chu-dinh-khang",
    "ông",
    "Chu Đình Khang",
    ("Trưởng Phòng Công chức - Viên chức, Sở Nội vụ",),
    "spoke",
)
TRIET_SPOKE = Participant(
    "khong-minh-triet",
    "ông",
    "Khổng Minh Triết",
    ("Giám đốc Trung tâm Lưu trữ lịch sử tỉnh",),
    "spoke",
)
