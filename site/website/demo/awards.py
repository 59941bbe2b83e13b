"""Decisions, grants, the six announcements and the consultation.

Titles are codes of `news/awards/data`; their words are those of the law of 2022, in force since 1 January 2024.
Numbers of decisions are invented, those said to come from real bodies too.
"""

from __future__ import annotations

from functools import partial

from .people import ARCHIVES, COMMITTEE, DEPARTMENT, EMULATION, MINISTRY, OFFICE, REFORM
from .shapes import (
    Announcement,
    Consultation,
    Decision,
    Event,
    Grant,
    Heading,
    Movement,
    Nominee,
    Paragraph,
    Photo,
    day,
    moment,
)

LAW_2024 = "Luật Thi đua, khen thưởng ngày 15/6/2022; Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ"
LAW_2025 = "Luật Thi đua, khen thưởng ngày 15/6/2022; Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ"

CHAIR = "Chủ tịch Ủy ban nhân dân tỉnh"
MERIT_OF_CHAIR = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
FLAG_OF_COMMITTEE = "Cờ thi đua của Ủy ban nhân dân tỉnh"

MOVEMENTS = (
    Movement(
        key="cai-cach-hanh-chinh-2024",
        name="Lam Giang cải cách hành chính, phục vụ Nhân dân",
        year=2024,
        theme="Chính quyền gần dân, hồ sơ đúng hẹn",
        launched_by="Ủy ban nhân dân tỉnh Lam Giang",
        launched_on=day("2024-02-20"),
    ),
    Movement(
        key="chao-mung-dai-hoi-2025",
        name="Thi đua lập thành tích chào mừng Đại hội Thi đua yêu nước các cấp",
        year=2025,
        theme="Mỗi tập thể một công trình, mỗi người một việc tốt",
        launched_by="Hội đồng Thi đua - Khen thưởng tỉnh Lam Giang",
        launched_on=day("2025-02-20"),
    ),
)

DECISIONS = (
    Decision(
        key="87-qd-snv-2024",
        number="87/QĐ-SNV",
        decided_on=day("2024-01-22"),
        subject="Công nhận danh hiệu thi đua năm 2023 đối với tập thể, cá nhân thuộc Sở Nội vụ",
        issuer=DEPARTMENT,
        signer="phung-dang-khai",
        signer_text="Giám đốc Phùng Đăng Khải",
        law_basis=LAW_2024,
    ),
    Decision(
        key="1102-qd-ubnd-2024",
        number="1102/QĐ-UBND",
        decided_on=day("2024-06-05"),
        subject="Tặng Bằng khen cho tập thể, hộ gia đình, cá nhân điển hình tiên tiến giai đoạn 2021–2024",
        issuer=COMMITTEE,
        signer="trinh-ba-khoi",
        signer_text="Chủ tịch Trịnh Bá Khôi",
        law_basis=LAW_2024,
    ),
    Decision(
        key="1846-qd-ubnd-2024",
        number="1846/QĐ-UBND",
        decided_on=day("2024-09-16"),
        subject="Tặng Bằng khen cho tập thể, hộ gia đình, cá nhân có thành tích đột xuất trong cứu người do mưa lũ",
        issuer=COMMITTEE,
        signer="dinh-cong-thach",
        signer_text="KT. Chủ tịch, Phó Chủ tịch Đinh Công Thạch",
        law_basis=LAW_2024,
    ),
    Decision(
        key="214-qd-ubnd-2025",
        number="214/QĐ-UBND",
        decided_on=day("2025-02-11"),
        subject="Tặng Cờ thi đua, Bằng khen và công nhận danh hiệu thi đua năm 2024",
        issuer=COMMITTEE,
        signer="trinh-ba-khoi",
        signer_text="Chủ tịch Trịnh Bá Khôi",
        law_basis=LAW_2024,
    ),
    Decision(
        key="655-qd-ubnd-2025",
        number="655/QĐ-UBND",
        decided_on=day("2025-04-21"),
        subject="Hủy bỏ một phần Quyết định số 214/QĐ-UBND ngày 11/02/2025 về việc tặng Bằng khen",
        issuer=COMMITTEE,
        signer="trinh-ba-khoi",
        signer_text="Chủ tịch Trịnh Bá Khôi",
        law_basis=LAW_2024,
    ),
    Decision(
        key="1327-qd-ctn-2025",
        number="1327/QĐ-CTN",
        decided_on=day("2025-08-22"),
        subject="Tặng thưởng Huân chương Lao động cho tập thể, cá nhân thuộc tỉnh Lam Giang",
        issuer="",
        signer="",
        signer_text="Chủ tịch nước",
        law_basis="Hiến pháp; Luật Thi đua, khen thưởng ngày 15/6/2022",
    ),
    Decision(
        key="312-qd-snv-2025",
        number="312/QĐ-SNV",
        decided_on=day("2025-10-06"),
        subject="Tặng Giấy khen cho gia đình, cá nhân có thành tích hiến tặng, sưu tầm tài liệu lưu trữ",
        issuer=DEPARTMENT,
        signer="phung-dang-khai",
        signer_text="Giám đốc Phùng Đăng Khải",
        law_basis=LAW_2025,
    ),
    Decision(
        key="146-qd-bnv-2026",
        number="146/QĐ-BNV",
        decided_on=day("2026-02-10"),
        subject="Tặng Cờ thi đua của Bộ Nội vụ và Bằng khen của Bộ trưởng Bộ Nội vụ năm 2025",
        issuer=MINISTRY,
        signer="",
        signer_text="Bộ trưởng Bộ Nội vụ",
        law_basis=LAW_2025,
    ),
    Decision(
        key="1987-qd-ubnd-2026",
        number="1987/QĐ-UBND",
        decided_on=day("2026-11-12"),
        subject="Tặng Cờ thi đua, Bằng khen tổng kết phong trào “Lam Giang cải cách hành chính, phục vụ Nhân dân” 2024–2026",
        issuer=COMMITTEE,
        signer="dinh-cong-thach",
        signer_text="Chủ tịch Đinh Công Thạch",
        law_basis=LAW_2025,
    ),
)

