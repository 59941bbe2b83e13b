"""Texts of our own making, for when no real ones are at hand.

Few words make many sentences, so that a run of four or five of them mostly stands in one text. They
hold what the classes of queries look for: names, numbers of documents, days, abbreviations with
their full forms, both schools of tone placement, words that differ by their accents only.
"""

import random
from collections.abc import Iterator

from .texts import Text

MADE = 3_000


def _listed(words: str) -> list[str]:
    return [expression.strip() for expression in words.split("|")]


_FAMILIES = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Mai Trịnh
    Trương Cao Tạ Tô Phùng Quách Thái Lưu Hứa
""".split()
_MIDDLES = """
    Văn Thị Minh Ngọc Đức Thanh Quốc Hữu Xuân Thu Kim Hải Bảo Gia Tuấn Công Đình Duy Hoài Hồng Khắc
    Mạnh Nhật Phương Quang Thế Tiến Trọng Viết Anh
""".split()
# Some differ by their accents only, and so do those who bear them.
_GIVEN = """
    An Ân Bình Bính Châu Chi Cường Dũng Dung Đạt Giang Hà Hạ Hải Hạnh Hiền Hiển Hiếu Hoa Hoà Hoá
    Hùng Hưng Hừng Hương Hường Khánh Khoa Lan Lân Liên Linh Long Loan Mai Nam Năm Nga Ngà Nhung
    Oanh Phong Phúc Phức Quân Quản Quý Quỳ Sơn Tâm Tấm Thảo Thạo Thao Thuý Thuỷ Thụy Trang Tráng Tú
    Tư Tứ Tùng Tưng Vân Văn Vinh Vịnh Yến Yên
""".split()
_FIRST = "Tân Phú Bình Long Hòa Vĩnh An Đông Tây Mỹ Thạnh Xuân Sơn Hải Thanh Quảng Lộc Hưng".split()
_SECOND = "Hoà Thuỷ Lâm Thành Hưng Phước Khánh Sơn Trung Lợi Thịnh Quý Tiến Giang Điền Mai".split()

_UNITS = (
    ("Sở Nội vụ", "SNV"),
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Ban chấp hành", "BCH"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("Liên đoàn lao động", "LĐLĐ"),
)
_TOPICS = (
    ("cải cách hành chính", "CCHC"),
    ("thủ tục hành chính", "TTHC"),
    ("công nghệ thông tin", "CNTT"),
    ("bảo hiểm xã hội", "BHXH"),
    ("đơn vị hành chính", "ĐVHC"),
    ("thi đua khen thưởng", "TĐKT"),
    ("quản lý nhà nước", "QLNN"),
    ("phòng cháy chữa cháy", "PCCC"),
)
_VERBS = _listed(
    """
    rà soát|thống kê|số hoá|bàn giao|tiếp nhận|kiểm kê|đối chiếu|thẩm định|hướng dẫn|tập huấn|phổ biến|
    tổng hợp|công khai|sắp xếp|điều chỉnh|hiệu đính|bán đấu giá|bảo quản|phục chế|sao lục|niêm yết|
    khảo sát|giám sát|đôn đốc|biểu dương|khen thưởng|bồi dưỡng|tuyển chọn|luân chuyển|bố trí
    """
)
_OBJECTS = _listed(
    """
    hồ sơ địa chính|sổ bộ hộ tịch|phông tài liệu lưu trữ|danh sách cử tri|bản đồ ranh giới|biên chế sự nghiệp|
    quỹ tiền lương|chỉ tiêu tuyển dụng|vị trí việc làm|bảng lương hưu|kho tư liệu|đề án sáp nhập|tổ dân phố|
    chức danh nghề nghiệp|hợp đồng lao động|trụ sở dôi dư|tài sản công|phiếu lấy ý kiến|quy chế dân chủ|
    chế độ người có công|nghĩa trang liệt sĩ|thôn đặc biệt khó khăn|hội quần chúng|cơ sở tín ngưỡng|
    bằng khen tập thể|cờ thi đua|kỷ niệm chương|cụm thi đua|tổ công nghệ cộng đồng|dữ liệu cán bộ|
    phần mềm một cửa|văn thư điện tử|chữ ký số|chứng thực bản sao|khai sinh quá hạn|thẻ hội viên
    """
)
_MANNERS = _listed(
    """
    đúng tiến độ|trước thời hạn|theo từng đợt|một cách thận trọng|bằng phương thức trực tuyến|
    có sự giám sát của nhân dân|không phát sinh chi phí|với tinh thần trách nhiệm|dựa trên dữ liệu gốc|
    sau khi lấy ý kiến|dưới sự chứng kiến của các bên|theo thứ tự ưu tiên
    """
)
_MATTERS = _listed(
    """
    đường sá|cầu cống|chợ phiên|bến đò|giếng làng|trạm bơm|kênh mương|đê điều|rừng phòng hộ|vườn ươm|
    nhà văn hóa|thư viện|sân vận động|bể bơi|đội bóng|câu lạc bộ|ca khúc|kịch bản|hội họa|điêu khắc|
    bệnh xá|vắc xin|dịch tễ|thú y|giống lúa|phân bón|thủy lợi|nuôi tôm|đánh cá|làng nghề|mây tre|
    gốm sứ|dệt lụa|thêu ren|chạm bạc|đúc đồng|xe buýt|bến cảng|sân bay|đường sắt|bưu điện|cáp quang|
    trạm biến áp|điện gió|nước sạch|rác thải|cây xanh|hồ sinh thái|du lịch|khách sạn|nhà nghỉ|ẩm thực|
    học bổng|ký túc xá|giáo trình|thí nghiệm|phát minh|sáng chế|bản quyền|thuế quan|hóa đơn|kế toán|
    kiểm toán|ngân khố|trái phiếu|tín dụng|tiết kiệm|vay vốn|nợ xấu|phá sản|trọng tài|hòa giải|
    luật sư|công chứng|thừa kế|di chúc|giám hộ|nhận nuôi|ly hôn|hộ chiếu|thị thực|tị nạn|
    biên giới|hải đảo|ngư dân|tuần tra|cứu nạn|động đất|bão lũ|hạn hán|sạt lở|cháy rừng|
    bảo tàng|di tích|cổ vật|gia phả|lễ hội|múa rối|chèo cổ|hát xoan|cồng chiêng|nhã nhạc
    """
)
# Names of things that grow, told apart by their accents only: Lân Dứa, Lan Dừa, Làn Đua.
_GROWING = """
    lan lân làn mai mái mài hoa hòa hóa tam tâm tấm dua dừa dứa sen sến sển cam câm cẩm lua lúa lụa
    mơ mờ mỡ bưởi bươi bười na nà nả thơm thờm thởm chanh chánh chành vai vải vài me mè mẻ
