"""The department, its neighbours, and the people who work there. Every person is invented.

Lam Giang itself is invented too, so its bodies carry no province; Bắc Kạn and Thái Nguyên are real
provinces, there to show what the mergers of 2025 did to organisations, posts and clusters.
"""

from __future__ import annotations

from .shapes import (
    Cluster,
    ClusterYear,
    FormerName,
    Membership,
    Organisation,
    Person,
    Post,
    Succession,
    day,
)

MINISTRY = "bo-noi-vu"
COMMITTEE = "ubnd-tinh-lam-giang"
COUNCIL = "hoi-dong-thi-dua-khen-thuong-tinh-lam-giang"
DEPARTMENT = "so-noi-vu-tinh-lam-giang"
OFFICE = "van-phong-so-noi-vu"
EMULATION = "phong-thi-dua-khen-thuong"
STAFFING = "phong-cong-chuc-vien-chuc"
REFORM = "phong-cai-cach-hanh-chinh"
GOVERNMENT = "phong-xay-dung-chinh-quyen"
ARCHIVES = "trung-tam-luu-tru-lich-su-tinh"
BAC_KAN = "so-noi-vu-tinh-bac-kan"
THAI_NGUYEN = "so-noi-vu-tinh-thai-nguyen"

ADDRESS = "Số 18 đường Nguyễn Du, phường Bến Lam, tỉnh Lam Giang"
ARCHIVES_ADDRESS = "Số 5 ngõ 42 đường Hoàng Văn Thụ, phường Tân Giang, tỉnh Lam Giang"