# --- 2023, decided by the director ------------------------------------------------------------

_by_director_2024 = partial(
    Grant,
    decision="87-qd-snv-2024",
    decider=DEPARTMENT,
    decider_text="Giám đốc Sở Nội vụ",
    year=2023,
    presented_on=day("2024-01-26"),
    presenter="phung-dang-khai",
    presenter_name="Ông Phùng Đăng Khải, Giám đốc Sở Nội vụ",
    place="Hội trường Sở Nội vụ",
)
_leading_team = partial(
    _by_director_2024,
    title="TTLDTT",
    printed="Tập thể lao động tiên tiến",
    recipient_kind="organisation",
)
_leading_person = partial(
    _by_director_2024, title="CSTD_CS", printed="Chiến sĩ thi đua cơ sở", recipient_kind="person"
)
_good_worker = partial(_by_director_2024, title="LDTT", printed="Lao động tiên tiến")

_GRANTS_OF_DIRECTOR_2024 = (
    _leading_team(
        key="ttldtt-2023-van-phong",
        organisation=OFFICE,
        citation="Hoàn thành 100% nhiệm vụ năm 2023; thời gian xử lý văn bản đến giảm từ hai ngày xuống bốn giờ.",
    ),
    _leading_team(
        key="ttldtt-2023-phong-tdkt",
        organisation=EMULATION,
        citation="Thẩm định 1.140 hồ sơ khen thưởng đúng hạn, đưa sổ khen thưởng điện tử vào sử dụng.",
    ),
    _leading_team(
        key="ttldtt-2023-trung-tam-luu-tru",
        organisation=ARCHIVES,
        citation="Số hóa 310.000 trang tài liệu, vượt 24% kế hoạch; phục vụ 2.860 lượt người khai thác.",
    ),
    _leading_person(
        key="cstdcs-2023-sam-thuy-van",
        person="sam-thuy-van",
        citation="Sáng kiến phỏng vấn người dân tại nhà khi chấm chỉ số cải cách hành chính.",
    ),
    _leading_person(
        key="cstdcs-2023-luc-the-vinh",
        person="luc-the-vinh",
        citation="Sáng kiến thẩm định hồ sơ theo nhóm lỗi, giảm một nửa số lần trả lại.",
    ),
    _leading_person(
        key="cstdcs-2023-khong-minh-triet",
        person="khong-minh-triet",
        citation="Quy trình tách, khử nấm tài liệu bết dính, áp dụng cho 96 mét giá hồ sơ ngập nước.",
    ),
    _good_worker(
        key="ldtt-2023-do-nhat-quan",
        recipient_kind="person",
        person="do-nhat-quan",
        citation="Hoàn thành tốt nhiệm vụ, đề xuất mẫu phiếu hẹn một dòng cho bộ phận một cửa.",
    ),
    _good_worker(
        key="ldtt-2023-trieu-thi-hanh-nguyen",
        recipient_kind="person",
        person="trieu-thi-hanh-nguyen",
        citation="Hoàn thành tốt nhiệm vụ, chủ trì rà soát hồ sơ địa giới của 128 đơn vị cấp xã.",
    ),
    _good_worker(
        key="ldtt-2023-46-ca-nhan",
        recipient_kind="unnamed",
        recipient_name="cá nhân",
        quantity=46,
        per_unit_note="công chức, viên chức, người lao động của Sở; danh sách kèm theo quyết định",
        citation="Hoàn thành tốt nhiệm vụ năm 2023.",
    ),
)

# --- June 2024: examples of the emulation movement --------------------------------------------

_merit_june_2024 = partial(
    Grant,
    title="BK_BNT",
    printed=MERIT_OF_CHAIR,
    decision="1102-qd-ubnd-2024",
    decider=COMMITTEE,
    decider_text=CHAIR,
    year=2021,
    year_to=2024,
    presented_on=day("2024-06-11"),
    presenter="trinh-ba-khoi",
    presenter_name="Ông Trịnh Bá Khôi, Chủ tịch Ủy ban nhân dân tỉnh",
    place="Trung tâm Hội nghị tỉnh",
)

