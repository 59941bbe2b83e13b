"""Thi đua – Khen thưởng."""

from __future__ import annotations

from ..people import (
    BAC_KAN,
    COMMITTEE,
    COUNCIL,
    DEPARTMENT,
    EMULATION,
    MINISTRY,
    REFORM,
    RIVER_CLUSTER,
    THAI_NGUYEN,
)
from ..shapes import (
    Article,
    AwardsBox,
    Bullets,
    Byline,
    Correction,
    Event,
    Heading,
    Involved,
    Paragraph,
    Participant,
    Photo,
    Source,
    Speech,
    day,
    moment,
)
from .people_in_print import (
    DAT,
    HAN,
    KHAI_CHAIRED,
    KHAI_SPOKE,
    NGAN,
    PHOTOS_BY_DAT,
    VINH_SPOKE,
)

SECTION = "thi-dua-khen-thuong"

ARTICLES = (
    Article(
        slug="tap-huan-luat-thi-dua-khen-thuong-2022",
        section=SECTION,
        title="Hơn hai trăm công chức tập huấn Luật Thi đua, khen thưởng vừa có hiệu lực từ đầu năm 2024",
        lead=(
            "Chỉ hai tuần sau khi luật mới có hiệu lực, người làm thi đua, khen thưởng của các sở, huyện, doanh nghiệp đã "
            "cùng ngồi lại để gỡ từng mẫu hồ sơ, từng mốc thời gian dễ nhầm."
        ),
        published_at=moment("2024-01-18 09:30"),
        views=612,
        event=Event(day("2024-01-17"), "morning", "Hội trường Sở Nội vụ, thành phố Lam Giang"),
        byline=(NGAN, PHOTOS_BY_DAT),
        participants=(VINH_SPOKE, KHAI_SPOKE),
        organisations=(Involved(EMULATION, "host"), Involved(DEPARTMENT, "host")),
        tags=("Luật Thi đua, khen thưởng", "tập huấn", "hồ sơ khen thưởng"),
        body=(
            Photo(
                "training",
                14,
                "Ông Lục Thế Vinh, Trưởng Phòng Thi đua - Khen thưởng, hướng dẫn cách lập hồ sơ theo luật mới, sáng 17/01/2024.",
                "Người đàn ông mặc com lê chỉ lên màn chiếu có biểu đồ cột; bên dưới là hai dãy bàn học viên ngồi trước máy tính.",
                people=("luc-the-vinh",),
                place="Hội trường Sở Nội vụ",
            ),
            Paragraph(
                "Sáng 17/01, Sở Nội vụ mở lớp tập huấn đầu tiên về Luật Thi đua, khen thưởng năm 2022 và Nghị định số "
                "98/2023/NĐ-CP, hai văn bản cùng có hiệu lực từ ngày 01/01/2024. Lớp có 214 học viên là công chức của các sở, "
                "ban, ngành, chín huyện, thị xã, thành phố và cán bộ phụ trách thi đua của mười hai doanh nghiệp."
            ),
            Paragraph(
                "Thay vì đọc lại toàn văn, giảng viên bắt đầu bằng ba bộ hồ sơ thật đã bị trả lại trong quý IV/2023. Học viên "
                "được chia nhóm, tìm lỗi, rồi so với mẫu mới. Lỗi gặp nhiều nhất là báo cáo thành tích kể lể nhiệm vụ được giao "
                "mà thiếu con số chứng minh, và biên bản họp xét không ghi rõ tỷ lệ phiếu."
            ),
            Heading("Năm điểm cần nhớ"),
            Bullets(
                (
                    "Khen thưởng phải kịp thời và công bằng, ưu tiên người trực tiếp lao động, sản xuất, công tác ở vùng khó khăn.",
                    "Hộ gia đình có thành tích được xét tặng Bằng khen, Giấy khen, không chỉ danh hiệu Gia đình văn hóa.",
                    "Huy hiệu không còn là một hình thức khen thưởng; các hồ sơ đang đề nghị huy hiệu được hướng dẫn chuyển đổi.",
                    "Danh sách đề nghị tặng huân chương và danh hiệu vinh dự nhà nước phải được công khai lấy ý kiến trước khi họp Hội đồng.",
                    "Quyết định ký trước ngày 01/01/2024 vẫn giữ nguyên tên gọi theo luật cũ khi vào sổ.",
                )
            ),
            Paragraph(
                "Phần hỏi đáp kéo dài hơn dự kiến gần một giờ. Chị Nguyễn Thị Sen, phụ trách thi đua của một công ty may ở thị xã "
                "Hạ Giang, hỏi về cách tính thành tích của công nhân chuyển đơn vị giữa năm. Câu hỏi này và 26 câu khác được tổng "
                "hợp thành tài liệu hỏi đáp, gửi lại cho các đơn vị trong tuần sau."
            ),
            Speech(
                "Một bộ hồ sơ tốt là bộ hồ sơ mà người ngoài ngành đọc cũng thấy người này xứng đáng. Đừng bắt hội đồng phải đoán.",
                "luc-the-vinh",
                "Ông Lục Thế Vinh",
                "Trưởng Phòng Thi đua - Khen thưởng, Sở Nội vụ",
            ),
            Paragraph(
                "Kết thúc lớp học, Giám đốc Sở Phùng Đăng Khải đề nghị mỗi đơn vị chọn một hồ sơ đang làm dở để hoàn thiện theo "
                "mẫu mới ngay trong tháng Một. Hai lớp tiếp theo dành cho công chức cấp xã dự kiến mở tại Thượng Lâm và Hạ Giang "
                "sau Tết Nguyên đán Giáp Thìn."
            ),
        ),
    ),
    Article(
        slug="cum-lien-ket-ky-giao-uoc-thi-dua-2024-tai-bac-kan",
        section=SECTION,
        title="Ba Sở Nội vụ thượng nguồn sông Cầu ký giao ước thi đua năm 2024 tại thành phố Bắc Kạn",
        lead=(
            "Sở Nội vụ tỉnh Bắc Kạn nhận vai trò Cụm trưởng năm 2024. Ba đơn vị thống nhất kiểm tra chéo hồ sơ khen thưởng thay "
            "cho kiểm tra theo báo cáo."
        ),
        published_at=moment("2024-03-29 14:15"),
        views=438,
        event=Event(
            day("2024-03-28"),
            "morning",
            "Hội trường Sở Nội vụ tỉnh Bắc Kạn, thành phố Bắc Kạn",
            "vn63-bac-kan",
        ),
        byline=(NGAN,),
        participants=(
            KHAI_SPOKE,
            Participant(
                "nong-thi-hong-nhan",
                "bà",
                "Nông Thị Hồng Nhạn",
                ("Chuyên viên chính Sở Nội vụ tỉnh Bắc Kạn",),
                "attended",
            ),
        ),
        organisations=(
            Involved(BAC_KAN, "host"),
            Involved(THAI_NGUYEN, "attending"),
            Involved(DEPARTMENT, "attending"),
        ),
        provinces=("vn63-bac-kan", "vn63-thai-nguyen"),
        clusters=(RIVER_CLUSTER,),
        tags=("giao ước thi đua", "cụm thi đua", "kiểm tra chéo"),
        related=("thai-nguyen-nhan-vai-tro-cum-truong-2026",),
        body=(
            Photo(
                "hall",
                6,
                "Toàn cảnh hội nghị của Cụm thi đua liên kết tại thành phố Bắc Kạn, sáng 28/3/2024.",
                "Hội trường rèm nâu kín chỗ ngồi; trên sân khấu là bàn chủ tọa phủ khăn trắng và phông xanh.",
                place="Thành phố Bắc Kạn",
            ),
            Paragraph(
                "Cụm thi đua liên kết Sở Nội vụ các tỉnh thượng nguồn sông Cầu họp phiên đầu năm vào sáng 28/3 tại Bắc Kạn. Cụm do "
                "ba đơn vị Bắc Kạn, Lam Giang và Thái Nguyên thỏa thuận lập từ năm 2021, hoạt động song song với các cụm do Bộ Nội "
                "vụ tổ chức, chủ yếu để trao đổi nghiệp vụ."
            ),
            Paragraph(
                "Báo cáo của Cụm trưởng năm 2023 – Sở Nội vụ tỉnh Thái Nguyên – cho thấy 17 trong 19 chỉ tiêu giao ước đã hoàn "
                "thành. Hai chỉ tiêu chưa đạt là tỷ lệ hồ sơ khen thưởng nộp trên môi trường điện tử và số chuyên đề nghiệp vụ "
                "được phổ biến xuống cấp xã."
            ),
            Photo(
                "speech",
                10,
                "Ông Phùng Đăng Khải, Giám đốc Sở Nội vụ tỉnh Lam Giang, phát biểu về cách làm kiểm tra chéo.",
                "Người đàn ông mặc com lê xanh sẫm đứng sau bục gỗ có hoa, phía sau là phông xanh trên nền rèm nâu.",
                people=("phung-dang-khai",),
                place="Thành phố Bắc Kạn",
            ),
            Paragraph(
                "Nội dung được bàn nhiều nhất là kiểm tra chéo. Theo phương án được thông qua, mỗi quý một đơn vị cử hai công chức "
                "sang đơn vị bạn xem ngẫu nhiên 20 bộ hồ sơ khen thưởng, ghi nhận xét ngay trên phiếu và gửi kết quả cho cả cụm. "
                "Lam Giang nhận kiểm tra Bắc Kạn trong quý II."
            ),
            Speech(
                "Hồ sơ của mình, mình đọc mười lần vẫn thấy đúng. Để đồng nghiệp tỉnh bạn đọc một lần là biết ngay chỗ nào còn "
                "viết cho xong.",
                "phung-dang-khai",
                "Ông Phùng Đăng Khải",
                "Giám đốc Sở Nội vụ, Phó Chủ tịch thường trực Hội đồng Thi đua - Khen thưởng tỉnh Lam Giang",
            ),
            Paragraph(
                "Các đại biểu suy tôn Sở Nội vụ tỉnh Bắc Kạn làm Cụm trưởng, Sở Nội vụ tỉnh Lam Giang làm Cụm phó năm 2024, rồi ký "
                "giao ước với 16 chỉ tiêu. Trong đó, lần đầu tiên có chỉ tiêu về thời gian trả lời kiến nghị của cơ sở: không quá "
                "năm ngày làm việc."
            ),
            Photo(
                "signing",
                1,
                "Đại diện ba Sở Nội vụ ký giao ước thi đua năm 2024.",
                "Hai phụ nữ mặc áo dài và một người đàn ông ngồi ký bên bàn phủ khăn trắng, năm người đứng phía sau.",
                place="Thành phố Bắc Kạn",
            ),
        ),
    ),
    Article(
        slug="tuyen-duong-dien-hinh-ngay-truyen-thong-thi-dua-yeu-nuoc-2024",
        section=SECTION,
        title="Lam Giang tuyên dương điển hình tiên tiến nhân 76 năm Ngày truyền thống thi đua yêu nước",
        lead=(
            "Hai tập thể, một hộ gia đình và mười lăm cá nhân nhận Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh. Phần lớn trong số "
            "họ là người trực tiếp lao động, sản xuất, dạy học ở vùng cao."
        ),
        published_at=moment("2024-06-11 16:40"),
        views=1875,
        event=Event(day("2024-06-11"), "morning", "Trung tâm Hội nghị tỉnh, thành phố Lam Giang"),
        byline=(HAN, PHOTOS_BY_DAT),
        participants=(
            Participant(
                "trinh-ba-khoi",
                "ông",
                "Trịnh Bá Khôi",
                ("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"),
                "presented",
            ),
            KHAI_SPOKE,
        ),
        organisations=(
            Involved(COUNCIL, "host"),
            Involved(COMMITTEE, "attending"),
            Involved(DEPARTMENT, "host"),
        ),
        tags=("điển hình tiên tiến", "11/6", "Bằng khen"),
        grants=(
            "bk-2024-trung-tam-luu-tru",
            "bk-2024-htx-suoi-xanh",
            "bk-2024-ho-giang-a-chu",
            "bk-2024-phan-thi-dieu-linh",
            "bk-2024-lo-van-inh",
            "bk-2024-quang-thi-thanh",
            "bk-2024-12-ca-nhan",
        ),
        body=(
            Photo(
                "hall",
                5,
                "Quang cảnh buổi gặp mặt, tuyên dương điển hình tiên tiến tỉnh Lam Giang, sáng 11/6/2024.",
                "Hội trường đông người nhìn từ phía sau; trên sân khấu có phông đỏ, bàn chủ tọa và một phụ nữ đứng ở bục.",
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Sáng 11/6, đúng ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc cách đây 76 năm, Hội đồng Thi đua - Khen "
                "thưởng tỉnh tổ chức gặp mặt 120 điển hình tiên tiến. Hàng ghế đầu không dành cho lãnh đạo mà cho những người được "
                "tuyên dương, nhiều người lần đầu về thành phố dự hội nghị."
            ),
            Paragraph(
                "Ông Giàng A Chư ở bản Phiêng Sơn đến từ tối hôm trước sau gần năm giờ đi xe khách. Gia đình ông đã hiến 1.400 mét "
                "vuông đất ruộng để mở đường vào bản và vận động mười bảy hộ khác làm theo. “Ruộng còn làm chỗ khác được, đường thì "
                "chỉ có một chỗ ấy”, ông nói ngắn gọn khi được mời kể lại."
            ),
            Photo(
                "speech",
                4,
                "Ông Trịnh Bá Khôi, Chủ tịch Ủy ban nhân dân tỉnh, phát biểu tại buổi gặp mặt.",
                "Người đàn ông mặc com lê nâu đứng phát biểu sau bục có lẵng hoa, phía sau là rèm xanh rêu và phông xanh.",
                people=("trinh-ba-khoi",),
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Phát biểu tại buổi gặp mặt, Chủ tịch Ủy ban nhân dân tỉnh Trịnh Bá Khôi yêu cầu các cấp chủ động phát hiện người "
                "tốt, việc tốt, không chờ cơ sở gửi hồ sơ. Ông giao Sở Nội vụ lập chuyên mục giới thiệu điển hình trên trang thông "
                "tin, mỗi tuần một câu chuyện, viết ngắn và có kiểm chứng."
            ),
            Photo(
                "handing_over",
                2,
                "Chủ tịch Ủy ban nhân dân tỉnh trao Bằng khen cho các cá nhân tiêu biểu.",
                "Một người đàn ông mặc com lê trao bằng khung vàng cho năm người đứng thành hàng, hai nam và ba nữ mặc áo dài.",
                people=("trinh-ba-khoi",),
                grants=(
                    "bk-2024-phan-thi-dieu-linh",
                    "bk-2024-lo-van-inh",
                    "bk-2024-quang-thi-thanh",
                    "bk-2024-12-ca-nhan",
                ),
                place="Trung tâm Hội nghị tỉnh",
            ),
            AwardsBox(),
            Paragraph(
                "Theo Quyết định số 1102/QĐ-UBND ngày 05/6/2024, Bằng khen được tặng cho hai tập thể, một hộ gia đình và mười lăm "
                "cá nhân. Sổ khen thưởng ghi ba cá nhân đã có hồ sơ điện tử đầy đủ; mười hai cá nhân còn lại sẽ được bổ sung tên khi "
                "đơn vị gửi xác nhận."
            ),
            Photo(
                "group",
                5,
                "Các điển hình tiên tiến chụp ảnh lưu niệm tại Trung tâm Hội nghị tỉnh.",
                "Hai hàng người đứng trên sân khấu trước phông đỏ, hàng đầu cầm bằng khen và hoa.",
                place="Trung tâm Hội nghị tỉnh",
            ),
        ),
        corrections=(
            Correction(
                day("2024-06-12"),
                "Bản đăng ngày 11/6 ghi gia đình ông Giàng A Chư hiến 1.040 mét vuông đất; số đúng là 1.400 mét vuông.",
                changes_a_fact=True,
            ),
        ),
    ),
    Article(
        slug="khen-thuong-dot-xuat-cuu-nguoi-trong-mua-lu-thang-9-2024",
        section=SECTION,
        title="Khen thưởng đột xuất những người băng lũ cứu dân ở Nậm Khao sau hoàn lưu bão số 3",
        lead=(
            "Chưa đầy một tuần sau trận lũ rạng sáng 10/9, quyết định khen thưởng đột xuất đã được ký và trao tận nơi, ngay tại sân "
            "nhà văn hóa còn dấu bùn."
        ),
        published_at=moment("2024-09-20 17:05"),
        views=3264,
        event=Event(
            day("2024-09-20"),
            "afternoon",
            "Nhà văn hóa bản Nậm Cáy, huyện Nậm Khao, tỉnh Lam Giang",
        ),
        byline=(DAT,),
        participants=(
            Participant(
                "dinh-cong-thach",
                "ông",
                "Đinh Công Thạch",
                (
                    "Phó Chủ tịch Ủy ban nhân dân tỉnh",
                    "Phó Chủ tịch thứ nhất Hội đồng Thi đua - Khen thưởng tỉnh",
                ),
                "presented",
            ),
            VINH_SPOKE,
        ),
        organisations=(Involved(COMMITTEE, "host"), Involved(EMULATION, "attending")),
        tags=("khen thưởng đột xuất", "bão số 3", "Nậm Khao"),
        grants=(
            "bk-2024-dan-quan-nam-khao",
            "bk-2024-tram-y-te-suoi-che",
            "bk-2024-ho-hoang-thi-may",
            "bk-2024-ly-van-tinh",
            "bk-2024-sung-a-pao",
            "bk-2024-6-ca-nhan",
        ),
        body=(
            Paragraph(
                "Rạng sáng 10/9/2024, nước suối Nậm Cáy dâng nhanh hơn hai mét trong chưa đầy một giờ, cuốn trôi cầu treo và chia "
                "cắt 43 hộ dân. Trước khi lực lượng cứu hộ vào được, chính người trong bản đã đưa 61 người, phần lớn là người già "
                "và trẻ nhỏ, lên điểm trường trên đồi."
            ),
            Paragraph(
                "Anh Sùng A Páo, 29 tuổi, ba lần bơi qua dòng nước xiết với sợi dây thừng buộc ngang người. Ông Lý Văn Tịnh, trưởng "
                "bản, dùng loa tay gọi từng nhà suốt đêm. Bà Hoàng Thị Mảy mở kho thóc giống nấu cơm cho cả bản trong ba ngày đường "
                "bị cắt."
            ),
            Photo(
                "hills",
                2,
                "Bản Nậm Cáy nằm dưới chân dãy Khau Lam, nơi nước lũ dâng nhanh rạng sáng 10/9/2024.",
                "Ruộng bậc thang xanh với ba nếp nhà sàn, phía sau là nhiều lớp núi mờ dần.",
                place="Huyện Nậm Khao",
            ),
            Heading("Quyết định ký trong sáu ngày"),
            Paragraph(
                "Phòng Thi đua - Khen thưởng cử hai công chức đi cùng đoàn cứu trợ, lập hồ sơ tại chỗ theo thủ tục đơn giản mà pháp "
                "luật cho phép đối với thành tích đột xuất. Ngày 16/9, Quyết định số 1846/QĐ-UBND được ban hành, tặng Bằng khen cho "
                "hai tập thể, một hộ gia đình và tám cá nhân."
            ),
            Photo(
                "handing_over",
                1,
                "Ông Đinh Công Thạch, Phó Chủ tịch Ủy ban nhân dân tỉnh, trao Bằng khen cho những người có thành tích cứu dân.",
                "Người đàn ông mặc com lê trao bằng khen cho ba người đàn ông và một phụ nữ mặc áo dài đỏ.",
                people=("dinh-cong-thach",),
                grants=("bk-2024-ly-van-tinh", "bk-2024-sung-a-pao", "bk-2024-ho-hoang-thi-may"),
                place="Bản Nậm Cáy, huyện Nậm Khao",
            ),
            AwardsBox(),
            Paragraph(
                "Trao Bằng khen tại sân nhà văn hóa bản chiều 20/9, Phó Chủ tịch Ủy ban nhân dân tỉnh Đinh Công Thạch dành phần lớn "
                "thời gian để nghe bà con kể lại và hỏi về nước sạch, trường lớp. Ông đề nghị huyện ghi lại cách tổ chức sơ tán của "
                "bản thành tài liệu cho các xã ven suối."
            ),
            Paragraph(
                "Sáu người khác là dân quân của các xã lân cận đến hỗ trợ trong đêm, chưa kịp thống kê tên khi ký quyết định. Danh "
                "sách sẽ được công bố sau khi Ban Chỉ huy Quân sự huyện xác nhận."
            ),
        ),
    ),
    Article(
        slug="dai-hoi-thi-dua-yeu-nuoc-tinh-lam-giang-lan-thu-sau",
        section=SECTION,
        title="Đại hội Thi đua yêu nước tỉnh Lam Giang lần thứ VI: mỗi đại biểu mang theo một việc làm được",
        lead=(
            "286 đại biểu dự Đại hội ngày 25/9. Thay cho báo cáo dài, mười hai đại biểu kể việc mình đã làm trong năm phút; Đại hội "
            "đón nhận Huân chương Lao động tặng hai tập thể và một cá nhân."
        ),
        published_at=moment("2025-09-25 18:20"),
        views=4187,
        event=Event(
            day("2025-09-25"), "morning", "Trung tâm Hội nghị tỉnh, phường Bến Lam, tỉnh Lam Giang"
        ),
        byline=(HAN, NGAN, PHOTOS_BY_DAT),
        participants=(
            Participant(
                "dinh-cong-thach",
                "ông",
                "Đinh Công Thạch",
                ("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"),
                "presented",
            ),
            Participant(
                "luong-thi-mai-huong",
                "bà",
                "Lường Thị Mai Hương",
                (
                    "Phó Chủ tịch Ủy ban nhân dân tỉnh",
                    "Phó Chủ tịch thứ nhất Hội đồng Thi đua - Khen thưởng tỉnh",
                ),
                "attended",
            ),
            KHAI_SPOKE,
        ),
        organisations=(
            Involved(COUNCIL, "host"),
            Involved(COMMITTEE, "host"),
            Involved(DEPARTMENT, "attending"),
        ),
        topics=("dai-hoi-thi-dua-yeu-nuoc",),
        tags=("Đại hội Thi đua yêu nước", "Huân chương Lao động", "điển hình tiên tiến"),
        grants=("hcld-2025-so-noi-vu", "hcld-2025-truong-noi-tru", "hcld-2025-ma-duc-thien"),
        related=("doan-lam-giang-du-dai-hoi-thi-dua-yeu-nuoc-toan-quoc",),
        body=(
            Photo(
                "hall",
                1,
                "Toàn cảnh Đại hội Thi đua yêu nước tỉnh Lam Giang lần thứ VI, sáng 25/9/2025.",
                "Khán phòng nhìn lên sân khấu rèm sáng với phông đỏ, bảy người ngồi bàn chủ tọa và một người đứng ở bục.",
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Đại hội Thi đua yêu nước tỉnh Lam Giang lần thứ VI diễn ra trong một buổi sáng, rút ngắn một nửa so với lần trước. "
                "Ban tổ chức dành trọn chín mươi phút cho phần kể chuyện của đại biểu; số liệu của báo cáo được in thành tờ gấp đặt "
                "trên mỗi ghế."
            ),
            Paragraph(
                "Giai đoạn 2020–2025, toàn tỉnh có 41 tập thể và cá nhân được tặng huân chương các loại, 118 Bằng khen của Thủ tướng "
                "Chính phủ và hơn 4.600 Bằng khen cấp tỉnh. Tỷ lệ người trực tiếp lao động, sản xuất được khen tăng từ 38% năm 2020 "
                "lên 61% trong tám tháng đầu năm 2025."
            ),
            Photo(
                "speech",
                2,
                "Ông Đinh Công Thạch, Chủ tịch Ủy ban nhân dân tỉnh, phát động phong trào thi đua giai đoạn 2025–2030.",
                "Người đàn ông mặc com lê sẫm đứng sau bục có hoa, sau lưng là phông đỏ.",
                people=("dinh-cong-thach",),
                place="Trung tâm Hội nghị tỉnh",
            ),
            Speech(
                "Thi đua không phải để có thêm một tấm bằng treo tường. Thi đua là để hồ sơ của dân bớt đi một ngày, đường vào bản "
                "thêm được một cây số.",
                "dinh-cong-thach",
                "Ông Đinh Công Thạch",
                "Chủ tịch Ủy ban nhân dân tỉnh, Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh",
            ),
            Heading("Ba Huân chương Lao động"),
            Paragraph(
                "Thừa ủy quyền của Chủ tịch nước, Chủ tịch Ủy ban nhân dân tỉnh trao Huân chương Lao động hạng Nhì tặng Sở Nội vụ, "
                "hạng Ba tặng Trường Phổ thông dân tộc nội trú tỉnh và ông Ma Đức Thiện, nguyên Trưởng Phòng Xây dựng chính quyền. "
                "Ông Thiện đã theo suốt ba lần điều chỉnh địa giới hành chính của tỉnh trước khi nghỉ hưu giữa năm nay."
            ),
            Photo(
                "handing_over",
                8,
                "Trao Huân chương Lao động và Bằng khen tại Đại hội.",
                "Năm người đứng thành hàng cầm bằng khung vàng, người đàn ông bên trái đưa tay trao, phía sau là phông đỏ.",
                people=("dinh-cong-thach",),
                grants=(
                    "hcld-2025-so-noi-vu",
                    "hcld-2025-truong-noi-tru",
                    "hcld-2025-ma-duc-thien",
                ),
                place="Trung tâm Hội nghị tỉnh",
            ),
            AwardsBox(),
            Paragraph(
                "Đại hội bầu đoàn đại biểu dự Đại hội Thi đua yêu nước toàn quốc lần thứ XI vào cuối năm, gồm mười tám người, trong "
                "đó bảy người dân tộc thiểu số và năm người dưới 35 tuổi."
            ),
            Photo(
                "group",
                3,
                "Đoàn đại biểu tỉnh Lam Giang được bầu đi dự Đại hội toàn quốc.",
                "Hai hàng đại biểu mặc com lê và áo dài chụp ảnh trên sân khấu rèm nâu, một số người cầm hoa.",
                place="Trung tâm Hội nghị tỉnh",
            ),
        ),
    ),
    Article(
        slug="doan-lam-giang-du-dai-hoi-thi-dua-yeu-nuoc-toan-quoc",
        section=SECTION,
        title="Đoàn Lam Giang mang câu chuyện giữ rừng, giữ chữ đến Đại hội Thi đua yêu nước toàn quốc",
        lead=(
            "Mười tám đại biểu của tỉnh dự Đại hội Thi đua yêu nước toàn quốc lần thứ XI trong hai ngày 26 và 27/12 tại Hà Nội, trở "
            "về với ba đề xuất cho phong trào ở cơ sở."
        ),
        published_at=moment("2025-12-30 10:10"),
        views=927,
        event=Event(
            day("2025-12-26"),
            "",
            "Trung tâm Hội nghị Quốc gia, thành phố Hà Nội",
            "vn34-ha-noi",
            until=day("2025-12-27"),
        ),
        byline=(Byline("Thùy Chi", "Báo Lam Giang"),),
        participants=(KHAI_SPOKE, VINH_SPOKE),
        organisations=(Involved(COUNCIL, "attending"),),
        provinces=("vn34-ha-noi",),
        topics=("dai-hoi-thi-dua-yeu-nuoc",),
        tags=("Đại hội Thi đua yêu nước toàn quốc", "đoàn đại biểu"),
        source=Source(
            "Báo Lam Giang",
            "https://baolamgiang.example/doan-lam-giang-du-dai-hoi-thi-dua-yeu-nuoc",
        ),
        body=(
            Photo(
                "group",
                6,
                "Đại biểu tỉnh Lam Giang trong hai ngày dự Đại hội Thi đua yêu nước toàn quốc lần thứ XI.",
                "Nhóm đại biểu nam nữ đứng hai hàng trước phông xanh, nhiều người mặc áo dài.",
                place="Hà Nội",
            ),
            Paragraph(
                "Chuyến xe đưa đoàn về Hà Nội khởi hành từ bốn giờ sáng 26/12. Trong mười tám đại biểu, người lớn tuổi nhất là nghệ "
                "nhân Nông Văn Kính, 78 tuổi, bốn mươi năm dạy chữ Nôm Tày miễn phí; người trẻ nhất là kiểm lâm viên Đặng Thị Pa, 24 "
                "tuổi, phụ trách địa bàn rừng giáp ranh ba xã."
            ),
            Paragraph(
                "Bên lề Đại hội, chị Pa chia sẻ với đại biểu các tỉnh về nhật ký tuần rừng bằng điện thoại: mỗi chuyến đi được ghi "
                "lại bằng một đoạn thu âm tiếng Dao, sau đó chuyển thành báo cáo. Cách làm này giúp tổ bảo vệ rừng của thôn, nhiều "
                "người không quen viết, vẫn báo cáo đầy đủ."
            ),
            Paragraph(
                "Ông Phùng Đăng Khải, Giám đốc Sở Nội vụ, thành viên đoàn, cho biết điều đáng học nhất là cách các địa phương nuôi "
                "điển hình sau khi tôn vinh. Nhiều tỉnh có người theo dõi, hỗ trợ từng trường hợp trong ít nhất hai năm."
            ),
            Heading("Ba đề xuất sau chuyến đi"),
            Bullets(
                (
                    "Mỗi xã, phường có một sổ tay điển hình, cập nhật hằng quý và đọc tại buổi họp thôn, tổ dân phố.",
                    "Mời điển hình tham gia hội đồng xét sáng kiến của cơ quan nhà nước ở cùng lĩnh vực.",
                    "Trích kinh phí thông tin, tuyên truyền cho phóng sự ngắn bằng tiếng dân tộc.",
                ),
                ordered=True,
            ),
            Paragraph(
                "Phòng Thi đua - Khen thưởng sẽ đưa ba đề xuất vào kế hoạch công tác quý I/2026 và lấy ý kiến các xã, phường trước "
                "ngày 31/01."
            ),
        ),
    ),
    Article(
        slug="thai-nguyen-nhan-vai-tro-cum-truong-2026",
        section=SECTION,
        title="Thái Nguyên nhận vai trò Cụm trưởng cụm thi đua liên kết thượng nguồn sông Cầu năm 2026",
        lead=(
            "Sau hợp nhất, cụm liên kết còn hai thành viên nhưng khối lượng hồ sơ kiểm tra chéo tăng gấp rưỡi. Hội nghị tại Thái "
            "Nguyên cũng là dịp trao Cờ thi đua của Bộ Nội vụ tặng Sở Nội vụ tỉnh Lam Giang."
        ),
        published_at=moment("2026-02-28 08:45"),
        views=731,
        event=Event(
            day("2026-02-27"),
            "afternoon",
            "Phường Phan Đình Phùng, tỉnh Thái Nguyên",
            "vn34-thai-nguyen",
        ),
        byline=(NGAN, PHOTOS_BY_DAT),
        participants=(
            KHAI_CHAIRED,
            Participant(
                "nong-thi-hong-nhan",
                "bà",
                "Nông Thị Hồng Nhạn",
                ("Chuyên viên chính Sở Nội vụ tỉnh Thái Nguyên",),
                "attended",
            ),
        ),
        organisations=(
            Involved(THAI_NGUYEN, "host"),
            Involved(DEPARTMENT, "attending"),
            Involved(MINISTRY, "attending"),
            Involved(BAC_KAN, "mentioned"),
        ),
        provinces=("vn34-thai-nguyen",),
        clusters=(RIVER_CLUSTER,),
        tags=("giao ước thi đua", "cụm thi đua", "Cờ thi đua của Bộ Nội vụ"),
        grants=(
            "co-bnv-2025-so-noi-vu",
            "bk-bnv-2025-nong-thi-hong-nhan",
            "bk-bnv-2025-chu-dinh-khang",
        ),
        related=("cum-lien-ket-ky-giao-uoc-thi-dua-2024-tai-bac-kan",),
        body=(
            Photo(
                "hall",
                10,
                "Hội nghị tổng kết năm 2025 của cụm thi đua liên kết tại Thái Nguyên, chiều 27/02/2026.",
                "Sân khấu rèm xanh với phông đỏ, sáu người ngồi bàn chủ tọa; phía trước là các hàng ghế kín người.",
                place="Tỉnh Thái Nguyên",
            ),
            Paragraph(
                "Chiều 27/02, tại Thái Nguyên, cụm thi đua liên kết tổng kết năm 2025 – năm đầu tiên không còn thành viên Bắc Kạn. "
                "Ngày 01/7/2025, Sở Nội vụ hai tỉnh Bắc Kạn và Thái Nguyên hợp nhất; các chỉ tiêu giao ước của Bắc Kạn được đơn vị "
                "mới tiếp nhận nguyên vẹn, kể cả những việc đang làm dở."
            ),
            Paragraph(
                "Với vai trò Cụm trưởng năm 2025, Lam Giang đã tổ chức bốn đợt kiểm tra chéo, xem 320 bộ hồ sơ, gần gấp rưỡi năm "
                "trước. Tỷ lệ hồ sơ phải sửa giảm từ 31% xuống 12%. Nhóm lỗi còn lại tập trung ở các xã mới, nơi công chức vừa nhận "
                "thêm việc thi đua, khen thưởng từ cấp huyện chuyển về."
            ),
            Photo(
                "speech",
                110,
                "Ông Phùng Đăng Khải, Giám đốc Sở Nội vụ tỉnh Lam Giang, báo cáo kết quả năm Lam Giang làm Cụm trưởng.",
                "Người đàn ông mặc com lê xanh sẫm đứng giữa sân khấu, sau bục gỗ; rèm và phông đều màu xanh.",
                people=("phung-dang-khai",),
                place="Tỉnh Thái Nguyên",
            ),
            Paragraph(
                "Bà Nông Thị Hồng Nhạn, chuyên viên chính Sở Nội vụ tỉnh Thái Nguyên, trước đây làm việc tại Bắc Kạn, kể lại ba "
                "tháng cuối năm đi về giữa hai trụ sở cách nhau gần chín mươi cây số để hoàn tất sổ khen thưởng của tỉnh cũ. Cuốn "
                "sổ ấy nay đã số hóa xong và tra cứu chung với Thái Nguyên."
            ),
            Photo(
                "handing_over",
                3,
                "Trao Cờ thi đua của Bộ Nội vụ và Bằng khen của Bộ trưởng Bộ Nội vụ cho tập thể, cá nhân trong cụm.",
                "Người đàn ông mặc com lê xanh trao bằng cho một phụ nữ mặc áo dài vàng và hai người đàn ông.",
                grants=(
                    "co-bnv-2025-so-noi-vu",
                    "bk-bnv-2025-nong-thi-hong-nhan",
                    "bk-bnv-2025-chu-dinh-khang",
                ),
                place="Tỉnh Thái Nguyên",
            ),
            AwardsBox(),
            Paragraph(
                "Hai đơn vị ký giao ước năm 2026 với 14 chỉ tiêu, thống nhất Thái Nguyên làm Cụm trưởng, Lam Giang làm Cụm phó. "
                "Điểm mới là mỗi bên cử một công chức sang làm việc tại phòng thi đua của bên kia trong hai tuần, bắt đầu từ tháng Tư."
            ),
            Photo(
                "signing",
                2,
                "Đại diện Sở Nội vụ Thái Nguyên và Lam Giang ký giao ước thi đua năm 2026.",
                "Một phụ nữ mặc áo dài đỏ và một người đàn ông ngồi ký ở bàn phủ khăn trắng viền xanh, nhiều người đứng sau.",
                place="Tỉnh Thái Nguyên",
            ),
        ),
    ),
    Article(
        slug="tong-ket-phong-trao-cai-cach-hanh-chinh-2024-2026",
        section=SECTION,
        title="Trao Cờ thi đua, Bằng khen cho các đơn vị dẫn đầu ba năm thi đua cải cách hành chính ở Lam Giang",
        lead=(
            "Chiều 19/11, tỉnh tổng kết phong trào thi đua “Lam Giang cải cách hành chính, phục vụ Nhân dân” giai đoạn 2024–2026. "
            "Sáu tập thể và mười tám cá nhân được khen thưởng."
        ),
        published_at=moment("2026-11-20 08:15"),
        views=846,
        event=Event(
            day("2026-11-19"),
            "afternoon",
            "Trung tâm Hội nghị tỉnh, phường Bến Lam, tỉnh Lam Giang",
        ),
        byline=(HAN, PHOTOS_BY_DAT),
        participants=(
            Participant(
                "luong-thi-mai-huong",
                "bà",
                "Lường Thị Mai Hương",
                (
                    "Phó Chủ tịch Ủy ban nhân dân tỉnh",
                    "Phó Chủ tịch thứ nhất Hội đồng Thi đua - Khen thưởng tỉnh",
                ),
                "presented",
            ),
            KHAI_CHAIRED,
        ),
        organisations=(
            Involved(COMMITTEE, "host"),
            Involved(DEPARTMENT, "host"),
            Involved(REFORM, "attending"),
            Involved(COUNCIL, "attending"),
        ),
        other_sections=("cai-cach-hanh-chinh",),
        tags=("phong trào thi đua", "cải cách hành chính", "Cờ thi đua", "Bằng khen"),
        grants=(
            "co-2026-trung-tam-hanh-chinh-cong",
            "co-2026-phuong-ben-lam",
            "bk-2026-phong-cchc",
            "bk-2026-xa-phieng-son",
            "bk-2026-xa-muong-sen",
            "bk-2026-buu-dien",
            "bk-2026-do-nhat-quan",
            "bk-2026-lo-thi-phuong",
            "bk-2026-hoang-van-dan",
            "bk-2026-15-ca-nhan",
        ),
        related=("mot-cua-luu-dong-o-cho-phien-phieng-son", "chi-so-cai-cach-hanh-chinh-2025"),
        body=(
            Photo(
                "hall",
                7,
                "Toàn cảnh hội nghị tổng kết phong trào thi đua tại Trung tâm Hội nghị tỉnh, chiều 19/11/2026.",
                "Hội trường rèm màu ngà; trên sân khấu bàn chủ tọa phủ khăn xanh với bảy người ngồi, phông xanh phía sau.",
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Phong trào “Lam Giang cải cách hành chính, phục vụ Nhân dân” được phát động ngày 20/02/2024, đi qua đúng thời điểm "
                "tỉnh bỏ cấp huyện, lập 58 xã, phường mới. Báo cáo tổng kết vì thế không so con số đầu và cuối một cách cơ học, mà "
                "tách riêng hai quãng trước và sau ngày 01/7/2025."
            ),
            Paragraph(
                "Ở quãng sau, 96,8% hồ sơ được giải quyết đúng hoặc trước hạn; thời gian đi lại trung bình của một người dân vùng cao "
                "để làm xong một thủ tục giảm từ 7 giờ xuống 3 giờ 20 phút. Hai việc chưa đạt là liên thông thủ tục đất đai và tỷ lệ "
                "thanh toán trực tuyến ở các xã chưa có sóng ổn định."
            ),
            Photo(
                "speech",
                1,
                "Bà Lường Thị Mai Hương, Phó Chủ tịch Ủy ban nhân dân tỉnh, phát biểu kết luận hội nghị.",
                "Người phụ nữ tóc dài mặc áo xanh nhạt đứng sau bục có hoa, phông xanh chếch bên phải.",
                people=("luong-thi-mai-huong",),
                place="Trung tâm Hội nghị tỉnh",
            ),
            Speech(
                "Con số đẹp nhất trong báo cáo hôm nay không phải 96,8%, mà là ba giờ rưỡi bà con ở Phiêng Sơn được ở lại trên nương.",
                "luong-thi-mai-huong",
                "Bà Lường Thị Mai Hương",
                "Phó Chủ tịch Ủy ban nhân dân tỉnh, Phó Chủ tịch thứ nhất Hội đồng Thi đua - Khen thưởng tỉnh",
            ),
            Heading("Những người làm nên con số"),
            Paragraph(
                "Hai Cờ thi đua của Ủy ban nhân dân tỉnh được trao cho Trung tâm Phục vụ hành chính công tỉnh và Ủy ban nhân dân phường "
                "Bến Lam. Trong số người nhận Bằng khen có chị Lò Thị Phương, công chức tiếp nhận hồ sơ ở Phiêng Sơn, người tự vẽ sơ "
                "đồ thủ tục bằng hình để giải thích cho người không đọc được chữ phổ thông."
            ),
            Photo(
                "handing_over",
                5,
                "Trao Cờ thi đua và Bằng khen cho các tập thể, cá nhân dẫn đầu phong trào giai đoạn 2024–2026.",
                "Năm người cầm bằng khung vàng đứng thành hàng, ba phụ nữ mặc áo dài và hai người đàn ông, nền rèm xanh rêu.",
                people=("do-nhat-quan",),
                grants=(
                    "co-2026-trung-tam-hanh-chinh-cong",
                    "co-2026-phuong-ben-lam",
                    "bk-2026-do-nhat-quan",
                    "bk-2026-lo-thi-phuong",
                    "bk-2026-hoang-van-dan",
                ),
                place="Trung tâm Hội nghị tỉnh",
            ),
            AwardsBox(),
            Paragraph(
                "Kết thúc hội nghị, đại diện 58 xã, phường đăng ký mỗi nơi một việc cụ thể cho năm 2027 và viết lên bảng đặt ở sảnh. "
                "Sở Nội vụ sẽ chụp lại tấm bảng ấy, đăng trên trang thông tin và đối chiếu sau đúng một năm."
            ),
            Photo(
                "group",
                1,
                "Công chức bộ phận một cửa các xã, phường được khen thưởng chụp ảnh lưu niệm sau hội nghị.",
                "Hàng đầu bảy phụ nữ mặc áo dài nhiều màu cầm bằng khen và hoa, hàng sau là sáu đồng nghiệp.",
                place="Trung tâm Hội nghị tỉnh",
            ),
        ),
    ),
)
