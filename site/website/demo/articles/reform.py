"""Cải cách hành chính."""

from __future__ import annotations

from ..people import COMMITTEE, DEPARTMENT, OFFICE, REFORM
from ..shapes import (
    Article,
    Bullets,
    Correction,
    Event,
    Gallery,
    Heading,
    Involved,
    Paragraph,
    Participant,
    Photo,
    Speech,
    Table,
    day,
    moment,
)
from .people_in_print import DAT, HAN, NGHIA_CHAIRED, PHOTOS_BY_DAT, QUAN, VAN_SPOKE

SECTION = "cai-cach-hanh-chinh"

ARTICLES = (
    Article(
        slug="cong-bo-chi-so-cai-cach-hanh-chinh-2023",
        section=SECTION,
        title="Công bố chỉ số cải cách hành chính năm 2023: khoảng cách giữa các huyện thu hẹp còn chín điểm",
        lead=(
            "Bộ chỉ số năm nay chấm thêm phần nghe người dân: 3.600 phiếu hỏi trực tiếp chiếm 30% tổng điểm. Một số đơn vị tụt hạng "
            "vì điểm này."
        ),
        published_at=moment("2024-04-24 15:20"),
        views=1432,
        event=Event(day("2024-04-24"), "morning", "Trung tâm Hội nghị tỉnh, thành phố Lam Giang"),
        byline=(QUAN, PHOTOS_BY_DAT),
        participants=(
            Participant(
                "dinh-cong-thach",
                "ông",
                "Đinh Công Thạch",
                ("Phó Chủ tịch Ủy ban nhân dân tỉnh",),
                "chaired",
            ),
            VAN_SPOKE,
        ),
        organisations=(Involved(REFORM, "host"), Involved(COMMITTEE, "host")),
        tags=("chỉ số cải cách hành chính", "PAR INDEX", "sự hài lòng"),
        related=("chi-so-cai-cach-hanh-chinh-2025",),
        body=(
            Photo(
                "hall",
                2,
                "Hội nghị công bố chỉ số cải cách hành chính năm 2023 của tỉnh Lam Giang, sáng 24/4/2024.",
                "Sân khấu rèm xanh sẫm, phông xanh với năm người ở bàn chủ tọa; các hàng ghế phía trước kín đại biểu.",
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Sáng 24/4, Ủy ban nhân dân tỉnh công bố chỉ số cải cách hành chính năm 2023 của 19 sở, ban, ngành và chín huyện, thị "
                "xã, thành phố. Điểm bình quân khối huyện đạt 84,6 trên thang 100, tăng 2,1 điểm; khoảng cách giữa nơi cao nhất và "
                "thấp nhất còn 9,2 điểm, trong khi năm trước là 14,7."
            ),
            Table(
                "Chỉ số cải cách hành chính năm 2023, khối huyện",
                ("Đơn vị", "Điểm", "Hạng", "So với năm 2022"),
                (
                    ("Thành phố Lam Giang", "89,4", "1", "giữ nguyên"),
                    ("Huyện Đồng Mây", "88,1", "2", "tăng 3 bậc"),
                    ("Thị xã Hạ Giang", "86,9", "3", "giảm 1 bậc"),
                    ("Huyện Thượng Lâm", "84,2", "4", "tăng 1 bậc"),
                    ("Huyện Nậm Khao", "80,2", "9", "giữ nguyên"),
                ),
                numbers=(1, 2),
                source="Phòng Cải cách hành chính, Sở Nội vụ",
            ),
            Heading("Khi người dân chấm điểm"),
            Paragraph(
                "Điểm mới là phiếu hỏi do sinh viên Trường Cao đẳng Lam Giang thực hiện, phỏng vấn tại nhà thay vì phát ở bộ phận một "
                "cửa. Kết quả có chỗ lệch hẳn báo cáo: ba đơn vị tự chấm gần tuyệt đối về thái độ phục vụ nhưng chỉ được người dân "
                "cho dưới 75 điểm."
            ),
            Paragraph(
                "Trưởng Phòng Cải cách hành chính Sầm Thúy Vân cho biết nguyên nhân bị phàn nàn nhiều nhất không phải thái độ mà là "
                "phải bổ sung giấy tờ nhiều lần. Trung bình một hồ sơ đất đai trong mẫu khảo sát bị yêu cầu bổ sung 1,7 lần."
            ),
            Speech(
                "Xếp hạng không phải để khen ai, chê ai. Tôi muốn mỗi chủ tịch huyện đọc kỹ trang cuối của báo cáo, nơi ghi nguyên văn "
                "lời người dân.",
                "dinh-cong-thach",
                "Ông Đinh Công Thạch",
                "Phó Chủ tịch Ủy ban nhân dân tỉnh",
            ),
            Paragraph(
                "Sau hội nghị, toàn bộ dữ liệu thô của phiếu hỏi đã ẩn danh được gửi cho từng đơn vị. Kế hoạch khắc phục phải hoàn "
                "thành trước ngày 31/5 và đăng công khai trên trang thông tin của đơn vị đó."
            ),
        ),
        corrections=(
            Correction(
                day("2024-04-26"),
                "Bảng trong bản đăng đầu tiên ghi huyện Thượng Lâm tăng 2 bậc; đúng là tăng 1 bậc. Điểm số không thay đổi.",
            ),
        ),
    ),
    Article(
        slug="nam-khao-ngay-thu-sau-tra-loi-bang-tieng-dan-toc",
        section=SECTION,
        title="Nậm Khao thử nghiệm ngày thứ Sáu hướng dẫn thủ tục bằng tiếng Tày, tiếng Dao ở bộ phận một cửa",
        lead=(
            "Sau hai tháng, lượng hồ sơ phải trả lại vì khai sai giảm một nửa vào các ngày thứ Sáu. Huyện dự định mở rộng sang phiên "
            "chợ."
        ),
        published_at=moment("2024-06-03 08:50"),
        views=1104,
        byline=(HAN,),
        organisations=(Involved(REFORM, "mentioned"),),
        tags=("một cửa", "tiếng dân tộc", "Nậm Khao"),
        body=(
            Paragraph(
                "Bảy giờ rưỡi sáng thứ Sáu, bà Triệu Mùi Ghển từ bản Khe Lúa đã có mặt ở bộ phận một cửa huyện Nậm Khao. Bà muốn xin "
                "trích lục khai sinh cho cháu ngoại, việc từng khiến bà phải quay về hai lần vì không hiểu tờ khai. Lần này, người "
                "hướng dẫn nói với bà bằng tiếng Dao, và bà ra về sau hai mươi phút."
            ),
            Photo(
                "counter",
                2,
                "Người dân làm thủ tục tại bộ phận một cửa huyện Nậm Khao trong ngày thứ Sáu hướng dẫn bằng tiếng dân tộc.",
                "Hai người dân đứng trước quầy một cửa; bốn công chức ngồi sau quầy với màn hình máy tính.",
                place="Huyện Nậm Khao",
            ),
            Paragraph(
                "Từ đầu tháng Tư, huyện bố trí ba công chức biết tiếng Tày, tiếng Dao trực hướng dẫn cả ngày thứ Sáu, trùng với ngày "
                "nhiều bà con xuống phố huyện. Các mẫu đơn thông dụng được ghi âm phần giải thích, người dân quét mã là nghe được "
                "trên điện thoại."
            ),
            Paragraph(
                "Theo thống kê của huyện, trong hai tháng có 412 lượt người được hướng dẫn; tỷ lệ hồ sơ phải trả lại để khai bổ sung "
                "vào ngày thứ Sáu là 9%, so với 18% của các ngày khác. Cũng trong thời gian này không có phản ánh nào về thái độ phục "
                "vụ."
            ),
            Paragraph(
                "Cái khó là thiếu người. Cả huyện chỉ có mười một công chức nói thạo tiếng Dao, đa số đang ở xã. Sở Nội vụ đã đề nghị "
                "huyện ghép nội dung này vào kế hoạch bồi dưỡng tiếng dân tộc năm 2025 và tính thời gian hướng dẫn vào kết quả công "
                "việc của công chức kiêm nhiệm."
            ),
        ),
    ),
    Article(
        slug="to-cong-nghe-so-cong-dong-den-tung-bep-lua",
        section=SECTION,
        title="Tổ công nghệ số cộng đồng đến từng bếp lửa: chuyện cài ứng dụng dịch vụ công ở Phiêng Sơn",
        lead=(
            "Ở bản cách trung tâm xã mười bốn cây số đường dốc, buổi học cách nộp hồ sơ trực tuyến bắt đầu lúc tám giờ tối, khi mọi "
            "người đã từ nương về."
        ),
        published_at=moment("2024-10-16 10:05"),
        views=965,
        byline=(DAT,),
        organisations=(Involved(REFORM, "mentioned"),),
        topics=("chuyen-doi-so",),
        tags=("tổ công nghệ số cộng đồng", "dịch vụ công trực tuyến", "Phiêng Sơn"),
        body=(
            Photo(
                "hills",
                1,
                "Bản Phiêng Sơn lúc chiều xuống, trước giờ tổ công nghệ số đến từng nhà.",
                "Hoàng hôn trên dãy núi tím, trước mặt là ruộng bậc thang xanh và vài nếp nhà sàn sáng đèn.",
                place="Bản Phiêng Sơn, huyện Nậm Khao",
            ),
            Paragraph(
                "Tổ công nghệ số cộng đồng bản Phiêng Sơn có năm người: trưởng bản, bí thư chi đoàn, cô giáo cắm bản và hai thanh niên "
                "vừa học nghề về. Họ không có phòng học. Mỗi tối thứ Ba và thứ Năm, cả tổ chọn một nhà có sóng tốt, ngồi quanh bếp, "
                "rồi lần lượt cầm điện thoại của từng người lên xem cài được gì, vướng ở đâu."
            ),
            Paragraph(
                "Vướng nhất là mật khẩu. Nhiều người dùng chung một số điện thoại cho cả gia đình, quên mã, bị khóa tài khoản. Tổ nghĩ "
                "ra cách cho mỗi nhà chọn một câu tục ngữ quen thuộc, lấy chữ cái đầu làm gợi ý ghi nhớ và dặn không đọc mã cho bất "
                "kỳ ai, kể cả người xưng là cán bộ."
            ),
            Heading("Đếm bằng việc đã xong"),
            Paragraph(
                "Thay cho chỉ tiêu số người được cài ứng dụng, xã chấm tổ theo số hồ sơ thật đã hoàn tất. Đến hết tháng Chín, bản có 57 "
                "hồ sơ nộp từ nhà, nhiều nhất là khai sinh và xác nhận cư trú. Ba hồ sơ hỗ trợ làm nhà được giải quyết mà chủ hộ chỉ "
                "phải xuống xã đúng một lần để ký."
            ),
            Paragraph(
                "Trưởng bản Vàng A Sì thừa nhận có những buổi không dạy được gì vì mất sóng hoặc vì nhà có việc. “Thì mình ngồi chơi, "
                "uống nước. Lần sau đến người ta mới mở cửa”, ông cười."
            ),
            Paragraph(
                "Toàn tỉnh hiện có 1.216 tổ với gần 6.500 thành viên. Sở Nội vụ và Sở Thông tin và Truyền thông đang soạn tài liệu "
                "hướng dẫn bằng tranh, dự kiến phát về các tổ trước mùa làm giấy tờ cuối năm."
            ),
        ),
    ),
    Article(
        slug="ra-soat-thu-tuc-hanh-chinh-sau-hop-nhat-nganh-noi-vu",
        section=SECTION,
        title="Sau hợp nhất, Sở Nội vụ rà lại 168 thủ tục, đề nghị bỏ 21 giấy tờ người dân đã nộp ở nơi khác",
        lead=(
            "Tiếp nhận lĩnh vực lao động, người có công từ ngày 01/3/2025, Sở lập tổ rà soát chung và công khai danh mục giấy tờ đề "
            "nghị cắt bỏ để lấy ý kiến."
        ),
        published_at=moment("2025-03-18 09:00"),
        views=688,
        event=Event(
            day("2025-03-14"), "afternoon", "Phòng họp tầng 3, Sở Nội vụ, thành phố Lam Giang"
        ),
        byline=(QUAN,),
        participants=(
            Participant(
                "vi-van-toan", "ông", "Vi Văn Toản", ("Phó Giám đốc Sở Nội vụ",), "chaired"
            ),
            VAN_SPOKE,
        ),
        organisations=(
            Involved(DEPARTMENT, "host"),
            Involved(REFORM, "host"),
            Involved(OFFICE, "attending"),
        ),
        tags=("thủ tục hành chính", "hợp nhất", "người có công", "lao động"),
        body=(
            Photo(
                "document",
                2,
                "Danh mục thủ tục hành chính sau rà soát được ký ban hành ngày 14/3/2025.",
                "Văn bản có dấu đỏ và chữ ký đặt trên bìa hồ sơ đỏ, bên cạnh là bút máy và chén trà.",
                place="Sở Nội vụ",
            ),
            Paragraph(
                "Từ ngày 01/3/2025, Sở Nội vụ tiếp nhận chức năng về lao động, tiền lương, việc làm và người có công. Số thủ tục thuộc "
                "phạm vi quản lý của Sở tăng từ 71 lên 168. Hai tuần sau, danh mục chung đã được dựng xong và rà từng giấy tờ."
            ),
            Paragraph(
                "Tổ rà soát phát hiện 21 loại giấy tờ đang yêu cầu người dân nộp lại dù cơ quan nhà nước đã có, chẳng hạn bản sao quyết "
                "định hưởng trợ cấp khi xin cấp lại giấy xác nhận, hay sơ yếu lý lịch có chứng thực trong hồ sơ giới thiệu việc làm."
            ),
            Bullets(
                (
                    "9 giấy tờ thay bằng tra cứu cơ sở dữ liệu quốc gia về dân cư.",
                    "7 giấy tờ thay bằng dữ liệu Sở đã lưu khi giải quyết lần trước.",
                    "5 giấy tờ bỏ hẳn vì không dùng để ra quyết định.",
                )
            ),
            Paragraph(
                "Phó Giám đốc Sở Vi Văn Toản lưu ý việc cắt giấy tờ chỉ có ý nghĩa khi công chức được tra cứu dữ liệu thay cho dân. Vì "
                "vậy, 46 công chức của hai đơn vị trước hợp nhất được cấp quyền tra cứu và ký cam kết bảo mật ngay trong tháng Ba."
            ),
            Paragraph(
                "Danh mục đăng trên trang thông tin của Sở, nhận góp ý đến hết ngày 15/4. Những giấy tờ do luật và nghị định quy định sẽ "
                "được tổng hợp, kiến nghị Bộ Nội vụ xem xét."
            ),
        ),
    ),
    Article(
        slug="ba-ngay-dau-cua-58-trung-tam-phuc-vu-hanh-chinh-cong-cap-xa",
        section=SECTION,
        title="Ba ngày đầu của 58 trung tâm phục vụ hành chính công cấp xã: đông, bỡ ngỡ và không ai phải về không",
        lead=(
            "Từ ngày 01 đến 03/7/2025, các trung tâm mới tiếp nhận 4.870 hồ sơ. Phóng viên của trang thông tin ghi lại một ngày ở "
            "phường Bến Lam và xã Suối Chè."
        ),
        published_at=moment("2025-07-04 07:40"),
        views=3921,
        event=Event(
            day("2025-07-01"), "", "58 xã, phường của tỉnh Lam Giang", until=day("2025-07-03")
        ),
        byline=(DAT, HAN),
        organisations=(Involved(REFORM, "mentioned"), Involved(DEPARTMENT, "mentioned")),
        other_sections=("chinh-quyen-dia-phuong",),
        topics=("chinh-quyen-hai-cap",),
        tags=("trung tâm phục vụ hành chính công", "cấp xã", "chính quyền địa phương hai cấp"),
        body=(
            Paragraph(
                "Ngày 01/7/2025, mô hình chính quyền địa phương hai cấp vận hành trên cả nước. Tại Lam Giang, 58 trung tâm phục vụ hành "
                "chính công cấp xã mở cửa lúc bảy giờ, sớm hơn giờ hành chính nửa tiếng theo đề nghị của Sở Nội vụ."
            ),
            Gallery(
                "Một ngày ở quầy tiếp nhận",
                (
                    Photo(
                        "counter",
                        1,
                        "Người dân chờ đến lượt tại Trung tâm Phục vụ hành chính công phường Bến Lam, sáng 01/7/2025.",
                        "Ba người đàn ông nhìn từ phía sau đứng trước quầy; bên trên là dải biển hiệu đỏ và bảng số thứ tự.",
                        place="Phường Bến Lam",
                    ),
                    Photo(
                        "counter",
                        4,
                        "Công chức xã Suối Chè hướng dẫn hồ sơ trong buổi chiều đầu tiên.",
                        "Hai người dân đứng hai đầu quầy, bốn công chức ngồi làm việc bên máy tính.",
                        place="Xã Suối Chè",
                    ),
                    Photo(
                        "office",
                        3,
                        "Trụ sở mới của Ủy ban nhân dân phường Bến Lam, nơi đặt trung tâm phục vụ hành chính công.",
                        "Tòa nhà ba tầng dưới trời xanh, giữa mặt tiền là mảng gạch hoa đỏ, trên mái có cờ.",
                        place="Phường Bến Lam",
                    ),
                ),
            ),
            Paragraph(
                "Ở Bến Lam, số thứ tự chạy đến 300 trước mười giờ. Đa số không phải đến nộp hồ sơ mà để hỏi: sổ đỏ cũ có phải đổi không, "
                "giấy tờ ghi tên huyện còn dùng được không. Câu trả lời được in thành một tờ A4, dán ở cửa: giấy tờ cấp trước ngày "
                "01/7/2025 còn thời hạn thì vẫn dùng bình thường."
            ),
            Heading("Suối Chè: một đường truyền, hai chiếc máy in"),
            Paragraph(
                "Cách đó bảy mươi cây số, xã Suối Chè vào việc với một đường truyền chập chờn và hai chiếc máy in mượn của trường học. "
                "Khi mạng ngắt lúc hai giờ chiều, công chức ghi tay vào sổ, hẹn nhập sau. Đến tối, 64 hồ sơ đã lên đủ trên hệ thống."
            ),
            Paragraph(
                "Tổ hỗ trợ của Sở Nội vụ trực điện thoại đến 21 giờ mỗi ngày, nhận 517 cuộc gọi. Ba câu hỏi nhiều nhất từ chính công "
                "chức là phân quyền tài khoản, mẫu dấu mới và thẩm quyền ký chứng thực."
            ),
            Speech(
                "Ba hôm nay chị em tôi học nhiều hơn cả năm ngoái. Người dân thấy mình luống cuống thì lại bảo: cứ từ từ, hôm nay tôi "
                "rảnh.",
                "",
                "Bà Hà Thị Lưu",
                "Phó Giám đốc Trung tâm Phục vụ hành chính công xã Suối Chè",
            ),
            Paragraph(
                "Sau ba ngày, 4.870 hồ sơ được tiếp nhận, 2.115 hồ sơ trả ngay trong ngày. Không nơi nào phải từ chối tiếp nhận. Sở Nội "
                "vụ duy trì tổ hỗ trợ đến hết tháng Bảy và rút kinh nghiệm hằng tuần với từng cụm xã."
            ),
        ),
    ),
    Article(
        slug="kiem-tra-dot-xuat-mot-cua-12-xa-phuong",
        section=SECTION,
        title="Kiểm tra không báo trước tại 12 xã, phường: ba nơi được khen, hai nơi phải làm lại quy trình",
        lead=(
            "Đoàn kiểm tra đóng vai người dân đi hỏi thủ tục trước khi xuất trình quyết định. Thời gian chờ trung bình là mười bốn phút, "
            "nhưng có nơi tới năm mươi."
        ),
        published_at=moment("2025-11-14 16:00"),
        views=2236,
        byline=(QUAN,),
        organisations=(Involved(REFORM, "host"),),
        tags=("kiểm tra cải cách hành chính", "một cửa", "kỷ luật hành chính"),
        body=(
            Paragraph(
                "Trong hai tuần đầu tháng 11, đoàn của Sở Nội vụ kiểm tra cải cách hành chính tại 12 xã, phường, không thông báo lịch. "
                "Mỗi nơi, hai thành viên vào trước với tư cách người dân, hỏi về một thủ tục bốc thăm ngẫu nhiên, ghi lại thời gian và "
                "câu trả lời; nửa giờ sau đoàn mới làm việc chính thức."
            ),
            Photo(
                "counter",
                8,
                "Một buổi làm việc tại quầy tiếp nhận hồ sơ cấp xã trong đợt kiểm tra tháng 11/2025.",
                "Một phụ nữ áo xanh nhạt và một người đàn ông áo xanh đậm đứng trước quầy, công chức ngồi sau tấm chắn.",
                place="Tỉnh Lam Giang",
            ),
            Paragraph(
                "Ba nơi gồm phường Tân Giang, xã Đồng Mây và xã Mường Sen trả lời đúng, đủ ngay lần đầu và có phiếu ghi sẵn giấy tờ cần "
                "mang. Bảy nơi trả lời đúng nhưng thiếu một đến hai giấy tờ. Hai nơi hướng dẫn sai thẩm quyền, khiến người hỏi có thể "
                "phải đi thêm một lần."
            ),
            Heading("Lỗi của người hay lỗi của quy trình"),
            Paragraph(
                "Đoàn không kết luận ngay mà ngồi lại với công chức trực quầy để vẽ đường đi của hồ sơ. Ở cả hai nơi, nguyên nhân là quy "
                "trình nội bộ chép nguyên từ thời cấp huyện, chưa sửa bước chuyển hồ sơ sau ngày 01/7. Công chức đã báo nhưng không ai "
                "được giao sửa."
            ),
            Paragraph(
                "Sở yêu cầu hai xã hoàn thành quy trình mới trong mười ngày và cử người kèm tại chỗ. Cả hai được kiểm tra lại trước khi "
                "công bố tên; đến ngày 13/11, quy trình sửa xong đã được niêm yết."
            ),
            Paragraph(
                "Kết quả kiểm tra được tính vào chỉ số cải cách hành chính cấp xã năm 2025, lần đầu công bố vào tháng 4/2026. Đợt kiểm tra "
                "tiếp theo không công bố thời gian."
            ),
        ),
    ),
    Article(
        slug="chi-so-cai-cach-hanh-chinh-2025",
        section=SECTION,
        title="Chỉ số cải cách hành chính năm 2025: lần đầu xếp hạng 58 xã, phường theo tiếng nói của người dân",
        lead=(
            "Phường Bến Lam dẫn đầu với 91,3 điểm; xã vùng cao Phiêng Sơn gây bất ngờ ở vị trí thứ tư. Điểm bình quân cấp xã đạt 82,7."
        ),
        published_at=moment("2026-04-22 11:30"),
        views=2870,
        event=Event(
            day("2026-04-22"), "morning", "Hội trường Sở Nội vụ, phường Bến Lam, tỉnh Lam Giang"
        ),
        byline=(QUAN, PHOTOS_BY_DAT),
        participants=(NGHIA_CHAIRED, VAN_SPOKE),
        organisations=(Involved(REFORM, "host"), Involved(DEPARTMENT, "host")),
        topics=("chinh-quyen-hai-cap",),
        tags=("chỉ số cải cách hành chính", "cấp xã", "sự hài lòng"),
        related=(
            "cong-bo-chi-so-cai-cach-hanh-chinh-2023",
            "kiem-tra-dot-xuat-mot-cua-12-xa-phuong",
        ),
        body=(
            Photo(
                "hall",
                9,
                "Quang cảnh hội nghị công bố chỉ số cải cách hành chính năm 2025 cấp sở, cấp xã.",
                "Sân khấu rèm xanh tím với phông xanh và một phụ nữ áo xanh lá đứng ở bục; hàng ghế phía trước kín người.",
                place="Hội trường Sở Nội vụ",
            ),
            Paragraph(
                "Sáng 22/4, Sở Nội vụ công bố chỉ số cải cách hành chính năm 2025. Đây là lần đầu 58 xã, phường được chấm riêng, với kỳ "
                "tính điểm từ ngày 01/7 đến 31/12/2025, sáu tháng đầu của mô hình mới. Vì kỳ ngắn, bảng xếp hạng được khuyến nghị dùng "
                "để tự soi, chưa dùng để xét thi đua."
            ),
            Table(
                "Năm xã, phường có điểm cao nhất",
                ("Xã, phường", "Tổng điểm", "Người dân chấm", "Đúng hạn (%)"),
                (
                    ("Phường Bến Lam", "91,3", "27,9/30", "98,9"),
                    ("Phường Tân Giang", "90,1", "26,8/30", "98,4"),
                    ("Xã Đồng Mây", "89,6", "27,5/30", "97,7"),
                    ("Xã Phiêng Sơn", "88,8", "28,6/30", "95,2"),
                    ("Xã Mường Sen", "88,4", "27,1/30", "96,9"),
                ),
                numbers=(1, 3),
                source="Sở Nội vụ tỉnh Lam Giang, tháng 4/2026",
            ),
            Photo(
                "speech",
                6,
                "Ông Trần Hữu Nghĩa, Phó Giám đốc Sở Nội vụ, phân tích kết quả khảo sát người dân.",
                "Người đàn ông tóc hoa râm, áo sơ mi trắng, đứng sau bục có hoa trước phông đỏ.",
                people=("tran-huu-nghia",),
                place="Hội trường Sở Nội vụ",
            ),
            Paragraph(
                "Phiêng Sơn có tỷ lệ đúng hạn chỉ ở mức khá nhưng được người dân chấm cao nhất tỉnh. Đọc phần ý kiến tự do, nhóm khảo sát "
                "thấy cùng một lý do lặp lại: công chức gọi điện báo trước khi trễ hẹn và nói rõ vì sao. Ngược lại, ba nơi đúng hạn trên "
                "99% lại bị trừ điểm vì kết quả trả bằng tin nhắn khó hiểu."
            ),
            Paragraph(
                "Với khối sở, Sở Tài chính đứng đầu (93,2 điểm), Sở Nội vụ xếp thứ ba. Phó Giám đốc Sở Trần Hữu Nghĩa công khai phần bị "
                "trừ điểm của chính cơ quan mình: bảy văn bản trả lời cơ sở quá hạn trong tháng Mười, tháng bận nhất của công tác cán bộ."
            ),
            Paragraph(
                "Toàn bộ bộ tiêu chí, cách tính và bảng điểm chi tiết đăng kèm thông báo này. Xã, phường có ý kiến khác về điểm số gửi phản "
                "hồi trong mười ngày làm việc; kết quả xem xét lại sẽ được công bố bằng văn bản."
            ),
        ),
    ),
    Article(
        slug="mot-cua-luu-dong-o-cho-phien-phieng-son",
        section=SECTION,
        title="Một cửa lưu động giữa chợ phiên Phiêng Sơn: nộp hồ sơ trước, mua muối sau, chiều cầm kết quả về",
        lead=(
            "Mỗi phiên chợ thứ Năm, hai chiếc bàn gấp và một máy in chạy ắc quy giải quyết từ bốn mươi đến sáu mươi hồ sơ cho bà con "
            "năm bản xa nhất xã."
        ),
        published_at=moment("2026-11-13 09:25"),
        views=574,
        event=Event(day("2026-11-12"), "morning", "Chợ phiên xã Phiêng Sơn, tỉnh Lam Giang"),
        byline=(HAN, PHOTOS_BY_DAT),
        organisations=(Involved(REFORM, "mentioned"),),
        tags=("một cửa lưu động", "chợ phiên", "Phiêng Sơn"),
        related=("to-cong-nghe-so-cong-dong-den-tung-bep-lua",),
        body=(
            Photo(
                "counter",
                5,
                "Bà con làm thủ tục tại điểm tiếp nhận hồ sơ ở nhà chợ Phiêng Sơn, sáng 12/11/2026.",
                "Ba người dân nhìn từ phía sau trước dãy quầy; bốn công chức ngồi làm việc, bên phải có chậu cây xanh.",
                place="Xã Phiêng Sơn",
            ),
            Paragraph(
                "Sáu giờ sáng, sương còn kín lối, hai công chức Trung tâm Phục vụ hành chính công xã Phiêng Sơn đã kê xong bàn ở góc nhà "
                "chợ, cạnh hàng muối. Chỗ ấy được chọn có chủ ý: gần như ai xuống chợ cũng ghé mua muối."
            ),
            Paragraph(
                "Cách làm đơn giản. Người dân nộp giấy tờ lúc đến, nhận một tấm thẻ gỗ có số, đi chợ như thường lệ. Công chức nhập hồ sơ "
                "ngay tại bàn, gửi lãnh đạo xã ký số từ trụ sở. Đến ba giờ chiều, trước lúc tan chợ, loa đọc số mời lên nhận kết quả."
            ),
            Paragraph(
                "Phiên ngày 12/11 có 53 hồ sơ, trong đó 47 hồ sơ trả ngay. Nhiều nhất vẫn là khai sinh, xác nhận cư trú, chứng thực bản "
                "sao. Riêng thủ tục đất đai chỉ nhận và hẹn, vì phải kiểm tra thực địa."
            ),
            Heading("Từ một câu hỏi ở buổi họp bản"),
            Paragraph(
                "Ý tưởng đến từ buổi họp bản tháng Hai, khi cụ Lò Văn Ím hỏi: sao cán bộ không ra chợ, chợ thì tuần nào dân cũng xuống. Xã "
                "thử ba phiên, thấy được, xin thêm máy in chạy ắc quy và một bộ phát sóng. Tổng chi phí chưa đến ba mươi triệu đồng."
            ),
            Paragraph(
                "Mười bảy xã vùng cao khác đã đến xem. Sở Nội vụ đề nghị các xã không sao chép nguyên mẫu mà trả lời trước một câu: người "
                "dân xã mình thường gặp nhau ở đâu, vào lúc nào."
            ),
        ),
    ),
)