_GRANTS_OF_JUNE_2024 = (
    _merit_june_2024(
        key="bk-2024-trung-tam-luu-tru",
        recipient_kind="organisation",
        organisation=ARCHIVES,
        citation="Có thành tích cứu, phục hồi và số hóa tài liệu lưu trữ lịch sử của tỉnh.",
    ),
    _merit_june_2024(
        key="bk-2024-htx-suoi-xanh",
        recipient_kind="organisation",
        recipient_name="Hợp tác xã Chè Suối Xanh, huyện Đồng Mây",
        citation="Tạo việc làm ổn định cho 86 lao động, trong đó 51 người thuộc hộ nghèo, cận nghèo.",
    ),
    _merit_june_2024(
        key="bk-2024-ho-giang-a-chu",
        recipient_kind="household",
        recipient_name="Hộ ông Giàng A Chư, bản Phiêng Sơn",
        citation="Hiến 1.400 mét vuông đất làm đường, vận động mười bảy hộ cùng tham gia.",
    ),
    _merit_june_2024(
        key="bk-2024-phan-thi-dieu-linh",
        recipient_kind="person",
        person="phan-thi-dieu-linh",
        recipient_name="Bà Phan Thị Diệu Linh",
        citation="Có nhiều cải tiến trong tiếp nhận, trả lời phản ánh, kiến nghị của người dân.",
    ),
    _merit_june_2024(
        key="bk-2024-lo-van-inh",
        recipient_kind="person",
        recipient_name="Ông Lò Văn Inh, bản Khe Lúa, huyện Nậm Khao",
        citation="Mười hai năm làm tổ trưởng tổ hòa giải, hòa giải thành 143 vụ việc.",
    ),
    _merit_june_2024(
        key="bk-2024-quang-thi-thanh",
        recipient_kind="person",
        recipient_name="Bà Quàng Thị Thanh, giáo viên Trường Tiểu học Suối Chè",
        citation="Duy trì lớp học xóa mù chữ buổi tối cho 118 phụ nữ vùng cao.",
    ),
    _merit_june_2024(
        key="bk-2024-12-ca-nhan",
        recipient_kind="unnamed",
        recipient_name="cá nhân",
        quantity=12,
        per_unit_note="của 09 huyện, thị xã, thành phố",
        citation="Điển hình tiên tiến trong lao động, sản xuất, học tập và công tác giai đoạn 2021–2024.",
    ),
)

# --- September 2024: the flood ----------------------------------------------------------------

_merit_flood_2024 = partial(
    Grant,
    title="BK_BNT",
    printed=MERIT_OF_CHAIR,
    decision="1846-qd-ubnd-2024",
    decider=COMMITTEE,
    decider_text=CHAIR,
    year=2024,
    presented_on=day("2024-09-20"),
    presenter="dinh-cong-thach",
    presenter_name="Ông Đinh Công Thạch, Phó Chủ tịch Ủy ban nhân dân tỉnh",
    place="Bản Nậm Cáy, huyện Nậm Khao",
)

_GRANTS_OF_THE_FLOOD = (
    _merit_flood_2024(
        key="bk-2024-dan-quan-nam-khao",
        recipient_kind="organisation",
        recipient_name="Đội dân quân cơ động huyện Nậm Khao",
        citation="Tiếp cận bản Nậm Cáy trong đêm, đưa 61 người dân đến nơi an toàn.",
    ),
    _merit_flood_2024(
        key="bk-2024-tram-y-te-suoi-che",
        recipient_kind="organisation",
        recipient_name="Trạm Y tế xã Suối Chè",
        citation="Cấp cứu mười bảy người bị thương khi đường bị chia cắt ba ngày.",
    ),
    _merit_flood_2024(
        key="bk-2024-ho-hoang-thi-may",
        recipient_kind="household",
        recipient_name="Hộ bà Hoàng Thị Mảy, bản Nậm Cáy",
        citation="Mở kho thóc, nấu ăn cho toàn bộ người dân sơ tán trong ba ngày.",
    ),
    _merit_flood_2024(
        key="bk-2024-ly-van-tinh",
        recipient_kind="person",
        recipient_name="Ông Lý Văn Tịnh, Trưởng bản Nậm Cáy",
        citation="Tổ chức sơ tán 43 hộ dân trước khi nước lũ tràn về.",
    ),
    _merit_flood_2024(
        key="bk-2024-sung-a-pao",
        recipient_kind="person",
        recipient_name="Ông Sùng A Páo, bản Nậm Cáy",
        citation="Ba lần bơi qua dòng lũ, cứu năm người.",
    ),
    _merit_flood_2024(
        key="bk-2024-6-ca-nhan",
        recipient_kind="unnamed",
        recipient_name="cá nhân",
        quantity=6,
        per_unit_note="dân quân các xã lân cận",
        citation="Tham gia cứu hộ trong đêm 10/9/2024.",
    ),
)

# --- 2024, decided in February 2025 -----------------------------------------------------------

_year_2024 = partial(
    Grant,
    decision="214-qd-ubnd-2025",
    decider=COMMITTEE,
    decider_text=CHAIR,
    year=2024,
    presented_on=day("2025-02-20"),
    presenter="trinh-ba-khoi",
    presenter_name="Ông Trịnh Bá Khôi, Chủ tịch Ủy ban nhân dân tỉnh",
    place="Trung tâm Hội nghị tỉnh",
)
_flag_2024 = partial(
    _year_2024, title="CO_BNT", printed=FLAG_OF_COMMITTEE, recipient_kind="organisation"
)
_excellent_team_2024 = partial(
    _year_2024, title="TTLDXS", printed="Tập thể lao động xuất sắc", recipient_kind="organisation"
)
_fighter_2024 = partial(
    _year_2024, title="CSTD_BNT", printed="Chiến sĩ thi đua cấp tỉnh", recipient_kind="person"
)
_merit_2024 = partial(_year_2024, title="BK_BNT", printed=MERIT_OF_CHAIR)