""".split()
_TIMES = (
    "Trong tuần qua",
    "Đầu quý này",
    "Sau đợt sắp xếp",
    "Những ngày cuối năm",
    "Theo kế hoạch",
)
_PROCEDURES = ("cấp lại", "đăng ký", "công nhận", "gia hạn", "thu hồi", "điều chỉnh")
_SIGNS = ("QĐ-UBND", "QĐ-SNV", "NQ-HĐND", "KH-UBND", "NĐ-CP", "TT-BNV")


def made_texts(count: int = MADE) -> list[Text]:
    """The same texts in every run."""
    chance = random.Random(2026)
    return [_text(number, chance) for number in range(count)]


def _text(number: int, chance: random.Random) -> Text:
    is_procedure = number % 10 == 0
    title = _procedure(chance) if is_procedure else _deed(chance)
    paragraphs = [" ".join(_sentences(chance)) for _ in range(chance.randint(1, 2))]
    return Text(f"made-{number}", title[0].upper() + title[1:], "\n".join(paragraphs))


def _sentences(chance: random.Random) -> Iterator[str]:
    unit, short_unit = chance.choice(_UNITS)
    topic, short_topic = chance.choice(_TOPICS)
    yield f"{chance.choice(_TIMES)}, {unit} ({short_unit}) {_place(chance)} {_deed(chance)}."
    yield f"Ông {_name(chance)} báo cáo về {topic} ({short_topic}) và việc {_deed(chance)}."
    yield f"Ngày {_day(chance)}, {chance.choice((unit, short_unit))} {_place(chance)} ban hành Quyết định số {_number(chance)} để {_deed(chance)}."
    yield f"Bà {_name(chance)}, phụ trách {chance.choice((topic, short_topic))}, đề nghị {_deed(chance)}."
    yield f"Giống {chance.choice(_GROWING)} {chance.choice(_GROWING)} được trồng thử."
    matters = chance.sample(_MATTERS, 3)
    yield f"Cuộc họp còn bàn về {matters[0]} và {matters[1]}, nhất là {matters[2]}."
    yield f"Vì {_deed(chance)} nên {chance.choice((unit, short_unit))} {_place(chance)} {_deed(chance)}."


def _deed(chance: random.Random) -> str:
    words = [chance.choice(_VERBS), chance.choice(_OBJECTS), "tại", _place(chance)]
    return " ".join([*words, chance.choice(_MANNERS)] if chance.random() < 0.6 else words)


def _procedure(chance: random.Random) -> str:
    return f"Thủ tục {chance.choice(_PROCEDURES)} {chance.choice(_OBJECTS)} tại {_place(chance)}"


def _place(chance: random.Random) -> str:
    kind = chance.choice(("xã", "phường", "huyện", "thị trấn"))
    return f"{kind} {chance.choice(_FIRST)} {chance.choice(_SECOND)}"


def _name(chance: random.Random) -> str:
    return " ".join(map(chance.choice, (_FAMILIES, _MIDDLES, _GIVEN)))


def _day(chance: random.Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2015, 2026)
    return chance.choice((f"{day}/{month}/{year}", f"{day} tháng {month} năm {year}"))


def _number(chance: random.Random) -> str:
    number, sign = chance.randint(1, 4000), chance.choice(_SIGNS)
    return f"{number}/{chance.randint(2015, 2026)}/{sign}" if "Đ-CP" in sign else f"{number}/{sign}"
