"""Two ways to say the same: what people say, and what documents say."""

import random
from collections.abc import Iterator

from ..corpus import Corpus
from ..query import Query
from .swaps import drawn, swapped

SYNONYMS = (
    ("sổ đỏ", "giấy chứng nhận quyền sử dụng đất"),
    ("chứng minh thư", "chứng minh nhân dân"),
    ("bằng lái", "giấy phép lái xe"),
    ("về hưu", "nghỉ hưu"),
    ("giảm biên chế", "tinh giản biên chế"),
    ("nghỉ việc", "thôi việc"),
    ("đề bạt", "bổ nhiệm"),
    ("gộp xã", "sáp nhập xã"),
    ("hợp nhất", "sáp nhập"),
    ("đền bù", "bồi thường"),
    ("giải tỏa", "giải phóng mặt bằng"),
    ("khiếu kiện", "khiếu nại"),
    ("hỏi ý kiến", "lấy ý kiến"),
    ("qua mạng", "trực tuyến"),
    ("tuyên dương", "biểu dương"),
    ("qua đời", "từ trần"),
    ("lập gia đình", "kết hôn"),
    ("đám cưới", "hôn lễ"),
    ("đi lính", "nhập ngũ"),
    ("nhà nghèo", "hộ nghèo"),
    ("xây trái phép", "xây dựng trái phép"),
    ("thầy cô", "giáo viên"),
    ("học trò", "học sinh"),
    ("mẫu giáo", "mầm non"),
    ("bác sĩ", "thầy thuốc"),
    ("công an", "cảnh sát"),
    ("nhà báo", "phóng viên"),
    ("bà con", "người dân"),
    ("trẻ con", "trẻ em"),
    ("đàn bà", "phụ nữ"),
    ("người già", "người cao tuổi"),
    ("người tàn tật", "người khuyết tật"),
    ("đút lót", "hối lộ"),
    ("cờ bạc", "đánh bạc"),
    ("xe máy", "xe mô tô"),
    ("xe hơi", "xe ô tô"),
    ("xe lửa", "tàu hỏa"),
    ("phi cơ", "máy bay"),
    ("cảng hàng không", "sân bay"),
    ("kẹt xe", "ùn tắc giao thông"),
    ("sài gòn", "thành phố hồ chí minh"),
    ("ngoại quốc", "nước ngoài"),
)


def both_ways(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    pairs = [(tuple(one.split()), tuple(other.split())) for one, other in SYNONYMS]
    ways = [*pairs, *((other, one) for one, other in pairs)]
    sources = [swapped(corpus, *way, chance) for way in ways]
    for words, wanted in drawn(sources, [1] * len(sources), chance):
        yield Query(" ".join(words).lower(), wanted)