_GRANTS_OF_2024 = (
    _flag_2024(
        key="co-2024-so-noi-vu",
        organisation=DEPARTMENT,
        citation="Dẫn đầu khối thi đua các cơ quan tham mưu, tổng hợp năm 2024.",
    ),
    _flag_2024(
        key="co-2024-xa-dong-may",
        recipient_name="Nhân dân và cán bộ xã Đồng Mây",
        citation="Dẫn đầu khối thi đua các xã vùng giữa năm 2024.",
    ),
    _flag_2024(
        key="co-2024-truong-noi-tru",
        recipient_name="Trường Phổ thông dân tộc nội trú tỉnh",
        citation="Dẫn đầu khối thi đua các trường trung học phổ thông năm 2024.",
    ),
    _excellent_team_2024(
        key="ttldxs-2024-phong-cchc",
        organisation=REFORM,
        citation="Hoàn thành xuất sắc nhiệm vụ năm 2024; tham mưu nâng điểm chỉ số của 14 đơn vị.",
    ),
    _excellent_team_2024(
        key="ttldxs-2024-phong-tdkt",
        organisation=EMULATION,
        citation="Hoàn thành xuất sắc nhiệm vụ năm 2024; khen thưởng đột xuất kịp thời trong mưa lũ.",
    ),
    _fighter_2024(
        key="cstdt-2024-dam-thu-quyen",
        person="dam-thu-quyen",
        recipient_name="Bà Đàm Thu Quyên, Phó Giám đốc Sở Nội vụ",
        citation="Đề tài về nuôi dưỡng, nhân rộng điển hình tiên tiến ở vùng dân tộc thiểu số.",
    ),
    _fighter_2024(
        key="cstdt-2024-chu-dinh-khang",
        person="chu-dinh-khang",
        recipient_name="Ông Chu Đình Khang, Trưởng Phòng Công chức - Viên chức",
        citation="Đề án khung năng lực của 118 vị trí việc làm trong cơ quan hành chính của tỉnh.",
    ),
    _merit_2024(
        key="bk-2025-be-thi-kim-ngan",
        recipient_kind="person",
        person="be-thi-kim-ngan",
        recipient_name="Bà Bế Thị Kim Ngân, Phó Trưởng Phòng Thi đua - Khen thưởng",
        citation="Hoàn thành xuất sắc nhiệm vụ hai năm liên tục.",
    ),
    _merit_2024(
        key="bk-2025-ma-duc-thien",
        recipient_kind="person",
        person="ma-duc-thien",
        recipient_name="Ông Ma Đức Thiện, Trưởng Phòng Xây dựng chính quyền",
        citation="Hoàn thành xuất sắc nhiệm vụ hai năm liên tục; chủ trì hồ sơ sắp xếp cấp xã.",
    ),
    _merit_2024(
        key="bk-2025-htx-van-tai-ha-giang",
        recipient_kind="organisation",
        recipient_name="Hợp tác xã Vận tải Hạ Giang",
        citation="Tham gia vận chuyển hàng cứu trợ sau bão số 3.",
        status="revoked",
        revoked_on=day("2025-04-21"),
        revocation="655-qd-ubnd-2025",
        revocation_note="Thành tích đã được khen thưởng ở quyết định khác; thẩm định chưa đúng quy định.",
    ),
)

# --- orders of 2025 ---------------------------------------------------------------------------

_order_2025 = partial(
    Grant,
    title="HC_LD",
    printed="Huân chương Lao động",
    decision="1327-qd-ctn-2025",
    decider_text="Chủ tịch nước",
    presented_on=day("2025-09-25"),
    presenter="dinh-cong-thach",
    presenter_name="Ông Đinh Công Thạch, Chủ tịch Ủy ban nhân dân tỉnh, thừa ủy quyền của Chủ tịch nước",
    place="Trung tâm Hội nghị tỉnh",
    movement="chao-mung-dai-hoi-2025",
)

_ORDERS_OF_2025 = (
    _order_2025(
        key="hcld-2025-so-noi-vu",
        rank="hạng Nhì",
        recipient_kind="organisation",
        organisation=DEPARTMENT,
        year=2020,
        year_to=2024,
        citation="Có thành tích xuất sắc trong công tác từ năm 2020 đến năm 2024.",
    ),
    _order_2025(
        key="hcld-2025-truong-noi-tru",
        rank="hạng Ba",
        recipient_kind="organisation",
        recipient_name="Trường Phổ thông dân tộc nội trú tỉnh Lam Giang",
        year=2020,
        year_to=2024,
        citation="Có thành tích xuất sắc trong công tác giáo dục, đào tạo từ năm 2020 đến năm 2024.",
    ),
    _order_2025(
        key="hcld-2025-ma-duc-thien",
        rank="hạng Ba",
        recipient_kind="person",
        person="ma-duc-thien",
        recipient_name="Ông Ma Đức Thiện, nguyên Trưởng Phòng Xây dựng chính quyền",
        year=2018,
        year_to=2024,
        citation="Có thành tích xuất sắc trong công tác xây dựng chính quyền, địa giới hành chính.",
    ),
)

# --- letters of the director, October 2025 ----------------------------------------------------

_letter_2025 = partial(
    Grant,
    title="GK",
    printed="Giấy khen của Giám đốc Sở Nội vụ",
    decision="312-qd-snv-2025",
    decider=DEPARTMENT,
    decider_text="Giám đốc Sở Nội vụ",
    year=2025,
    presented_on=day("2025-10-10"),
    presenter="dam-thu-quyen",
    presenter_name="Bà Đàm Thu Quyên, Phó Giám đốc Sở Nội vụ",
    place="Trung tâm Lưu trữ lịch sử tỉnh",
)

_LETTERS_OF_2025 = (
    _letter_2025(
        key="gk-2025-ho-ly-van-chan",
        recipient_kind="household",
        recipient_name="Gia đình ông Lý Văn Chản, xã Khe Lúa",
        citation="Hiến tặng 127 cuốn sách Nôm Dao, Nôm Tày cho Trung tâm Lưu trữ lịch sử tỉnh.",
    ),
    _letter_2025(
        key="gk-2025-nong-van-kinh",
        recipient_kind="person",
        recipient_name="Ông Nông Văn Kính, nghệ nhân chữ Nôm Tày",
        citation="Ba năm sưu tầm, lập mục lục và vận động hiến tặng tài liệu quý.",
    ),
)