ORGANISATIONS = (
    Organisation(
        key=MINISTRY,
        name="Bộ Nội vụ",
        short_name="Bộ Nội vụ",
        name_en="Ministry of Home Affairs",
        kind="ministry",
        level="central",
        aliases=("BNV",),
        description=(
            "Cơ quan của Chính phủ quản lý nhà nước về tổ chức hành chính, công vụ, chính quyền địa phương, "
            "thi đua, khen thưởng, văn thư, lưu trữ và, từ ngày 01/3/2025, cả lao động, tiền lương, việc làm, người có công."
        ),
    ),
    Organisation(
        key=COMMITTEE,
        name="Ủy ban nhân dân tỉnh Lam Giang",
        short_name="UBND tỉnh",
        name_en="People’s Committee of Lam Giang Province",
        kind="committee",
        level="province",
        phone="0200 3 555 100",
        email="ubnd@lamgiang.example",
        address="Số 1 quảng trường Sông Lam, phường Bến Lam, tỉnh Lam Giang",
        aliases=("UBND tỉnh Lam Giang", "Uỷ ban nhân dân tỉnh Lam Giang"),
        description="Cơ quan hành chính nhà nước ở địa phương, cơ quan chủ quản của Sở Nội vụ tỉnh.",
    ),
    Organisation(
        key=COUNCIL,
        name="Hội đồng Thi đua - Khen thưởng tỉnh Lam Giang",
        short_name="Hội đồng TĐKT tỉnh",
        name_en="Emulation and Commendation Council of Lam Giang Province",
        kind="council",
        level="province",
        parent=COMMITTEE,
        phone="0200 3 555 036",
        email="thiduakhenthuong@lamgiang.example",
        address=ADDRESS,
        aliases=("Hội đồng TĐKT tỉnh", "HĐTĐKT tỉnh Lam Giang"),
        description=(
            "Cơ quan tư vấn cho cấp ủy, chính quyền tỉnh về công tác thi đua, khen thưởng. Chủ tịch Hội đồng là "
            "Chủ tịch Ủy ban nhân dân tỉnh; Sở Nội vụ là cơ quan thường trực."
        ),
    ),
    Organisation(
        key=DEPARTMENT,
        name="Sở Nội vụ tỉnh Lam Giang",
        short_name="Sở Nội vụ",
        name_en="Department of Home Affairs of Lam Giang Province",
        kind="department",
        level="province",
        parent=COMMITTEE,
        founded_on=day("1991-10-01"),
        phone="0200 3 555 010",
        email="sonoivu@lamgiang.example",
        address=ADDRESS,
        aliases=("SNV Lam Giang", "Sở Nội vụ Lam Giang"),
        former_names=(
            FormerName(
                name="Ban Tổ chức chính quyền tỉnh Lam Giang",
                start=day("1991-10-01"),
                end=day("2003-12-31"),
            ),
        ),
        description=(
            "Cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, tham mưu quản lý nhà nước về tổ chức bộ máy, biên chế, "
            "chính quyền địa phương, cán bộ, công chức, viên chức, cải cách hành chính, thi đua, khen thưởng và văn thư, "
            "lưu trữ. Từ ngày 01/3/2025, Sở tiếp nhận thêm lĩnh vực lao động, tiền lương, việc làm và người có công."
        ),
    ),
    Organisation(
        key=OFFICE,
        name="Văn phòng Sở Nội vụ",
        short_name="Văn phòng Sở",
        name_en="Office of the Department",
        kind="office",
        level="internal",
        parent=DEPARTMENT,
        phone="0200 3 555 011",
        email="vanphong.snv@lamgiang.example",
        address="Tầng 1, " + ADDRESS,
        aliases=("Văn phòng Sở",),
        description="Tổng hợp, hành chính, tài chính, công nghệ thông tin; biên tập trang thông tin điện tử của Sở.",
    ),
    Organisation(
        key=EMULATION,
        name="Phòng Thi đua - Khen thưởng",
        short_name="Phòng TĐKT",
        name_en="Emulation and Commendation Division",
        kind="office",
        level="internal",
        parent=DEPARTMENT,
        phone="0200 3 555 036",
        email="thiduakhenthuong@lamgiang.example",
        address="Tầng 3, " + ADDRESS,
        aliases=("Phòng TĐKT", "Phòng Thi đua – Khen thưởng"),
        former_names=(
            FormerName(
                name="Ban Thi đua - Khen thưởng tỉnh",
                start=day("2008-07-01"),
                end=day("2021-12-31"),
            ),
        ),
        description=(
            "Thẩm định hồ sơ khen thưởng của tỉnh, theo dõi các cụm, khối thi đua, giữ sổ khen thưởng và giúp việc "
            "Hội đồng Thi đua - Khen thưởng tỉnh."
        ),
    ),
    Organisation(
        key=STAFFING,
        name="Phòng Công chức - Viên chức",
        short_name="Phòng CCVC",
        name_en="Civil Service Division",
        kind="office",
        level="internal",
        parent=DEPARTMENT,
        phone="0200 3 555 024",
        email="congchucvienchuc.snv@lamgiang.example",
        address="Tầng 2, " + ADDRESS,
        aliases=("Phòng Công chức, viên chức", "Phòng CCVC"),
        description="Tuyển dụng, vị trí việc làm, đánh giá, đào tạo, tiền lương và chế độ của cán bộ, công chức, viên chức.",
    ),
    Organisation(
        key=REFORM,
        name="Phòng Cải cách hành chính",
        short_name="Phòng CCHC",
        name_en="Administrative Reform Division",
        kind="office",
        level="internal",
        parent=DEPARTMENT,
        phone="0200 3 555 028",
        email="caicachhanhchinh.snv@lamgiang.example",
        address="Tầng 2, " + ADDRESS,
        aliases=("Phòng CCHC",),
        description="Thường trực công tác cải cách hành chính của tỉnh; kiểm tra, đo lường, công bố chỉ số hằng năm.",
    ),
    Organisation(
        key=GOVERNMENT,
        name="Phòng Xây dựng chính quyền",
        short_name="Phòng XDCQ",
        name_en="Local Government Division",
        kind="office",
        level="internal",
        parent=DEPARTMENT,
        phone="0200 3 555 032",
        email="xaydungchinhquyen.snv@lamgiang.example",
        address="Tầng 3, " + ADDRESS,
        aliases=("Phòng XDCQ",),
        description="Địa giới và đơn vị hành chính, bầu cử, tổ chức chính quyền cấp xã, thôn và tổ dân phố, công tác thanh niên.",
    ),
    Organisation(
        key=ARCHIVES,
        name="Trung tâm Lưu trữ lịch sử tỉnh",
        short_name="Trung tâm Lưu trữ",
        name_en="Provincial Historical Archives Centre",
        kind="unit",
        level="internal",
        parent=DEPARTMENT,
        founded_on=day("1998-05-19"),
        phone="0200 3 555 045",
        email="luutru@lamgiang.example",
        address=ARCHIVES_ADDRESS,
        aliases=("Trung tâm Lưu trữ lịch sử tỉnh Lam Giang", "TTLTLS"),
        former_names=(
            FormerName(
                name="Trung tâm Lưu trữ tỉnh", start=day("1998-05-19"), end=day("2018-09-30")
            ),
        ),
        description=(
            "Đơn vị sự nghiệp công lập sưu tầm, bảo quản và phục vụ khai thác tài liệu lưu trữ lịch sử của tỉnh: "
            "hơn 2.900 mét giá tài liệu, sớm nhất từ năm 1886."
        ),
    ),
    Organisation(
        key=BAC_KAN,
        name="Sở Nội vụ tỉnh Bắc Kạn",
        short_name="Sở Nội vụ Bắc Kạn",
        name_en="Department of Home Affairs of Bac Kan Province",
        kind="department",
        level="province",
        province="vn63-bac-kan",
        dissolved_on=day("2025-06-30"),
        aliases=("SNV Bắc Kạn",),
        description="Hoạt động đến hết ngày 30/6/2025; từ ngày 01/7/2025 hợp nhất vào Sở Nội vụ tỉnh Thái Nguyên.",
    ),
    Organisation(
        key=THAI_NGUYEN,
        name="Sở Nội vụ tỉnh Thái Nguyên",
        short_name="Sở Nội vụ Thái Nguyên",
        name_en="Department of Home Affairs of Thai Nguyen Province",
        kind="department",
        level="province",
        province="vn34-thai-nguyen",
        aliases=("SNV Thái Nguyên",),
        description="Từ ngày 01/7/2025 kế thừa nhiệm vụ của Sở Nội vụ hai tỉnh Bắc Kạn và Thái Nguyên trước hợp nhất.",
    ),
)

