"""Công chức – Viên chức."""

from __future__ import annotations

from ..people import ARCHIVES, COMMITTEE, DEPARTMENT, STAFFING
from ..shapes import (
    Article,
    Bullets,
    Correction,
    Event,
    Heading,
    Involved,
    Paragraph,
    Participant,
    Photo,
    Source,
    Speech,
    Table,
    day,
    moment,
)
from .people_in_print import HAN, KHAI_CHAIRED, KHANG_SPOKE, NGA, PHOTOS_BY_DAT

SECTION = "cong-chuc-vien-chuc"

ARTICLES = (
    Article(
        slug="tuyen-dung-86-cong-chuc-nam-2024",
        section=SECTION,
        title="Lam Giang tuyển 86 công chức năm 2024: những mốc thời gian và giấy tờ thí sinh hay nhầm",
        lead=(
            "Hồ sơ nhận từ ngày 20/5 đến hết ngày 18/6, chủ yếu qua bưu chính và trực tuyến. Thí sinh chỉ nộp phiếu đăng ký dự tuyển, "
            "chưa cần bản sao văn bằng."
        ),
        published_at=moment("2024-05-15 08:00"),
        views=3548,
        byline=(NGA,),
        organisations=(Involved(STAFFING, "host"), Involved(DEPARTMENT, "host")),
        topics=("tuyen-dung",),
        tags=("tuyển dụng công chức", "thi tuyển", "phiếu đăng ký dự tuyển"),
        body=(
            Paragraph(
                "Hội đồng tuyển dụng công chức tỉnh thông báo kỳ thi tuyển năm 2024 với 86 chỉ tiêu, gồm 31 chỉ tiêu ở các sở và 55 chỉ "
                "tiêu ở cấp huyện. Vị trí cần nhiều người nhất là quản lý đất đai, kế toán và công nghệ thông tin."
            ),
            Heading("Thi hai vòng, vòng một trên máy tính"),
            Paragraph(
                "Vòng một thi trắc nghiệm trên máy, gồm 60 câu kiến thức chung làm trong 60 phút và 30 câu ngoại ngữ làm trong 30 phút. Thí "
                "sinh trả lời đúng từ 50% số câu mỗi phần trở lên được vào vòng hai. Điểm hiện ngay trên màn hình khi nộp bài."
            ),
            Paragraph(
                "Vòng hai là môn nghiệp vụ chuyên ngành, năm nay thi viết đối với toàn bộ vị trí ở cấp sở và phỏng vấn đối với cấp huyện. "
                "Nội dung ôn tập đã đăng tại mục Tuyển dụng, đúng theo khung năng lực của từng vị trí, không phát hành tài liệu ôn riêng."
            ),
            Table(
                "Các mốc thời gian",
                ("Việc", "Thời gian"),
                (
                    ("Nhận phiếu đăng ký dự tuyển", "20/5 – 18/6/2024"),
                    ("Công bố danh sách đủ điều kiện", "trước 05/7/2024"),
                    ("Thi vòng một", "20 – 21/7/2024"),
                    ("Thi vòng hai", "17/8/2024"),
                    ("Công bố kết quả", "trước 15/9/2024"),
                ),
                source="Hội đồng tuyển dụng công chức tỉnh",
            ),
            Heading("Bốn lỗi làm mất cơ hội"),
            Bullets(
                (
                    "Đăng ký hai vị trí trong cùng một kỳ thi: cả hai phiếu đều không hợp lệ.",
                    "Ghi chuyên ngành theo cách gọi quen miệng, không theo văn bằng.",
                    "Khai thiếu thời hạn của chứng chỉ ngoại ngữ dùng để xin miễn thi.",
                    "Chờ đến ngày cuối mới nộp trực tuyến, khi hệ thống đông người truy cập.",
                )
            ),
            Paragraph(
                "Phòng Công chức - Viên chức trực điện thoại 0200 3 555 024 trong giờ hành chính suốt thời gian nhận phiếu. Mọi khoản thu "
                "ngoài phí dự tuyển đã niêm yết đều trái quy định; thí sinh gặp trường hợp này xin báo ngay cho Sở."
            ),
        ),
    ),
    Article(
        slug="luong-co-so-2-34-trieu-dong-hoi-va-dap",
        section=SECTION,
        title="Lương cơ sở 2,34 triệu đồng từ ngày 01/7/2024: giải đáp bảy câu hỏi gửi về Sở Nội vụ",
        lead=(
            "Nghị định số 73/2024/NĐ-CP nâng mức lương cơ sở thêm 30% và quy định quỹ tiền thưởng hằng năm. Dưới đây là cách tính với "
            "vài trường hợp thường gặp."
        ),
        published_at=moment("2024-07-08 10:40"),
        views=4052,
        byline=(NGA, HAN),
        organisations=(Involved(STAFFING, "host"),),
        tags=("lương cơ sở", "tiền thưởng", "Nghị định 73/2024/NĐ-CP"),
        body=(
            Photo(
                "document",
                3,
                "Văn bản hướng dẫn của Sở Nội vụ về mức lương cơ sở mới được gửi đến các đơn vị đầu tháng 7/2024.",
                "Tờ văn bản có dấu đỏ đặt trên bìa hồ sơ màu xanh, góc trên bên trái là một chén trà.",
                place="Sở Nội vụ",
            ),
            Paragraph(
                "Từ ngày 01/7/2024, mức lương cơ sở tăng từ 1.800.000 đồng lên 2.340.000 đồng mỗi tháng theo Nghị định số 73/2024/NĐ-CP. "
                "Trong tuần đầu, Sở Nội vụ nhận 143 câu hỏi; bài này trả lời những câu trùng nhau nhiều nhất."
            ),
            Heading("Tính lương tháng Bảy thế nào?"),
            Paragraph(
                "Lấy hệ số lương hiện hưởng nhân với 2.340.000 đồng; các phụ cấp tính theo mức lương cơ sở cũng nhân tương tự. Bảng dưới "
                "đây chưa gồm phụ cấp và các khoản đóng bảo hiểm."
            ),
            Table(
                "Mức lương theo một số hệ số",
                ("Hệ số", "Trước 01/7/2024 (đồng)", "Từ 01/7/2024 (đồng)"),
                (
                    ("2,34", "4.212.000", "5.475.600"),
                    ("3,00", "5.400.000", "7.020.000"),
                    ("3,99", "7.182.000", "9.336.600"),
                    ("4,40", "7.920.000", "10.296.000"),
                ),
                numbers=(0, 1, 2),
            ),
            Heading("Quỹ tiền thưởng có phải quỹ khen thưởng không?"),
            Paragraph(
                "Không. Quỹ tiền thưởng hằng năm bằng 10% tổng quỹ tiền lương, không gồm phụ cấp, và nằm ngoài quỹ khen thưởng theo Luật Thi "
                "đua, khen thưởng. Người đứng đầu đơn vị ban hành quy chế; tiền thưởng gắn với thành tích đột xuất và kết quả xếp loại "
                "cuối năm, không chia đều."
            ),
            Paragraph(
                "Người đang tập sự hưởng 85% mức lương bậc một cũng được tính theo mức lương cơ sở mới. Viên chức ở đơn vị tự bảo đảm chi "
                "thường xuyên được trả từ nguồn thu của đơn vị; đơn vị có khó khăn lập phương án gửi Sở Tài chính trước ngày 31/8."
            ),
        ),
        corrections=(
            Correction(
                day("2024-07-09"),
                "Dòng hệ số 3,99 trong bản đăng ngày 08/7 ghi mức mới là 9.363.600 đồng; số đúng là 9.336.600 đồng.",
                changes_a_fact=True,
            ),
        ),
    ),
    Article(
        slug="boi-duong-ky-nang-so-theo-viec-that",
        section=SECTION,
        title="Bồi dưỡng kỹ năng số theo việc thật: học viên mang hồ sơ đang xử lý đến lớp, làm xong mới về",
        lead=(
            "240 công chức cấp huyện, cấp xã học trong tám lớp, mỗi lớp ba ngày. Bài kiểm tra cuối khóa là một hồ sơ công việc được ký "
            "số và lưu đúng chuẩn."
        ),
        published_at=moment("2024-11-22 15:10"),
        views=519,
        event=Event(
            day("2024-11-19"),
            "",
            "Trường Chính trị tỉnh, thành phố Lam Giang",
            until=day("2024-11-21"),
        ),
        byline=(NGA, PHOTOS_BY_DAT),
        participants=(
            Participant(
                "do-nhat-quan",
                "ông",
                "Đỗ Nhật Quân",
                ("Chuyên viên Phòng Cải cách hành chính, Sở Nội vụ",),
                "spoke",
            ),
        ),
        organisations=(Involved(STAFFING, "host"), Involved(ARCHIVES, "attending")),
        topics=("chuyen-doi-so",),
        tags=("bồi dưỡng", "kỹ năng số", "chữ ký số"),
        body=(
            Photo(
                "training",
                18,
                "Ông Đỗ Nhật Quân hướng dẫn lập hồ sơ công việc trên môi trường điện tử, ngày 20/11/2024.",
                "Người đàn ông mặc com lê xanh chỉ lên màn chiếu; học viên ngồi hai dãy bàn, trước mặt là máy tính xách tay.",
                people=("do-nhat-quan",),
                place="Trường Chính trị tỉnh",
            ),
            Paragraph(
                "Điều kiện nhập học khá lạ: mỗi người phải mang theo một hồ sơ thật đang xử lý dở. Trong ba ngày, học viên lần lượt tạo lập "
                "hồ sơ điện tử, đặt tên tệp, ký số, chuyển xử lý và nộp lưu đúng hồ sơ ấy, có giảng viên ngồi cạnh."
            ),
            Paragraph(
                "Cách học này xuất phát từ khảo sát hồi tháng Tám. 78% công chức được hỏi từng dự ít nhất hai lớp tin học, nhưng chỉ 31% "
                "tự tin lập một hồ sơ công việc điện tử từ đầu đến cuối. Phần lớn nói rằng về cơ quan không nhớ thao tác vì bài tập ở lớp "
                "không giống việc của mình."
            ),
            Paragraph(
                "Trung tâm Lưu trữ lịch sử tỉnh cử người dạy buổi cuối, chỉ ra những lỗi khiến tài liệu điện tử mất giá trị về sau: thiếu "
                "chữ ký số của cơ quan, ảnh chụp thay cho bản gốc, tên tệp chỉ toàn chữ số."
            ),
            Paragraph(
                "Sau bốn lớp đầu, 113 trong 120 học viên hoàn thành bài cuối khóa. Bảy người chưa đạt được hẹn học lại miễn phí vào tháng "
                "12, cùng nhóm của chính đơn vị mình để tiện hỗ trợ nhau sau khóa học."
            ),
        ),
    ),
    Article(
        slug="bo-tri-cong-chuc-ve-58-xa-phuong-truoc-1-7-2025",
        section=SECTION,
        title="Hơn 2.300 công chức nhận nhiệm vụ ở 58 xã, phường mới: bố trí theo việc, có tính đường về nhà",
        lead=(
            "Phương án nhân sự được công khai hai vòng trước khi quyết định. 214 trường hợp được điều chỉnh vì hoàn cảnh gia đình hoặc "
            "khoảng cách đi lại quá xa."
        ),
        published_at=moment("2025-06-24 17:30"),
        views=3790,
        event=Event(day("2025-06-23"), "afternoon", "Hội trường Sở Nội vụ, thành phố Lam Giang"),
        byline=(HAN, NGA),
        participants=(KHAI_CHAIRED, KHANG_SPOKE),
        organisations=(
            Involved(DEPARTMENT, "host"),
            Involved(STAFFING, "host"),
            Involved(COMMITTEE, "mentioned"),
        ),
        other_sections=("chinh-quyen-dia-phuong",),
        topics=("chinh-quyen-hai-cap",),
        tags=("bố trí công chức", "cấp xã", "sắp xếp tổ chức bộ máy"),
        body=(
            Photo(
                "office",
                7,
                "Trụ sở Sở Nội vụ tỉnh Lam Giang những ngày cuối tháng 6/2025.",
                "Tòa nhà ba tầng lúc hoàng hôn, mặt tiền có mảng gạch hoa màu gạch nung, hai bên là cây xanh.",
                place="Sở Nội vụ",
            ),
            Paragraph(
                "Chiều 23/6, Sở Nội vụ thông báo kết quả bố trí nhân sự cho 58 xã, phường đi vào hoạt động từ ngày 01/7. Tổng cộng 2.312 "
                "công chức được phân công, trong đó 871 người từ cấp huyện, 96 người từ cấp sở và số còn lại từ các xã trước sắp xếp."
            ),
            Paragraph(
                "Nguyên tắc được nhắc nhiều nhất là người theo việc: mỗi phòng chuyên môn của xã phải có ít nhất một người đã làm đúng lĩnh "
                "vực đó từ ba năm. Riêng đất đai và tài chính, mỗi xã có hai người."
            ),
            Photo(
                "speech",
                16,
                "Ông Chu Đình Khang, Trưởng Phòng Công chức - Viên chức, giải thích cách chấm điểm phương án bố trí.",
                "Người đàn ông mặc com lê xám đứng sau bục có hoa, phía sau là rèm màu ngà và phông xanh.",
                people=("chu-dinh-khang",),
                place="Hội trường Sở Nội vụ",
            ),
            Heading("Công khai hai vòng"),
            Paragraph(
                "Dự thảo danh sách được gửi đến từng người hai lần, cách nhau năm ngày. Sở nhận 389 ý kiến, điều chỉnh 214 trường hợp, nhiều "
                "nhất là phụ nữ đang nuôi con dưới 36 tháng và người có nhà cách nơi làm việc mới trên sáu mươi cây số."
            ),
            Speech(
                "Có những đề nghị chúng tôi không đáp ứng được, và đã gọi điện nói lý do cho từng người. Im lặng mới là điều khiến anh em "
                "nản lòng.",
                "chu-dinh-khang",
                "Ông Chu Đình Khang",
                "Trưởng Phòng Công chức - Viên chức, Sở Nội vụ",
            ),
            Paragraph(
                "Với 407 người có nguyện vọng nghỉ theo chính sách sắp xếp tổ chức bộ máy, hồ sơ được giải quyết cuốn chiếu, ưu tiên người "
                "còn ít thời gian công tác. Giám đốc Sở Phùng Đăng Khải đề nghị các đơn vị tổ chức chia tay chu đáo, trả lời dứt điểm chế "
                "độ trước ngày 30/6."
            ),
            Paragraph(
                "Ba tháng sau ngày 01/7, Sở sẽ khảo sát lại khối lượng công việc thực tế của từng xã để điều chỉnh biên chế, tránh nơi quá "
                "tải, nơi nhàn rỗi."
            ),
        ),
    ),
    Article(
        slug="luat-can-bo-cong-chuc-2025-chuyen-sang-vi-tri-viec-lam",
        section=SECTION,
        title="Triển khai Luật Cán bộ, công chức năm 2025: từ thi nâng ngạch sang làm việc nào, hưởng theo việc ấy",
        lead=(
            "Công chức xã và công chức tỉnh từ nay chung một khung tiêu chuẩn. Hội nghị của Sở Nội vụ dành cả buổi chiều để trả lời câu "
            "hỏi từ điểm cầu các xã."
        ),
        published_at=moment("2025-08-14 09:15"),
        views=2318,
        event=Event(
            day("2025-08-13"),
            "afternoon",
            "Hội trường Sở Nội vụ và 58 điểm cầu xã, phường, tỉnh Lam Giang",
        ),
        byline=(NGA, PHOTOS_BY_DAT),
        participants=(KHAI_CHAIRED, KHANG_SPOKE),
        organisations=(Involved(STAFFING, "host"), Involved(DEPARTMENT, "host")),
        tags=("Luật Cán bộ, công chức", "vị trí việc làm", "công chức cấp xã"),
        body=(
            Photo(
                "hall",
                3,
                "Điểm cầu chính của hội nghị triển khai Luật Cán bộ, công chức năm 2025, chiều 13/8/2025.",
                "Hội trường rèm xanh rêu với phông xanh, sáu người ngồi bàn chủ tọa và một người đứng ở bục phát biểu.",
                place="Hội trường Sở Nội vụ",
            ),
            Paragraph(
                "Luật Cán bộ, công chức số 80/2025/QH15 có hiệu lực từ ngày 01/7/2025, cùng lúc với mô hình chính quyền địa phương hai cấp. "
                "Điểm dễ thấy nhất đối với cơ sở là chế độ công vụ thống nhất từ trung ương đến cấp xã: không còn một hệ tiêu chuẩn riêng "
                "cho công chức xã."
            ),
            Paragraph(
                "Luật lấy vị trí việc làm làm gốc của tuyển dụng, bố trí, đánh giá và trả lương. Kỳ thi nâng ngạch được bỏ; người được bố "
                "trí vào vị trí nào thì xếp ngạch tương ứng với vị trí đó nếu đủ tiêu chuẩn."
            ),
            Photo(
                "speech",
                210,
                "Ông Phùng Đăng Khải, Giám đốc Sở Nội vụ, giải đáp câu hỏi của các điểm cầu.",
                "Người đàn ông mặc com lê xanh sẫm đứng sau bục có hoa, rèm phía sau màu xanh rêu.",
                people=("phung-dang-khai",),
                place="Hội trường Sở Nội vụ",
            ),
            Heading("Ba câu hỏi được nhắc lại nhiều lần"),
            Bullets(
                (
                    "Công chức đang hưởng lương theo ngạch cũ có bị giảm không? – Giữ nguyên mức hiện hưởng cho đến khi có quy định mới về tiền lương.",
                    "Một người kiêm hai mảng việc thì xếp vị trí nào? – Theo mảng chiếm phần lớn thời gian, ghi rõ trong bản mô tả công việc.",
                    "Xã thiếu người có chuyên môn sâu thì làm gì? – Được ký hợp đồng với chuyên gia, người có kinh nghiệm theo quy định.",
                )
            ),
            Paragraph(
                "Sở Nội vụ đặt mốc tháng 12/2025 cho việc xây dựng bản mô tả công việc mẫu của 22 vị trí ở cấp xã. Bản thảo sẽ do chính công "
                "chức đang làm việc viết trước, phòng chuyên môn của Sở chỉ chuẩn hóa câu chữ và rà thẩm quyền."
            ),
        ),
    ),
    Article(
        slug="danh-gia-cong-chuc-theo-san-pham-sau-bon-thang",
        section=SECTION,
        title="Bốn tháng đánh giá công chức theo sản phẩm: bớt họp bình xét, thêm tranh luận về cách tính việc khó",
        lead=(
            "Từ ngày 01/01/2026, công chức được theo dõi, chấm điểm hằng tháng theo kết quả công việc. Khảo sát 640 người cho thấy điều "
            "được và điều còn gợn."
        ),
        published_at=moment("2026-05-12 14:00"),
        views=1693,
        event=Event(
            day("2026-05-11"), "morning", "Hội trường Sở Nội vụ, phường Bến Lam, tỉnh Lam Giang"
        ),
        byline=(HAN,),
        participants=(
            Participant(
                "hua-thi-bich-nga",
                "bà",
                "Hứa Thị Bích Ngà",
                ("Phó Trưởng Phòng Công chức - Viên chức, Sở Nội vụ",),
                "spoke",
            ),
        ),
        organisations=(Involved(STAFFING, "host"),),
        tags=("đánh giá công chức", "sản phẩm công việc", "KPI"),
        body=(
            Photo(
                "training",
                15,
                "Bà Hứa Thị Bích Ngà, Phó Trưởng Phòng Công chức - Viên chức, trình bày kết quả khảo sát sáng 11/5/2026.",
                "Người phụ nữ mặc áo dài vàng chỉ vào biểu đồ trên màn chiếu; học viên ngồi trước các máy tính xách tay.",
                people=("hua-thi-bich-nga",),
                place="Hội trường Sở Nội vụ",
            ),
            Paragraph(
                "Sau bốn tháng, 100% sở và 54 trong 58 xã, phường đã chấm điểm công chức trên phần mềm dùng chung. Thời gian họp bình xét "
                "cuối tháng giảm còn trung bình 25 phút một phòng, trước đây thường mất cả buổi chiều."
            ),
            Paragraph(
                "Khảo sát ẩn danh 640 công chức cho thấy 68% đồng ý rằng điểm số phản ánh đúng công sức, 19% lưỡng lự và 13% không đồng ý. "
                "Nhóm không đồng ý tập trung ở những việc khó đếm: hòa giải, dân vận, giải quyết đơn thư kéo dài nhiều năm."
            ),
            Heading("Một vụ hòa giải bằng mấy tờ trình?"),
            Paragraph(
                "Câu hỏi của một công chức tư pháp xã Khe Lúa trở thành chủ đề chính của buổi trao đổi. Anh mất mười một buổi tối để hai nhà "
                "thôi kiện nhau vì con mương, nhưng trên hệ thống chỉ ghi một sản phẩm. Trong khi đó, một tờ trình soạn nửa ngày cũng được "
                "tính một."
            ),
            Paragraph(
                "Phòng Công chức - Viên chức đưa ra phương án thử nghiệm tại sáu xã: mỗi loại việc có hệ số do chính tập thể thỏa thuận đầu "
                "quý, công khai và không sửa giữa chừng. Người đứng đầu được cộng điểm cho việc phát sinh, nhưng phải ghi lý do để đồng "
                "nghiệp đọc được."
            ),
            Speech(
                "Không có thang điểm nào hoàn hảo. Nhưng một thang điểm ai cũng biết trước thì dễ chịu hơn một sự cảm thông không ai biết.",
                "hua-thi-bich-nga",
                "Bà Hứa Thị Bích Ngà",
                "Phó Trưởng Phòng Công chức - Viên chức, Sở Nội vụ",
            ),
            Paragraph(
                "Kết quả thử nghiệm được báo cáo vào tháng Chín, trước khi tỉnh ban hành danh mục sản phẩm chuẩn cho năm 2027."
            ),
        ),
    ),
    Article(
        slug="luat-vien-chuc-co-hieu-luc-tu-1-7-2026",
        section=SECTION,
        title="Luật Viên chức mới có hiệu lực từ ngày 01/7/2026: năm thay đổi giáo viên, bác sĩ cần biết sớm",
        lead=(
            "Vị trí việc làm thay cho hạng chức danh làm căn cứ quản lý; viên chức được mở rộng quyền ký hợp đồng làm chuyên môn bên "
            "ngoài. Thời hạn chuyển tiếp kéo dài đến giữa năm 2027."
        ),
        published_at=moment("2026-07-02 08:20"),
        views=2954,
        byline=(NGA,),
        organisations=(Involved(STAFFING, "host"), Involved(ARCHIVES, "mentioned")),
        tags=("Luật Viên chức", "vị trí việc làm", "đơn vị sự nghiệp công lập"),
        source=Source(
            "Cổng Thông tin điện tử tỉnh Lam Giang", "https://lamgiang.example/luat-vien-chuc-2025"
        ),
        body=(
            Paragraph(
                "Luật Viên chức (sửa đổi) được Quốc hội thông qua ngày 10/12/2025, gồm 6 chương, 43 điều, có hiệu lực từ ngày 01/7/2026. "
                "Tỉnh Lam Giang hiện có hơn 11.800 viên chức, gần ba phần tư làm việc trong ngành giáo dục và y tế."
            ),
            Bullets(
                (
                    "Tuyển dụng, bố trí, đánh giá, trả lương đều căn cứ vào vị trí việc làm; vị trí chia ba nhóm: quản lý, chuyên môn nghiệp vụ và hỗ trợ.",
                    "Tuyển dụng bằng thi tuyển hoặc xét tuyển; có thêm hình thức tiếp nhận người đã có kinh nghiệm ở khu vực công và khu vực tư.",
                    "Viên chức được ký hợp đồng thực hiện hoạt động nghề nghiệp với đơn vị khác nếu pháp luật không cấm và không vi phạm quy tắc nghề nghiệp.",
                    "Đánh giá theo sản phẩm, kết quả công việc, làm liên tục trong năm.",
                    "Chậm nhất ngày 01/7/2027, đơn vị hoàn thành bố trí viên chức vào vị trí việc làm và xếp lương tương ứng.",
                ),
                ordered=True,
            ),
            Heading("Việc cần làm ngay ở trường học, trạm y tế"),
            Paragraph(
                "Trước ngày 30/9, mỗi đơn vị rà lại bản mô tả công việc của từng vị trí và lấy ý kiến người đang làm. Đơn vị không tự đặt "
                "thêm chứng chỉ ngoài tiêu chuẩn của vị trí; Sở Nội vụ sẽ trả lại đề án có yêu cầu như vậy."
            ),
            Paragraph(
                "Viên chức đang trong hợp đồng làm việc không phải ký lại. Thời gian giữ hạng chức danh nghề nghiệp trước ngày 01/7/2026 "
                "được bảo lưu để xem xét khi bố trí vào vị trí mới."
            ),
            Paragraph(
                "Câu hỏi về trường hợp cụ thể xin gửi đến hộp thư congchucvienchuc.snv@lamgiang.example, ghi rõ đơn vị và vị trí đang làm. "
                "Sở trả lời trong năm ngày làm việc và tổng hợp những câu hỏi chung để đăng lại tại chuyên mục này."
            ),
        ),
    ),
    Article(
        slug="ky-tuyen-dung-cong-chuc-2026-vao-vong-phong-van",
        section=SECTION,
        title="Kỳ tuyển dụng công chức năm 2026: 318 thí sinh vào vòng phỏng vấn, công khai ngân hàng tình huống",
        lead=(
            "Lần đầu tiên, hội đồng đăng trước sáu mươi tình huống công vụ; đề phỏng vấn bốc thăm trong số đó. Ban giám khảo có một "
            "thành viên đến từ xã."
        ),
        published_at=moment("2026-10-23 16:25"),
        views=2765,
        event=Event(
            day("2026-10-22"), "morning", "Trường Chính trị tỉnh, phường Tân Giang, tỉnh Lam Giang"
        ),
        byline=(HAN, PHOTOS_BY_DAT),
        participants=(KHANG_SPOKE,),
        organisations=(Involved(STAFFING, "host"), Involved(DEPARTMENT, "host")),
        topics=("tuyen-dung",),
        tags=("tuyển dụng công chức", "phỏng vấn", "tình huống công vụ"),
        related=("tuyen-dung-86-cong-chuc-nam-2024",),
        body=(
            Photo(
                "training",
                16,
                "Ông Chu Đình Khang phổ biến quy chế vòng phỏng vấn cho thí sinh, sáng 22/10/2026.",
                "Người đàn ông mặc com lê xám đứng cạnh màn chiếu, hai dãy thí sinh ngồi nhìn lên.",
                people=("chu-dinh-khang",),
                place="Trường Chính trị tỉnh",
            ),
            Paragraph(
                "Vòng một kỳ tuyển dụng công chức năm 2026 kết thúc ngày 18/10 với 1.026 thí sinh dự thi trên máy tính. 318 người đạt yêu "
                "cầu, tranh 104 chỉ tiêu, trong đó 83 chỉ tiêu ở cấp xã. Điểm thi được công bố ngay khi nộp bài và không có khiếu nại."
            ),
            Paragraph(
                "Trước vòng phỏng vấn, hội đồng đăng công khai sáu mươi tình huống công vụ do các xã, phường gửi về: người dân mang hồ sơ "
                "của em họ đến nộp thay, trưởng thôn đề nghị xác nhận trước rồi bổ sung giấy tờ sau, hai sở cho hai câu trả lời khác nhau."
            ),
            Heading("Không có đáp án duy nhất"),
            Paragraph(
                "Giám khảo chấm theo bốn tiêu chí: đúng thẩm quyền, đặt mình vào vị trí người dân, biết hỏi thêm và nói rõ ràng. Mỗi ban có "
                "một thành viên là chủ tịch hoặc phó chủ tịch xã, người sẽ trực tiếp làm việc với người trúng tuyển."
            ),
            Paragraph(
                "Em Lèng Thị Xuân, 23 tuổi, thí sinh vị trí văn hóa – xã hội, cho biết đã cùng bạn tập trả lời từng tình huống qua điện "
                "thoại. “Có câu em hỏi cả bố, vì bố làm trưởng thôn. Hóa ra bố xử lý còn khéo hơn em đọc trong sách”."
            ),
            Paragraph(
                "Phỏng vấn diễn ra từ ngày 26 đến 30/10. Kết quả công bố trước ngày 20/11; người trúng tuyển nhận việc từ đầu tháng 12 và "
                "được giao một người hướng dẫn trong thời gian tập sự."
            ),
        ),
    ),
)