# --- of the ministry, for 2025 ----------------------------------------------------------------

_of_ministry_2025 = partial(
    Grant,
    decision="146-qd-bnv-2026",
    decider=MINISTRY,
    decider_text="Bộ trưởng Bộ Nội vụ",
    year=2025,
    presented_on=day("2026-02-27"),
    presenter_name="Đại diện lãnh đạo Bộ Nội vụ",
    place="Tỉnh Thái Nguyên",
)

_GRANTS_OF_MINISTRY = (
    _of_ministry_2025(
        key="co-bnv-2025-so-noi-vu",
        title="CO_BNT",
        printed="Cờ thi đua của Bộ Nội vụ",
        recipient_kind="organisation",
        organisation=DEPARTMENT,
        citation="Dẫn đầu phong trào thi đua ngành Nội vụ năm 2025.",
    ),
    _of_ministry_2025(
        key="bk-bnv-2025-nong-thi-hong-nhan",
        title="BK_BNT",
        printed="Bằng khen của Bộ trưởng Bộ Nội vụ",
        recipient_kind="person",
        person="nong-thi-hong-nhan",
        recipient_name="Bà Nông Thị Hồng Nhạn, Chuyên viên chính Sở Nội vụ tỉnh Thái Nguyên",
        citation="Có thành tích xuất sắc trong phong trào thi đua ngành Nội vụ năm 2025.",
    ),
    _of_ministry_2025(
        key="bk-bnv-2025-chu-dinh-khang",
        title="BK_BNT",
        printed="Bằng khen của Bộ trưởng Bộ Nội vụ",
        recipient_kind="person",
        person="chu-dinh-khang",
        recipient_name="Ông Chu Đình Khang, Trưởng Phòng Công chức - Viên chức, Sở Nội vụ tỉnh Lam Giang",
        citation="Có thành tích xuất sắc trong sắp xếp, bố trí công chức cấp xã năm 2025.",
    ),
)

# --- November 2026: three years of reform ------------------------------------------------------

_reform_2026 = partial(
    Grant,
    decision="1987-qd-ubnd-2026",
    decider=COMMITTEE,
    decider_text=CHAIR,
    movement="cai-cach-hanh-chinh-2024",
    year=2024,
    year_to=2026,
    presented_on=day("2026-11-19"),
    presenter="luong-thi-mai-huong",
    presenter_name="Bà Lường Thị Mai Hương, Phó Chủ tịch Ủy ban nhân dân tỉnh",
    place="Trung tâm Hội nghị tỉnh",
)
_reform_flag = partial(
    _reform_2026, title="CO_BNT", printed=FLAG_OF_COMMITTEE, recipient_kind="organisation"
)
_reform_merit = partial(_reform_2026, title="BK_BNT", printed=MERIT_OF_CHAIR)

_GRANTS_OF_REFORM = (
    _reform_flag(
        key="co-2026-trung-tam-hanh-chinh-cong",
        recipient_name="Trung tâm Phục vụ hành chính công tỉnh",
        citation="Dẫn đầu khối cấp tỉnh; 98,7% hồ sơ giải quyết đúng hoặc trước hạn.",
    ),
    _reform_flag(
        key="co-2026-phuong-ben-lam",
        recipient_name="Ủy ban nhân dân phường Bến Lam",
        citation="Dẫn đầu khối cấp xã hai năm liền về chỉ số cải cách hành chính.",
    ),
    _reform_merit(
        key="bk-2026-phong-cchc",
        recipient_kind="organisation",
        organisation=REFORM,
        citation="Tham mưu, tổ chức phong trào thi đua; kiểm tra 174 lượt đơn vị.",
    ),
    _reform_merit(
        key="bk-2026-xa-phieng-son",
        recipient_kind="organisation",
        recipient_name="Ủy ban nhân dân xã Phiêng Sơn",
        citation="Sáng kiến một cửa lưu động ở chợ phiên.",
    ),
    _reform_merit(
        key="bk-2026-xa-muong-sen",
        recipient_kind="organisation",
        recipient_name="Ủy ban nhân dân xã Mường Sen",
        citation="Trả kết quả tại nhà cho người cao tuổi, người khuyết tật.",
    ),
    _reform_merit(
        key="bk-2026-buu-dien",
        recipient_kind="organisation",
        recipient_name="Bưu điện tỉnh Lam Giang",
        citation="Miễn phí trả kết quả hồ sơ đến 214 bản vùng cao.",
    ),
    _reform_merit(
        key="bk-2026-do-nhat-quan",
        recipient_kind="person",
        person="do-nhat-quan",
        recipient_name="Ông Đỗ Nhật Quân, Phó Trưởng Phòng Cải cách hành chính",
        citation="Tác giả mẫu phiếu hẹn một dòng, áp dụng tại 58 xã, phường.",
    ),
    _reform_merit(
        key="bk-2026-lo-thi-phuong",
        recipient_kind="person",
        recipient_name="Bà Lò Thị Phương, công chức xã Phiêng Sơn",
        citation="Bộ sơ đồ thủ tục bằng hình vẽ cho người không đọc được chữ phổ thông.",
    ),
    _reform_merit(
        key="bk-2026-hoang-van-dan",
        recipient_kind="person",
        recipient_name="Ông Hoàng Văn Dần, Trưởng bản Khe Lúa",
        citation="Vận động 100% hộ trong bản có tài khoản định danh điện tử.",
    ),
    _reform_merit(
        key="bk-2026-15-ca-nhan",
        recipient_kind="unnamed",
        recipient_name="cá nhân",
        quantity=15,
        per_unit_note="của 15 xã, phường",
        citation="Có thành tích trong phong trào thi đua giai đoạn 2024–2026.",
    ),
)

