"""The provinces and cities of Vietnam, as the 63 were called until 1 July 2025 and the 34 are since.

Names a visitor types rightly even on a site whose texts hardly name them.
"""

from .analysis import tokens

_NAMES = """
    An Giang, Bà Rịa, Vũng Tàu, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Cạn, Bắc Ninh,
    Bến Tre, Bình Dương, Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng,
    Đắk Lắk, Đắc Lắc, Đắk Nông, Đắc Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam,
    Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hồ Chí Minh, Hưng Yên, Khánh Hòa,
    Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An,
    Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh,
    Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế,
    Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""

SPELLINGS = (("Bắc Cạn", "Bắc Kạn"), ("Đắc Lắc", "Đắk Lắk"), ("Đắc Nông", "Đắk Nông"))
"""The same names as some write them, and as the law does."""

PROVINCES: tuple[tuple[str, ...], ...] = tuple(tuple(tokens(name)) for name in _NAMES.split(","))
"""The words of each name, normalised. Huế alone is left out: one syllable is soon meant otherwise."""