SUCCESSIONS = (
    Succession(
        predecessor=BAC_KAN,
        successor=THAI_NGUYEN,
        on=day("2025-07-01"),
        kind="merged",
        legal_act="Nghị quyết số 202/2025/QH15",
    ),
)


# An odd portrait seed draws a woman, an even one a man; pictures of a speech use the same number.
PEOPLE = (
    Person(
        key="dinh-cong-thach",
        honorific="ông",
        full_name="Đinh Công Thạch",
        portrait=2,
        posts=(
            Post("Phó Chủ tịch", COMMITTEE, day("2021-07-01"), day("2025-08-14"),
                 "Phó Chủ tịch Ủy ban nhân dân tỉnh Lam Giang", "Vice Chair"),
            Post("Phó Chủ tịch thứ nhất", COUNCIL, day("2021-08-01"), day("2025-08-14"), title_en="First Vice Chair"),
            Post("Chủ tịch", COMMITTEE, day("2025-08-15"), None, "Chủ tịch Ủy ban nhân dân tỉnh Lam Giang", "Chair"),
            Post("Chủ tịch", COUNCIL, day("2025-08-15"), title_en="Chair"),
        ),
        biography=(
            "Kỹ sư thủy lợi, từng làm việc mười hai năm ở các công trình hồ chứa vùng cao trước khi chuyển sang công tác "
            "quản lý. Ông thường chọn dự buổi tiếp dân ở xã thay cho nghe báo cáo."
        ),
    ),
    Person(
        key="trinh-ba-khoi",
        honorific="ông",
        full_name="Trịnh Bá Khôi",
        portrait=4,
        posts=(
            Post("Chủ tịch", COMMITTEE, day("2020-12-10"), day("2025-08-14"),
                 "Chủ tịch Ủy ban nhân dân tỉnh Lam Giang", "Chair"),
            Post("Chủ tịch", COUNCIL, day("2020-12-10"), day("2025-08-14"), title_en="Chair"),
        ),
        biography="Chủ tịch Ủy ban nhân dân tỉnh từ tháng 12/2020 đến tháng 8/2025, nghỉ hưu theo chế độ.",
    ),
    Person(
        key="luong-thi-mai-huong",
        honorific="bà",
        full_name="Lường Thị Mai Hương",
        portrait=1,
        posts=(
            Post("Phó Chủ tịch", COMMITTEE, day("2025-09-01"), None,
                 "Phó Chủ tịch Ủy ban nhân dân tỉnh Lam Giang", "Vice Chair"),
            Post("Phó Chủ tịch thứ nhất", COUNCIL, day("2025-09-01"), title_en="First Vice Chair"),
        ),
        biography="Phụ trách khối văn hóa – xã hội. Trước đó bà có mười lăm năm dạy học và quản lý giáo dục ở vùng cao.",
    ),
    Person(
        key="phung-dang-khai",
        honorific="ông",
        full_name="Phùng Đăng Khải",
        portrait=10,
        posts=(
            Post("Giám đốc", DEPARTMENT, day("2023-04-01"), title_en="Director"),
            Post("Phó Chủ tịch thường trực", COUNCIL, day("2023-04-15"), title_en="Standing Vice Chair"),
            Post("Phó Giám đốc", DEPARTMENT, day("2018-06-01"), day("2023-03-31"), title_en="Deputy Director"),
        ),
        phone="0200 3 555 012",
        email="khaipd@lamgiang.example",
        biography=(
            "Thạc sĩ quản lý công. Ông vào ngành năm 2001 từ vị trí chuyên viên tổ chức bộ máy, phụ trách chung và trực tiếp "
            "chỉ đạo công tác tổ chức cán bộ."
        ),
    ),
    Person(
        key="dam-thu-quyen",
        honorific="bà",
        full_name="Đàm Thu Quyên",
        portrait=3,
        posts=(
            Post("Phó Giám đốc", DEPARTMENT, day("2022-06-01"), title_en="Deputy Director"),
            Post("Ủy viên thường trực", COUNCIL, day("2022-07-01"), title_en="Standing Member"),
            Post("Trưởng phòng", EMULATION, day("2017-03-01"), day("2022-05-31"),
                 "Trưởng Phòng Thi đua - Khen thưởng", "Head of Division"),
        ),
        phone="0200 3 555 013",
        email="quyendt@lamgiang.example",
        biography="Phụ trách thi đua, khen thưởng, văn thư, lưu trữ và trang thông tin điện tử của Sở.",
    ),
    Person(
        key="vi-van-toan",
        honorific="ông",
        full_name="Vi Văn Toản",
        portrait=8,
        posts=(
            Post("Phó Giám đốc", DEPARTMENT, day("2021-03-15"), day("2025-06-30"), title_en="Deputy Director"),
        ),
        biography=(
            "Phụ trách xây dựng chính quyền và cải cách hành chính đến hết ngày 30/6/2025, sau đó được điều động về công tác "
            "tại xã Nậm Khao."
        ),
    ),
    Person(
        key="tran-huu-nghia",
        honorific="ông",
        full_name="Trần Hữu Nghĩa",
        portrait=6,
        posts=(
            Post("Phó Giám đốc", DEPARTMENT, day("2025-07-01"), title_en="Deputy Director"),
            Post("Chánh Văn phòng", OFFICE, day("2020-01-01"), day("2025-06-30"),
                 "Chánh Văn phòng Sở Nội vụ", "Chief of Office"),
        ),
        phone="0200 3 555 014",
        email="nghiath@lamgiang.example",
        biography="Phụ trách cải cách hành chính, xây dựng chính quyền và chuyển đổi số của ngành.",
    ),
    Person(
        key="phan-thi-dieu-linh",
        honorific="bà",
        full_name="Phan Thị Diệu Linh",
        portrait=5,
        posts=(
            Post("Chánh Văn phòng", OFFICE, day("2025-07-01"), None, "Chánh Văn phòng Sở Nội vụ", "Chief of Office"),
            Post("Người phát ngôn", DEPARTMENT, day("2025-07-15"), None,
                 "Người phát ngôn của Sở Nội vụ tỉnh Lam Giang", "Spokesperson"),
            Post("Phó Chánh Văn phòng", OFFICE, day("2022-01-01"), day("2025-06-30"),
                 "Phó Chánh Văn phòng Sở Nội vụ", "Deputy Chief of Office"),
        ),
        phone="0200 3 555 015",
        email="linhptd@lamgiang.example",
        biography="Đầu mối tiếp nhận câu hỏi của báo chí và phản ánh của người dân gửi đến Sở.",
    ),
    Person(
        key="luu-tien-dat",
        honorific="ông",
        full_name="Lưu Tiến Đạt",
        portrait=12,
        posts=(Post("Chuyên viên", OFFICE, day("2023-02-01"), None, "Chuyên viên Văn phòng Sở Nội vụ", "Officer"),),
        email="datlt@lamgiang.example",
        biography="Biên tập viên, phụ trách ảnh của trang thông tin điện tử.",
    ),
    Person(
        key="ta-thi-ngoc-han",
        honorific="bà",
        full_name="Tạ Thị Ngọc Hân",
        portrait=9,
        posts=(Post("Chuyên viên", OFFICE, day("2024-01-02"), None, "Chuyên viên Văn phòng Sở Nội vụ", "Officer"),),
        email="hanttn@lamgiang.example",
        biography="Biên tập viên trang thông tin điện tử, theo dõi mảng công chức và chính quyền địa phương.",
    ),
    Person(
        key="luc-the-vinh",
        honorific="ông",
        full_name="Lục Thế Vinh",
        portrait=14,
        posts=(
            Post("Trưởng phòng", EMULATION, day("2022-06-15"), None,
                 "Trưởng Phòng Thi đua - Khen thưởng", "Head of Division"),
            Post("Thư ký", COUNCIL, day("2022-07-01"), None,
                 "Thư ký Hội đồng Thi đua - Khen thưởng tỉnh", "Secretary"),
        ),
        phone="0200 3 555 036",
        email="vinhlt@lamgiang.example",
        biography="Mười chín năm làm công tác thi đua, khen thưởng, bắt đầu từ huyện Thượng Lâm.",
    ),
    Person(
        key="be-thi-kim-ngan",
        honorific="bà",
        full_name="Bế Thị Kim Ngân",
        portrait=13,
        posts=(
            Post("Phó Trưởng phòng", EMULATION, day("2023-09-01"), None,
                 "Phó Trưởng Phòng Thi đua - Khen thưởng", "Deputy Head of Division"),
        ),
        phone="0200 3 555 037",
        email="nganbtk@lamgiang.example",
        biography="Phụ trách thẩm định hồ sơ khen thưởng cấp nhà nước và sổ khen thưởng điện tử.",
    ),
    Person(
        key="chu-dinh-khang",
        honorific="ông",
        full_name="Chu Đình Khang",
        portrait=16,
        posts=(
            Post("Trưởng phòng", STAFFING, day("2021-05-01"), None,
                 "Trưởng Phòng Công chức - Viên chức", "Head of Division"),
        ),
        phone="0200 3 555 024",
        email="khangcd@lamgiang.example",
        biography="Phụ trách các kỳ tuyển dụng công chức của tỉnh từ năm 2021.",
    ),
    Person(
        key="hua-thi-bich-nga",
        honorific="bà",
        full_name="Hứa Thị Bích Ngà",
        portrait=15,
        posts=(
            Post("Phó Trưởng phòng", STAFFING, day("2025-07-01"), None,
                 "Phó Trưởng Phòng Công chức - Viên chức", "Deputy Head of Division"),
            Post("Chuyên viên chính", REFORM, day("2019-11-01"), day("2025-06-30"),
                 "Chuyên viên chính Phòng Cải cách hành chính", "Senior Officer"),
        ),
        phone="0200 3 555 025",
        email="ngahtb@lamgiang.example",
        biography="Theo dõi đào tạo, bồi dưỡng và đánh giá công chức theo sản phẩm công việc.",
    ),
    Person(
        key="sam-thuy-van",
        honorific="bà",
        full_name="Sầm Thúy Vân",
        portrait=7,
        posts=(
            Post("Trưởng phòng", REFORM, day("2020-08-01"), None,
                 "Trưởng Phòng Cải cách hành chính", "Head of Division"),
        ),
        phone="0200 3 555 028",
        email="vanst@lamgiang.example",
        biography="Chủ trì bộ chỉ số cải cách hành chính cấp sở, cấp xã của tỉnh.",
    ),
    Person(
        key="do-nhat-quan",
        honorific="ông",
        full_name="Đỗ Nhật Quân",
        portrait=18,
        posts=(
            Post("Phó Trưởng phòng", REFORM, day("2025-07-01"), None,
                 "Phó Trưởng Phòng Cải cách hành chính", "Deputy Head of Division"),
            Post("Chuyên viên", REFORM, day("2020-10-01"), day("2025-06-30"),
                 "Chuyên viên Phòng Cải cách hành chính", "Officer"),
        ),
        phone="0200 3 555 029",
        email="quandn@lamgiang.example",
        biography="Tác giả sáng kiến “phiếu hẹn một dòng”, áp dụng tại bộ phận một cửa các xã từ năm 2024.",
    ),
    Person(
        key="ma-duc-thien",
        honorific="ông",
        full_name="Ma Đức Thiện",
        portrait=20,
        posts=(
            Post("Trưởng phòng", GOVERNMENT, day("2012-03-01"), day("2025-06-30"),
                 "Trưởng Phòng Xây dựng chính quyền", "Head of Division"),
        ),
        biography="Ba mươi tư năm công tác trong ngành, nghỉ hưu từ ngày 01/7/2025.",
    ),
    Person(
        key="trieu-thi-hanh-nguyen",
        honorific="bà",
        full_name="Triệu Thị Hạnh Nguyên",
        portrait=17,
        posts=(
            Post("Trưởng phòng", GOVERNMENT, day("2025-07-01"), None,
                 "Trưởng Phòng Xây dựng chính quyền", "Head of Division"),
            Post("Phó Trưởng phòng", GOVERNMENT, day("2021-01-01"), day("2025-06-30"),
                 "Phó Trưởng Phòng Xây dựng chính quyền", "Deputy Head of Division"),
        ),
        phone="0200 3 555 032",
        email="nguyentth@lamgiang.example",
        biography="Theo dõi địa giới hành chính, bầu cử và tổ chức thôn, tổ dân phố.",
    ),
    Person(
        key="khong-minh-triet",
        honorific="ông",
        full_name="Khổng Minh Triết",
        portrait=22,
        posts=(Post("Giám đốc", ARCHIVES, day("2018-10-01"), title_en="Director"),),
        phone="0200 3 555 045",
        email="trietkm@lamgiang.example",
        biography="Cử nhân lưu trữ học; chủ trì chương trình số hóa tài liệu lưu trữ lịch sử của tỉnh.",
    ),
    Person(
        key="nong-thi-hong-nhan",
        honorific="bà",
        full_name="Nông Thị Hồng Nhạn",
        portrait=11,
        posts=(
            Post("Chuyên viên chính", THAI_NGUYEN, day("2025-07-01"), title_en="Senior Officer"),
            Post("Chuyên viên chính", BAC_KAN, day("2016-05-01"), day("2025-06-30"), title_en="Senior Officer"),
        ),
        biography="Theo dõi thi đua, khen thưởng ở Bắc Kạn, từ ngày 01/7/2025 tiếp tục công việc tại Thái Nguyên.",
    ),
)  # fmt: skip