GRANTS: tuple[Grant, ...] = (
    *_GRANTS_OF_DIRECTOR_2024,
    *_GRANTS_OF_JUNE_2024,
    *_GRANTS_OF_THE_FLOOD,
    *_GRANTS_OF_2024,
    *_ORDERS_OF_2025,
    *_LETTERS_OF_2025,
    *_GRANTS_OF_MINISTRY,
    *_GRANTS_OF_REFORM,
)

ANNOUNCEMENTS = (
    Announcement(
        slug="danh-hieu-thi-dua-nam-2023-cua-so-noi-vu",
        title="Công nhận danh hiệu thi đua năm 2023 đối với tập thể, cá nhân thuộc Sở Nội vụ",
        lead=(
            "Ba tập thể, ba Chiến sĩ thi đua cơ sở và 48 Lao động tiên tiến được công nhận theo Quyết định số 87/QĐ-SNV, trao tại Hội "
            "nghị cán bộ, công chức ngày 26/01/2024."
        ),
        decision="87-qd-snv-2024",
        published_at=moment("2024-01-26 15:30"),
        views=318,
        event=Event(day("2024-01-26"), "morning", "Hội trường Sở Nội vụ, thành phố Lam Giang"),
        lead_photo=Photo(
            "group",
            7,
            "Các tập thể, cá nhân đạt danh hiệu thi đua năm 2023 của Sở Nội vụ.",
            "Mười ba người mặc com lê, áo dài đứng hai hàng trước phông xanh; hàng đầu cầm bằng và hoa.",
            place="Hội trường Sở Nội vụ",
        ),
        body=(
            Paragraph(
                "Căn cứ kết quả bình xét công khai ở từng phòng và biên bản họp Hội đồng Thi đua - Khen thưởng Sở ngày 16/01/2024, Giám đốc "
                "Sở Nội vụ công nhận danh hiệu thi đua năm 2023. Đây là quyết định đầu tiên của Sở áp dụng tên gọi và tiêu chuẩn của Luật "
                "Thi đua, khen thưởng năm 2022."
            ),
            Paragraph(
                "Danh sách đầy đủ 46 Lao động tiên tiến chưa nêu tên trên trang này được niêm yết tại bảng tin tầng 1 và lưu ở Phòng Thi đua "
                "- Khen thưởng. Tiền thưởng kèm theo danh hiệu được chi từ quỹ khen thưởng của Sở."
            ),
        ),
    ),
    Announcement(
        slug="bang-khen-dien-hinh-tien-tien-2021-2024",
        title="Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh tặng điển hình tiên tiến giai đoạn 2021–2024",
        lead=(
            "Hai tập thể, một hộ gia đình và mười lăm cá nhân được tặng Bằng khen theo Quyết định số 1102/QĐ-UBND, trao ngày 11/6/2024, "
            "kỷ niệm 76 năm Ngày truyền thống thi đua yêu nước."
        ),
        decision="1102-qd-ubnd-2024",
        published_at=moment("2024-06-11 17:00"),
        views=1043,
        event=Event(day("2024-06-11"), "morning", "Trung tâm Hội nghị tỉnh, thành phố Lam Giang"),
        lead_photo=Photo(
            "handing_over",
            2,
            "Lễ trao Bằng khen tặng điển hình tiên tiến, sáng 11/6/2024.",
            "Năm người cầm bằng khung vàng đứng cạnh người trao trên sân khấu rèm xanh tím.",
            place="Trung tâm Hội nghị tỉnh",
        ),
        body=(
            Paragraph(
                "Các trường hợp do chín huyện, thị xã, thành phố và các sở, ngành giới thiệu, được thẩm định thực tế trước khi trình. Mười "
                "một trong mười lăm cá nhân trực tiếp lao động, sản xuất hoặc công tác ở xã vùng cao."
            ),
            Paragraph(
                "Mười hai cá nhân chưa nêu tên trên trang này đang được đơn vị giới thiệu bổ sung hồ sơ điện tử. Sổ khen thưởng sẽ cập nhật "
                "tên khi có xác nhận, số lượt khen thưởng không thay đổi."
            ),
        ),
    ),
    Announcement(
        slug="khen-thuong-dot-xuat-mua-lu-thang-9-2024",
        title="Khen thưởng thành tích đột xuất trong cứu người, khắc phục hậu quả mưa lũ tháng 9/2024",
        lead=(
            "Quyết định số 1846/QĐ-UBND tặng Bằng khen cho hai tập thể, một hộ gia đình và tám cá nhân ở huyện Nậm Khao, sáu ngày sau trận "
            "lũ rạng sáng 10/9/2024."
        ),
        decision="1846-qd-ubnd-2024",
        published_at=moment("2024-09-20 18:30"),
        views=1722,
        event=Event(day("2024-09-20"), "afternoon", "Bản Nậm Cáy, huyện Nậm Khao, tỉnh Lam Giang"),
        lead_photo=Photo(
            "handing_over",
            1,
            "Bằng khen được trao ngay tại bản, chiều 20/9/2024.",
            "Bốn người nhận bằng khung vàng, ba nam và một nữ mặc áo dài đỏ, từ tay người đàn ông mặc com lê.",
            place="Bản Nậm Cáy",
        ),
        body=(
            Paragraph(
                "Hồ sơ được lập theo thủ tục đơn giản: báo cáo tóm tắt có xác nhận của nơi xảy ra sự việc, không phải qua bình xét nhiều cấp. "
                "Thời gian từ khi có đề nghị đến khi ký quyết định là hai ngày."
            ),
            Paragraph(
                "Sáu cá nhân là dân quân các xã lân cận được ghi chung; tên từng người sẽ bổ sung sau khi cơ quan quân sự huyện xác nhận danh "
                "sách tham gia."
            ),
        ),
    ),
    Announcement(
        slug="co-thi-dua-bang-khen-danh-hieu-thi-dua-nam-2024",
        title="Cờ thi đua, Bằng khen và danh hiệu thi đua năm 2024 theo Quyết định số 214/QĐ-UBND",
        lead=(
            "Ba Cờ thi đua của Ủy ban nhân dân tỉnh, hai Tập thể lao động xuất sắc, hai Chiến sĩ thi đua cấp tỉnh và hai Bằng khen đang có "
            "hiệu lực; một Bằng khen đã bị hủy bỏ."
        ),
        decision="214-qd-ubnd-2025",
        published_at=moment("2025-02-20 16:45"),
        views=986,
        event=Event(day("2025-02-20"), "morning", "Trung tâm Hội nghị tỉnh, thành phố Lam Giang"),
        lead_photo=Photo(
            "handing_over",
            7,
            "Trao Cờ thi đua, Bằng khen năm 2024 tại hội nghị tổng kết công tác thi đua, khen thưởng.",
            "Người đàn ông mặc com lê trao bằng cho bốn người đứng thành hàng, trong đó có một phụ nữ mặc áo dài tím.",
            place="Trung tâm Hội nghị tỉnh",
        ),
        body=(
            Paragraph(
                "Kết quả xét tặng dựa trên điểm thi đua của các khối, biểu quyết của Hội đồng Thi đua - Khen thưởng tỉnh ngày 24/01/2025 và ý "
                "kiến các cơ quan liên quan. Cờ thi đua được xét cho tập thể dẫn đầu từng khối."
            ),
            Heading("Về một Bằng khen bị hủy bỏ"),
            Paragraph(
                "Ngày 21/4/2025, Chủ tịch Ủy ban nhân dân tỉnh ban hành Quyết định số 655/QĐ-UBND hủy bỏ việc tặng Bằng khen cho một hợp tác "
                "xã, do thành tích đã được khen ở quyết định khác và khâu thẩm định chưa đúng quy định. Hiện vật và tiền thưởng đã được thu "
                "hồi; dòng ghi trong sổ được giữ nguyên, gạch ngang, kèm số quyết định hủy bỏ."
            ),
        ),
    ),
    Announcement(
        slug="huan-chuong-lao-dong-nam-2025",
        title="Huân chương Lao động tặng tập thể, cá nhân của tỉnh, trao tại Đại hội Thi đua yêu nước 2025",
        lead=(
            "Chủ tịch nước tặng thưởng một Huân chương Lao động hạng Nhì và hai Huân chương Lao động hạng Ba theo Quyết định số "
            "1327/QĐ-CTN ngày 22/8/2025."
        ),
        decision="1327-qd-ctn-2025",
        published_at=moment("2025-09-26 08:30"),
        views=1390,
        event=Event(
            day("2025-09-25"), "morning", "Trung tâm Hội nghị tỉnh, phường Bến Lam, tỉnh Lam Giang"
        ),
        lead_photo=Photo(
            "handing_over",
            8,
            "Trao Huân chương Lao động tại Đại hội Thi đua yêu nước tỉnh Lam Giang lần thứ VI.",
            "Hàng người cầm bằng khung vàng trên sân khấu rèm sáng màu, phía sau là phông đỏ.",
            place="Trung tâm Hội nghị tỉnh",
        ),
        body=(
            Paragraph(
                "Danh sách đề nghị đã được công khai lấy ý kiến Nhân dân mười ngày làm việc trên trang thông tin của Sở và Báo Lam Giang trong "
                "tháng 3/2025; không có ý kiến khác. Hội đồng Thi đua - Khen thưởng tỉnh biểu quyết thông qua với tỷ lệ 100%."
            ),
            Paragraph(
                "Đây là lần thứ hai Sở Nội vụ được tặng Huân chương Lao động; lần thứ nhất là hạng Ba, năm 2016. Tập thể, cá nhân được tặng "
                "thưởng có trách nhiệm bảo quản hiện vật và được cấp lại bằng khi bị hư hỏng do thiên tai theo quy định."
            ),
        ),
    ),
    Announcement(
        slug="co-thi-dua-bang-khen-cai-cach-hanh-chinh-2024-2026",
        title="Cờ thi đua, Bằng khen tổng kết phong trào thi đua cải cách hành chính giai đoạn 2024–2026",
        lead=(
            "Hai Cờ thi đua và 22 Bằng khen được tặng theo Quyết định số 1987/QĐ-UBND ngày 12/11/2026, trao tại hội nghị tổng kết chiều "
            "19/11."
        ),
        decision="1987-qd-ubnd-2026",
        published_at=moment("2026-11-19 18:00"),
        views=407,
        event=Event(
            day("2026-11-19"),
            "afternoon",
            "Trung tâm Hội nghị tỉnh, phường Bến Lam, tỉnh Lam Giang",
        ),
        lead_photo=Photo(
            "handing_over",
            5,
            "Các tập thể, cá nhân nhận Cờ thi đua, Bằng khen chiều 19/11/2026.",
            "Ba phụ nữ mặc áo dài và hai người đàn ông cầm bằng khung vàng, người trao đứng bên trái, nền rèm xanh rêu.",
            place="Trung tâm Hội nghị tỉnh",
        ),
        body=(
            Paragraph(
                "Cờ thi đua được xét cho tập thể dẫn đầu phong trào theo chuyên đề khi tổng kết, Bằng khen cho tập thể, cá nhân tiêu biểu. Với "
                "các xã, phường thành lập từ ngày 01/7/2025, kết quả của đơn vị trước sắp xếp được tính cộng theo tỷ lệ dân số."
            ),
            Paragraph(
                "Bốn tập thể và mười tám cá nhân nhận Bằng khen; mười lăm cá nhân ở mười lăm xã, phường được ghi chung, danh sách kèm theo quyết "
                "định. Chi tiết từng trường hợp xem trong sổ khen thưởng."
            ),
        ),
    ),
)

CONSULTATION = Consultation(
    slug="lay-y-kien-de-nghi-tang-huan-chuong-lao-dong-2026",
    title="Lấy ý kiến Nhân dân về danh sách đề nghị tặng thưởng Huân chương Lao động năm 2026",
    lead=(
        "Sở Nội vụ công khai danh sách ba tập thể và ba cá nhân được đề nghị tặng thưởng Huân chương Lao động, nhận ý kiến trong mười ngày "
        "làm việc trước khi Hội đồng Thi đua - Khen thưởng tỉnh họp xét."
    ),
    legal_basis=(
        "Khoản 2 Điều 46 Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, "
        "khen thưởng"
    ),
    views=693,
    nominees=(
        Nominee(
            title="HC_LD",
            rank="hạng Nhì",
            recipient_name="Trường Trung học phổ thông Chuyên Lam Giang",
            note="Sở Giáo dục và Đào tạo",
            achievement=(
                "Đã được tặng Huân chương Lao động hạng Ba năm 2019. Từ năm 2021 đến 2025 có 184 giải học sinh giỏi cấp quốc gia, mở lớp bồi "
                "dưỡng miễn phí cho học sinh 12 xã vùng cao."
            ),
        ),
        Nominee(
            title="HC_LD",
            rank="hạng Ba",
            recipient_name="Trung tâm Lưu trữ lịch sử tỉnh",
            note="Sở Nội vụ",
            organisation=ARCHIVES,
            achievement=(
                "Số hóa 7,4 triệu trang tài liệu, phục hồi toàn bộ hồ sơ ngập nước năm 2008, tiếp nhận an toàn 3.800 mét giá tài liệu khi kết "
                "thúc cấp huyện."
            ),
        ),
        Nominee(
            title="HC_LD",
            rank="hạng Ba",
            recipient_name="Bệnh viện Y học cổ truyền tỉnh",
            note="Sở Y tế",
            achievement=(
                "Năm năm liên tục hoàn thành xuất sắc nhiệm vụ; đưa 46 bài thuốc của đồng bào các dân tộc vào điều trị có theo dõi lâm sàng."
            ),
        ),
        Nominee(
            title="HC_LD",
            rank="hạng Ba",
            recipient_name="Ông Phùng Đăng Khải",
            note="Giám đốc Sở Nội vụ, Phó Chủ tịch thường trực Hội đồng Thi đua - Khen thưởng tỉnh",
            person="phung-dang-khai",
            achievement=(
                "Chỉ đạo phương án bố trí 2.312 công chức của 58 xã, phường mới; hai lần được tặng Bằng khen của Thủ tướng Chính phủ."
            ),
        ),
        Nominee(
            title="HC_LD",
            rank="hạng Ba",
            recipient_name="Bà Vàng Thị Sua",
            note="Nghệ nhân dệt lanh, Chủ nhiệm Hợp tác xã Lanh Trắng, xã Phiêng Sơn",
            achievement=(
                "Phục dựng chín mẫu hoa văn cổ, dạy nghề và tạo việc làm cho 132 phụ nữ, trong đó 58 người khuyết tật hoặc thuộc hộ nghèo."
            ),
        ),
        Nominee(
            title="HC_LD",
            rank="hạng Ba",
            recipient_name="Ông Đàm Quang Vượng",
            note="Công nhân, Công ty Cổ phần Cơ khí Hạ Giang",
            achievement=(
                "Hai mươi sáu năm trực tiếp đứng máy, có mười bốn sáng kiến; máy gieo hạt trên đất dốc do ông cải tiến được dùng ở chín xã."
            ),
        ),
    ),
    comments_email="thiduakhenthuong@lamgiang.example",
    comments_phone="0200 3 555 036",
    comments_address="Phòng Thi đua - Khen thưởng, Sở Nội vụ, số 18 đường Nguyễn Du, phường Bến Lam, tỉnh Lam Giang",
    how_to_comment=(
        "Ý kiến đồng ý hoặc không đồng ý đều được tiếp nhận. Xin ghi rõ họ tên, địa chỉ hoặc số điện thoại để Sở liên hệ khi cần làm rõ; "
        "thông tin người gửi được giữ kín theo quy định.",
        "Bạn có thể gửi thư điện tử, gửi bưu chính, gọi điện trong giờ hành chính hoặc đến trực tiếp Phòng Thi đua - Khen thưởng. Ý kiến có "
        "tài liệu, hình ảnh kèm theo giúp việc xác minh nhanh hơn.",
        "Đơn nặc danh nhưng có nội dung, bằng chứng cụ thể vẫn được xem xét, xác minh trước khi họp Hội đồng.",
    ),
    afterwards=(
        "Hết thời hạn, Sở tổng hợp toàn bộ ý kiến, xác minh những nội dung phản ánh và báo cáo Hội đồng Thi đua - Khen thưởng tỉnh.",
        "Kết quả lấy ý kiến và kết quả họp Hội đồng được công bố tại chính trang này.",
    ),
)