RIVER_CLUSTER = "cum-thi-dua-lien-ket-thuong-nguon-song-cau"
HOUSE_CLUSTER = "khoi-thi-dua-so-noi-vu-tinh-lam-giang"

CLUSTERS = (
    Cluster(
        key=RIVER_CLUSTER,
        name="Cụm thi đua liên kết Sở Nội vụ các tỉnh thượng nguồn sông Cầu",
        name_en="Linked Emulation Cluster of the Departments of Home Affairs of the Upper Cau River",
        aliases=("Cụm thi đua liên kết thượng nguồn sông Cầu", "Cụm liên kết ba Sở Nội vụ"),
        description=(
            "Cụm phối hợp do Sở Nội vụ Bắc Kạn, Lam Giang và Thái Nguyên thỏa thuận lập năm 2021 để trao đổi nghiệp vụ, "
            "kiểm tra chéo hồ sơ và ký giao ước hằng năm. Sau ngày 30/6/2025, cụm còn hai thành viên."
        ),
        members=(
            Membership(DEPARTMENT, day("2021-03-01")),
            Membership(BAC_KAN, day("2021-03-01"), day("2025-06-30")),
            Membership(THAI_NGUYEN, day("2021-03-01")),
        ),
        years=(
            ClusterYear(year=2023, head=THAI_NGUYEN, deputies=(BAC_KAN, DEPARTMENT), host="vn63-thai-nguyen",
                        pledge_signed_on=day("2023-03-10")),
            ClusterYear(year=2024, head=BAC_KAN, deputies=(DEPARTMENT,), host="vn63-bac-kan",
                        pledge_signed_on=day("2024-03-28")),
            ClusterYear(year=2025, head=DEPARTMENT, deputies=(THAI_NGUYEN,), pledge_signed_on=day("2025-03-14")),
            ClusterYear(year=2026, head=THAI_NGUYEN, deputies=(DEPARTMENT,), host="vn34-thai-nguyen",
                        pledge_signed_on=day("2026-02-27")),
        ),
    ),
    Cluster(
        key=HOUSE_CLUSTER,
        name="Khối thi đua các phòng, đơn vị thuộc Sở Nội vụ tỉnh Lam Giang",
        name_en="Emulation Block of the Divisions of the Department of Home Affairs of Lam Giang",
        aliases=("Khối thi đua Sở Nội vụ Lam Giang",),
        description=(
            "Khối thi đua nội bộ gồm Văn phòng, bốn phòng chuyên môn và Trung tâm Lưu trữ lịch sử. Trưởng khối luân phiên "
            "từng năm; điểm thi đua công khai hằng quý trên trang thông tin của Sở."
        ),
        members=tuple(
            Membership(unit, day("2022-01-01"))
            for unit in (OFFICE, EMULATION, STAFFING, REFORM, GOVERNMENT, ARCHIVES)
        ),
        years=(
            ClusterYear(year=2023, head=OFFICE, deputies=(REFORM,), pledge_signed_on=day("2023-01-31")),
            ClusterYear(year=2024, head=EMULATION, deputies=(ARCHIVES,), pledge_signed_on=day("2024-01-19")),
            ClusterYear(year=2025, head=REFORM, deputies=(GOVERNMENT,), pledge_signed_on=day("2025-01-15")),
            ClusterYear(year=2026, head=ARCHIVES, deputies=(STAFFING, OFFICE), pledge_signed_on=day("2026-01-16")),
        ),
    ),
)  # fmt: skip
