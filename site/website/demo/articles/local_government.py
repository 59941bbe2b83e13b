"""Chính quyền địa phương."""

from __future__ import annotations

from ..people import COMMITTEE, DEPARTMENT, GOVERNMENT, THAI_NGUYEN
from ..shapes import (
    Article,
    Bullets,
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
from .people_in_print import DAT, HAN, NGHIA_CHAIRED, NGUYEN, PHOTOS_BY_DAT, QUAN

SECTION = "chinh-quyen-dia-phuong"

ARTICLES = (
    Article(
        slug="lay-y-kien-cu-tri-sap-xep-xa-o-thuong-lam-2024",
        section=SECTION,
        title="Thượng Lâm lấy ý kiến cử tri về sắp xếp bốn xã: phát phiếu tận nhà, giải thích đến từng câu hỏi",
        lead=(
            "3.182 cử tri đại diện hộ gia đình được hỏi trong tám ngày. Điều bà con quan tâm nhất không phải tên gọi, mà là trụ sở mới "
            "đặt ở đâu."
        ),
        published_at=moment("2024-04-09 15:45"),
        views=874,
        event=Event(
            day("2024-03-30"),
            "",
            "Bốn xã của huyện Thượng Lâm, tỉnh Lam Giang",
            until=day("2024-04-06"),
        ),
        byline=(NGUYEN,),
        organisations=(Involved(GOVERNMENT, "host"),),
        tags=("lấy ý kiến cử tri", "sắp xếp đơn vị hành chính", "Thượng Lâm"),
        body=(
            Photo(
                "hills",
                3,
                "Một góc xã Nà Lộc, huyện Thượng Lâm, nơi phần lớn cử tri được phát phiếu tại nhà.",
                "Ruộng bậc thang chín vàng, ba nếp nhà sàn bên phải và nhiều lớp núi xanh xám phía sau.",
                place="Huyện Thượng Lâm",
            ),
            Paragraph(
                "Từ ngày 30/3 đến 06/4, bốn xã Nà Lộc, Khuổi Hin, Thanh Vân và Đèo Lài của huyện Thượng Lâm lấy ý kiến cử tri về phương án "
                "nhập thành hai xã, trong khuôn khổ sắp xếp đơn vị hành chính giai đoạn 2023–2025. Tổ lấy ý kiến đi từng nhà, phần lớn vào "
                "buổi tối."
            ),
            Paragraph(
                "Theo tổng hợp của Phòng Xây dựng chính quyền, 2.967 trong 3.182 cử tri đồng ý với chủ trương, đạt 93,2%. Thôn có tỷ lệ "
                "thấp nhất là Lũng Cao, 71%, do bà con lo phải đi xa hơn chín cây số để làm giấy tờ."
            ),
            Heading("Lũng Cao được hỏi lại"),
            Paragraph(
                "Huyện tổ chức một buổi đối thoại riêng ở Lũng Cao ngay sau khi có kết quả. Ba cam kết được ghi vào biên bản: giữ một điểm "
                "tiếp nhận hồ sơ tại trụ sở cũ ít nhất hai năm, có công chức trực hai ngày mỗi tuần, và sửa đoạn dốc Pá Hoóc trước mùa mưa."
            ),
            Paragraph(
                "Ông Mã Văn Chức, người bỏ phiếu không đồng ý, nói sau buổi họp rằng ông vẫn giữ ý kiến nhưng yên tâm hơn vì được nghe trả "
                "lời. Ý kiến của ông và 214 cử tri khác được ghi nguyên văn trong hồ sơ trình Hội đồng nhân dân huyện."
            ),
        ),
    ),
    Article(
        slug="sap-nhap-thon-o-dong-may-giu-ten-cu-cho-nha-van-hoa",
        section=SECTION,
        title="Sáp nhập thôn ở Đồng Mây: hai thôn thành một, nhà văn hóa cũ vẫn mang tên cũ để bà con đỡ nhớ",
        lead=(
            "Mười sáu thôn nhỏ của huyện được sắp xếp còn bảy. Kinh nghiệm rút ra: bàn kỹ chuyện quỹ, chuyện trống, rồi mới bàn đến tên."
        ),
        published_at=moment("2024-09-05 09:35"),
        views=533,
        byline=(NGUYEN, HAN),
        organisations=(Involved(GOVERNMENT, "mentioned"),),
        tags=("sáp nhập thôn", "Đồng Mây", "dân chủ ở cơ sở"),
        body=(
            Paragraph(
                "Thôn Bản Luông có 41 hộ, thôn Nà Pheo có 38 hộ, cách nhau một con suối cạn và hai chiếc nhà văn hóa nhìn thấy nhau. Chuyện nhập "
                "làm một được nói đến từ năm 2019, nhưng lần nào cũng dừng ở câu hỏi: nhập rồi thì trống hội để nhà ai?"
            ),
            Paragraph(
                "Năm nay, xã đổi cách làm. Ba buổi họp đầu không nhắc đến tên thôn mới. Hai bên kiểm kê quỹ, ruộng công, bộ cồng, cặp trống, "
                "bát hương đình; cái gì chung, cái gì của riêng thì ghi rõ. Đến buổi thứ tư, khi mọi thứ đã vào sổ, cái tên được chọn trong "
                "mười phút."
            ),
            Paragraph(
                "Cả huyện Đồng Mây có mười sáu thôn dưới 50 hộ được sắp xếp còn bảy, giảm chín trưởng thôn và hai mươi bảy người hoạt động "
                "không chuyên trách. Người thôi nhiệm vụ được hưởng chế độ theo nghị quyết của Hội đồng nhân dân tỉnh; mười một người tiếp "
                "tục tham gia tổ hòa giải, tổ công nghệ số."
            ),
            Heading("Điều nên và không nên"),
            Bullets(
                (
                    "Nên họp ở cả hai nhà văn hóa, luân phiên, để không bên nào thấy mình sang nhà người khác.",
                    "Nên giữ tên cũ cho nhà văn hóa, cầu, giếng; tên thôn đổi nhưng địa danh thì còn.",
                    "Không nên lấy phiếu trong tháng mùa vụ, vì người đi họp không phải người quyết định trong nhà.",
                    "Không nên hứa đường, hứa điện để đổi lấy lá phiếu.",
                )
            ),
            Paragraph(
                "Phòng Xây dựng chính quyền đã ghi bảy buổi họp của Bản Luông – Nà Pheo thành tài liệu tham khảo, kèm mẫu biên bản kiểm kê tài "
                "sản chung, gửi các huyện đang chuẩn bị sắp xếp."
            ),
        ),
    ),
    Article(
        slug="cu-tri-gop-y-de-an-sap-xep-128-xa-con-58",
        section=SECTION,
        title="Cử tri Lam Giang góp ý đề án sắp xếp 128 đơn vị cấp xã còn 58: tên xã, trụ sở và đường đi",
        lead=(
            "Trong năm ngày cuối tháng Tư, 201.437 cử tri đại diện hộ gia đình được lấy ý kiến; 96,1% đồng ý. Mười bốn tên gọi dự kiến "
            "thay đổi sau góp ý."
        ),
        published_at=moment("2025-04-29 10:20"),
        views=3376,
        event=Event(day("2025-04-28"), "afternoon", "Trung tâm Hội nghị tỉnh, thành phố Lam Giang"),
        byline=(HAN, NGUYEN, PHOTOS_BY_DAT),
        participants=(
            Participant("vi-van-toan", "ông", "Vi Văn Toản", ("Phó Giám đốc Sở Nội vụ",), "spoke"),
            Participant(
                "ma-duc-thien",
                "ông",
                "Ma Đức Thiện",
                ("Trưởng Phòng Xây dựng chính quyền, Sở Nội vụ",),
                "attended",
            ),
        ),
        organisations=(
            Involved(COMMITTEE, "host"),
            Involved(GOVERNMENT, "host"),
            Involved(DEPARTMENT, "attending"),
        ),
        topics=("chinh-quyen-hai-cap",),
        tags=("lấy ý kiến cử tri", "sắp xếp đơn vị hành chính", "đặt tên xã"),
        related=("cong-bo-nghi-quyet-thanh-lap-58-xa-phuong",),
        body=(
            Photo(
                "hall",
                4,
                "Hội nghị tổng hợp ý kiến cử tri về đề án sắp xếp đơn vị hành chính cấp xã, chiều 28/4/2025.",
                "Hội trường rèm màu ngà với phông xanh; sáu người ngồi bàn chủ tọa phủ khăn xanh, một phụ nữ đứng ở bục.",
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Chiều 28/4, tỉnh công bố kết quả lấy ý kiến cử tri về đề án sắp xếp đơn vị hành chính cấp xã. Có 201.437 phiếu thu về trên "
                "tổng số 207.960 phiếu phát ra; 96,1% đồng ý với phương án sắp xếp, 93,4% đồng ý với tên gọi dự kiến."
            ),
            Paragraph(
                "Trong 6.200 ý kiến ghi thêm, gần một nửa nói về tên xã. Nhiều nơi đề nghị bỏ cách đánh số thứ tự, trở lại với tên núi, tên "
                "suối đã quen. Ban soạn thảo tiếp thu, thay mười bốn tên; xã Nậm Khao 2 trở thành Khe Lúa, phường Lam Giang 3 trở thành Tân "
                "Giang."
            ),
            Photo(
                "speech",
                8,
                "Ông Vi Văn Toản, Phó Giám đốc Sở Nội vụ, trình bày việc tiếp thu ý kiến cử tri.",
                "Người đàn ông mặc com lê sẫm phát biểu sau bục có hoa, phông phía sau màu xanh.",
                people=("vi-van-toan",),
                place="Trung tâm Hội nghị tỉnh",
            ),
            Heading("Hai nguyên tắc chọn trụ sở"),
            Paragraph(
                "Nhóm ý kiến thứ hai liên quan đến trụ sở. Đề án giữ nguyên tắc không xây mới trong năm 2025 và không để người dân nào phải "
                "đi quá hai mươi lăm cây số đường bộ. Mười chín xã có điểm tiếp nhận hồ sơ thứ hai ở trụ sở cũ để bảo đảm nguyên tắc này."
            ),
            Speech(
                "Đặt tên một xã mất vài phút, nhưng người ta viết cái tên ấy vào khai sinh của con mình. Chậm thêm hai ngày để hỏi lại là "
                "đáng.",
                "vi-van-toan",
                "Ông Vi Văn Toản",
                "Phó Giám đốc Sở Nội vụ",
            ),
            Paragraph(
                "Hồ sơ đề án, gồm cả bảng tổng hợp ý kiến không đồng ý, được trình Hội đồng nhân dân các cấp rồi gửi cơ quan có thẩm quyền "
                "trung ương xem xét, quyết định."
            ),
        ),
    ),
    Article(
        slug="cong-bo-nghi-quyet-thanh-lap-58-xa-phuong",
        section=SECTION,
        title="Công bố nghị quyết, quyết định thành lập 58 xã, phường của tỉnh Lam Giang trong buổi sáng 30/6",
        lead=(
            "Cùng cả nước, tỉnh kết thúc hoạt động của cấp huyện và ra mắt bộ máy 51 xã, 7 phường. Những quyết định đầu tiên được trao "
            "cho người đứng đầu các địa bàn khó khăn nhất."
        ),
        published_at=moment("2025-06-30 12:10"),
        views=4126,
        event=Event(day("2025-06-30"), "morning", "Trung tâm Hội nghị tỉnh, thành phố Lam Giang"),
        byline=(DAT, HAN),
        participants=(
            Participant(
                "trinh-ba-khoi",
                "ông",
                "Trịnh Bá Khôi",
                ("Chủ tịch Ủy ban nhân dân tỉnh",),
                "presented",
            ),
            Participant(
                "dinh-cong-thach",
                "ông",
                "Đinh Công Thạch",
                ("Phó Chủ tịch Ủy ban nhân dân tỉnh",),
                "attended",
            ),
            Participant(
                "ma-duc-thien",
                "ông",
                "Ma Đức Thiện",
                ("Trưởng Phòng Xây dựng chính quyền, Sở Nội vụ",),
                "attended",
            ),
        ),
        organisations=(
            Involved(COMMITTEE, "host"),
            Involved(DEPARTMENT, "host"),
            Involved(GOVERNMENT, "attending"),
        ),
        topics=("chinh-quyen-hai-cap",),
        tags=("thành lập xã, phường", "kết thúc cấp huyện", "30/6/2025"),
        body=(
            Photo(
                "speech",
                104,
                "Ông Trịnh Bá Khôi, Chủ tịch Ủy ban nhân dân tỉnh, phát biểu tại lễ công bố sáng 30/6/2025.",
                "Người đàn ông mặc com lê nâu đứng phát biểu sau bục có hoa, phía sau là phông lớn.",
                people=("trinh-ba-khoi",),
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Tám giờ sáng 30/6/2025, cùng thời điểm với các địa phương trong cả nước, Lam Giang tổ chức lễ công bố các nghị quyết, quyết "
                "định về sắp xếp đơn vị hành chính cấp xã, kết thúc hoạt động của đơn vị hành chính cấp huyện và thành lập 58 xã, phường."
            ),
            Paragraph(
                "Tỉnh giữ nguyên tên gọi, địa giới; 128 xã, phường, thị trấn cũ sắp xếp thành 51 xã và 7 phường. Chín huyện, thị xã, thành phố "
                "kết thúc nhiệm vụ sau nhiều chặng đường, có nơi mang tên gọi ấy từ năm 1889."
            ),
            Photo(
                "handing_over",
                4,
                "Trao quyết định cho người đứng đầu các xã vùng cao tại lễ công bố.",
                "Người đàn ông mặc com lê đưa văn bản đóng khung cho bốn người đứng thành hàng, trong đó có một phụ nữ mặc áo dài xanh.",
                people=("trinh-ba-khoi",),
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Bốn quyết định đầu tiên được trao cho lãnh đạo các xã Phiêng Sơn, Suối Chè, Khe Lúa và Nậm Khao, những địa bàn xa nhất. Tại "
                "58 điểm cầu, lễ công bố diễn ra đồng thời; nhiều nơi mời các cụ cao niên trong bản lên chứng kiến."
            ),
            Speech(
                "Hôm nay chúng ta khép lại một cấp chính quyền bằng lòng biết ơn, và mở ra một cấp chính quyền bằng sự chuẩn bị. Người dân "
                "sẽ chấm điểm chúng ta từ sáng mai.",
                "trinh-ba-khoi",
                "Ông Trịnh Bá Khôi",
                "Chủ tịch Ủy ban nhân dân tỉnh",
            ),
            Paragraph(
                "Ông Ma Đức Thiện, Trưởng Phòng Xây dựng chính quyền, lặng lẽ ngồi ở hàng ghế cuối. Hồ sơ địa giới của 58 đơn vị mới có chữ "
                "ông trên gần bảy trăm trang thuyết minh. Ngày mai, ông nghỉ hưu."
            ),
        ),
    ),
    Article(
        slug="lam-viec-voi-thai-nguyen-ve-kinh-nghiem-sau-hop-nhat",
        section=SECTION,
        title="Lam Giang trao đổi với Thái Nguyên về hồ sơ, con dấu và dữ liệu sau khi hợp nhất với Bắc Kạn",
        lead=(
            "Đoàn công tác của Sở Nội vụ dành một ngày tại Thái Nguyên để tìm hiểu cách nối hai cơ sở dữ liệu cán bộ và giải quyết những "
            "hồ sơ đang dở dang."
        ),
        published_at=moment("2025-07-21 08:30"),
        views=642,
        event=Event(day("2025-07-18"), "morning", "Sở Nội vụ tỉnh Thái Nguyên", "vn34-thai-nguyen"),
        byline=(NGUYEN,),
        participants=(
            NGHIA_CHAIRED,
            Participant(
                "nong-thi-hong-nhan",
                "bà",
                "Nông Thị Hồng Nhạn",
                ("Chuyên viên chính Sở Nội vụ tỉnh Thái Nguyên",),
                "spoke",
            ),
            Participant(
                "trieu-thi-hanh-nguyen",
                "bà",
                "Triệu Thị Hạnh Nguyên",
                ("Trưởng Phòng Xây dựng chính quyền, Sở Nội vụ tỉnh Lam Giang",),
                "attended",
            ),
        ),
        organisations=(
            Involved(THAI_NGUYEN, "host"),
            Involved(DEPARTMENT, "attending"),
            Involved(GOVERNMENT, "attending"),
        ),
        provinces=("vn34-thai-nguyen", "vn63-bac-kan"),
        topics=("chinh-quyen-hai-cap",),
        tags=("hợp nhất tỉnh", "cơ sở dữ liệu cán bộ", "Thái Nguyên", "Bắc Kạn"),
        body=(
            Photo(
                "speech",
                11,
                "Bà Nông Thị Hồng Nhạn, chuyên viên chính Sở Nội vụ tỉnh Thái Nguyên, giới thiệu cách ghép dữ liệu cán bộ.",
                "Người phụ nữ tóc bạc búi cao, mặc áo dài tím, phát biểu sau bục có hoa trên nền rèm xanh rêu.",
                people=("nong-thi-hong-nhan",),
                place="Tỉnh Thái Nguyên",
            ),
            Paragraph(
                "Hai tuần sau khi tỉnh Thái Nguyên mới đi vào hoạt động trên cơ sở hợp nhất Bắc Kạn và Thái Nguyên, đoàn công tác của Sở Nội "
                "vụ tỉnh Lam Giang có buổi làm việc sáng 18/7. Lam Giang không thuộc diện hợp nhất nhưng có 312 hồ sơ liên quan đến cán bộ "
                "từng công tác ở Bắc Kạn."
            ),
            Paragraph(
                "Phía Thái Nguyên cho biết đã nối hai cơ sở dữ liệu với 41.000 hồ sơ trong chín ngày. Khó nhất không phải kỹ thuật mà là tên "
                "đơn vị: cùng một trường học, mỗi bên viết một cách. Nhóm làm việc giữ nguyên tên cũ trong quá khứ và chỉ dùng tên mới từ "
                "ngày 01/7, thay vì đổi tất cả về tên mới."
            ),
            Heading("Giữ nguyên quá khứ"),
            Paragraph(
                "Nguyên tắc ấy được đoàn Lam Giang ghi lại như bài học chính: quyết định ký ngày nào thì mang tên cơ quan ngày đó. Khi tra "
                "cứu, hệ thống tự nối sang đơn vị kế thừa, nhưng bản gốc không bị sửa."
            ),
            Paragraph(
                "Hai bên thống nhất danh mục 312 hồ sơ cần xác minh, hẹn trả lời trong ba mươi ngày. Riêng 27 hồ sơ người có công được ưu "
                "tiên, hoàn thành ngay trong tuần cuối tháng Bảy, dịp kỷ niệm Ngày Thương binh – Liệt sĩ."
            ),
            Photo(
                "signing",
                6,
                "Đại diện Sở Nội vụ hai tỉnh ký biên bản phối hợp xử lý hồ sơ cán bộ, sáng 18/7/2025.",
                "Hai người đàn ông mặc com lê ngồi ký ở bàn dài phủ khăn trắng, sáu người đứng sau trên nền rèm xanh rêu.",
                people=("tran-huu-nghia",),
                place="Tỉnh Thái Nguyên",
            ),
        ),
    ),
    Article(
        slug="tap-huan-uy-ban-bau-cu-cap-xa-truoc-ngay-15-3-2026",
        section=SECTION,
        title="Tập huấn nghiệp vụ cho ủy ban bầu cử 58 xã, phường: thực hành kiểm phiếu trên bộ phiếu giả định",
        lead=(
            "Lần đầu các xã mới tổ chức bầu cử đại biểu Quốc hội và Hội đồng nhân dân. Học viên kiểm 1.200 lá phiếu mẫu, trong đó có cả "
            "những phiếu khó phân định."
        ),
        published_at=moment("2026-01-22 15:55"),
        views=1187,
        event=Event(
            day("2026-01-20"),
            "",
            "Trường Chính trị tỉnh, phường Tân Giang, tỉnh Lam Giang",
            until=day("2026-01-21"),
        ),
        byline=(NGUYEN, PHOTOS_BY_DAT),
        participants=(
            Participant(
                "trieu-thi-hanh-nguyen",
                "bà",
                "Triệu Thị Hạnh Nguyên",
                ("Trưởng Phòng Xây dựng chính quyền, Sở Nội vụ",),
                "spoke",
            ),
        ),
        organisations=(Involved(GOVERNMENT, "host"), Involved(DEPARTMENT, "host")),
        topics=("bau-cu-2026",),
        tags=("bầu cử", "ủy ban bầu cử", "kiểm phiếu"),
        related=("cu-tri-lam-giang-di-bau-cu-15-3-2026",),
        body=(
            Photo(
                "training",
                17,
                "Bà Triệu Thị Hạnh Nguyên, Trưởng Phòng Xây dựng chính quyền, hướng dẫn phân loại phiếu bầu.",
                "Người phụ nữ mặc áo dài xanh chỉ lên màn chiếu; học viên ngồi theo hai dãy bàn có máy tính.",
                people=("trieu-thi-hanh-nguyen",),
                place="Trường Chính trị tỉnh",
            ),
            Paragraph(
                "Trong hai ngày 20 và 21/01, hơn 340 thành viên ủy ban bầu cử và công chức giúp việc của 58 xã, phường dự tập huấn nghiệp vụ "
                "bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026–2031. Ngày bầu cử là Chủ nhật, 15/3/2026."
            ),
            Paragraph(
                "Ngày thứ nhất dành cho danh sách cử tri. Sau sắp xếp, nhiều thôn đổi xã, người dân tạm trú đông hơn; mỗi đơn vị được giao đối "
                "chiếu dữ liệu dân cư với sổ của công an xã và niêm yết đúng hạn tại ít nhất ba nơi."
            ),
            Paragraph(
                "Ngày thứ hai, học viên chia thành hai mươi tổ, kiểm 1.200 lá phiếu giả định do Phòng Xây dựng chính quyền chuẩn bị. Có phiếu "
                "gạch chéo cả hai mặt, phiếu viết thêm chữ, phiếu gạch một nửa tên. Mười bảy tổ ra kết quả khớp với đáp án; ba tổ lệch một "
                "đến hai phiếu và phải làm lại từ đầu."
            ),
            Bullets(
                (
                    "Mỗi phiếu phải được ít nhất hai người đọc to trước khi ghi.",
                    "Có ý kiến khác nhau thì dừng lại, ghi biên bản, không biểu quyết cho nhanh.",
                    "Điện thoại để ngoài phòng kiểm phiếu, trừ máy của tổ trưởng dùng báo cáo.",
                )
            ),
            Paragraph(
                "Tài liệu tập huấn và bộ phiếu mẫu được chuyển về các tổ bầu cử ở thôn, tổ dân phố. Đường dây hỗ trợ của Sở Nội vụ hoạt động "
                "từ ngày 01/02 đến khi công bố kết quả."
            ),
        ),
    ),
    Article(
        slug="cu-tri-lam-giang-di-bau-cu-15-3-2026",
        section=SECTION,
        title="Cử tri Lam Giang đi bầu đạt 99,4%: những hòm phiếu về bản trước bình minh ngày 15/3/2026",
        lead=(
            "Toàn tỉnh có 612.308 cử tri bỏ phiếu tại 896 khu vực. Ở Phiêng Sơn, tổ bầu cử gùi hòm phiếu phụ đi bộ bốn giờ để đến với tám "
            "cử tri già yếu."
        ),
        published_at=moment("2026-03-16 10:30"),
        views=3659,
        event=Event(day("2026-03-15"), "", "896 khu vực bỏ phiếu, tỉnh Lam Giang"),
        byline=(DAT, HAN),
        organisations=(Involved(GOVERNMENT, "mentioned"), Involved(COMMITTEE, "mentioned")),
        topics=("bau-cu-2026",),
        tags=("bầu cử", "Quốc hội khóa XVI", "Hội đồng nhân dân", "cử tri"),
        source=Source("Báo Lam Giang", "https://baolamgiang.example/ngay-bau-cu-o-lam-giang"),
        body=(
            Photo(
                "hills",
                4,
                "Bản vùng cao Phiêng Sơn sáng sớm ngày bầu cử 15/3/2026.",
                "Bình minh cam trên những lớp núi tím, bên phải là cụm nhà sàn giữa ruộng bậc thang.",
                place="Xã Phiêng Sơn",
            ),
            Paragraph(
                "Ba giờ sáng Chủ nhật 15/3, bốn người của tổ bầu cử số 7, xã Phiêng Sơn, buộc hòm phiếu phụ lên gùi và bắt đầu đi bộ. Tám cử "
                "tri ở lán nương Pù Đao đều trên bảy mươi tuổi, không xuống bản được. Đúng bảy giờ, hòm phiếu mở dưới tán cây mận."
            ),
            Paragraph(
                "Đến 19 giờ cùng ngày, 612.308 trong 616.004 cử tri toàn tỉnh đã bỏ phiếu, đạt 99,4%. 731 khu vực hoàn thành trước 15 giờ. Không "
                "nơi nào phải bầu thêm, bầu lại vì lý do tổ chức."
            ),
            Table(
                "Tiến độ bỏ phiếu trong ngày",
                ("Thời điểm", "Số cử tri đã bỏ phiếu", "Tỷ lệ (%)"),
                (
                    ("9 giờ", "287.660", "46,7"),
                    ("12 giờ", "489.110", "79,4"),
                    ("15 giờ", "583.970", "94,8"),
                    ("19 giờ", "612.308", "99,4"),
                ),
                numbers=(1, 2),
                source="Ủy ban bầu cử tỉnh Lam Giang",
            ),
            Heading("Lần đầu cầm lá phiếu ở xã mới"),
            Paragraph(
                "Với nhiều người, đây là lần đầu bầu Hội đồng nhân dân của xã sau sắp xếp. Bà Nông Thị Slưởng, 66 tuổi, ở phường Hạ Giang, đọc "
                "tiểu sử ứng cử viên dán ở nhà văn hóa đến ba lần. Bà bảo xã rộng hơn thì phải đọc kỹ hơn, vì không còn biết mặt tất cả mọi "
                "người như trước."
            ),
            Paragraph(
                "Công tác kiểm phiếu bắt đầu ngay sau giờ đóng cửa phòng bỏ phiếu, có đại diện cử tri chứng kiến. Kết quả sẽ do cơ quan có thẩm "
                "quyền công bố theo quy định của Luật Bầu cử."
            ),
        ),
    ),
    Article(
        slug="mot-nam-chinh-quyen-dia-phuong-hai-cap-o-lam-giang",
        section=SECTION,
        title="Một năm chính quyền địa phương hai cấp ở Lam Giang: việc về gần dân hơn, việc nào còn phải chờ",
        lead=(
            "Sở Nội vụ công bố báo cáo một năm với mười hai điều đã làm được, chín điều chưa và kế hoạch điều chỉnh biên chế của 23 xã, "
            "phường."
        ),
        published_at=moment("2026-07-03 09:50"),
        views=2487,
        event=Event(
            day("2026-07-01"), "morning", "Trung tâm Hội nghị tỉnh, phường Bến Lam, tỉnh Lam Giang"
        ),
        byline=(HAN, QUAN, PHOTOS_BY_DAT),
        participants=(
            Participant(
                "dinh-cong-thach",
                "ông",
                "Đinh Công Thạch",
                ("Chủ tịch Ủy ban nhân dân tỉnh",),
                "chaired",
            ),
            Participant(
                "tran-huu-nghia", "ông", "Trần Hữu Nghĩa", ("Phó Giám đốc Sở Nội vụ",), "spoke"
            ),
            Participant(
                "trieu-thi-hanh-nguyen",
                "bà",
                "Triệu Thị Hạnh Nguyên",
                ("Trưởng Phòng Xây dựng chính quyền, Sở Nội vụ",),
                "attended",
            ),
        ),
        organisations=(
            Involved(COMMITTEE, "host"),
            Involved(DEPARTMENT, "host"),
            Involved(GOVERNMENT, "attending"),
        ),
        other_sections=("cai-cach-hanh-chinh",),
        topics=("chinh-quyen-hai-cap",),
        tags=("chính quyền địa phương hai cấp", "sơ kết một năm", "biên chế cấp xã"),
        related=(
            "ba-ngay-dau-cua-58-trung-tam-phuc-vu-hanh-chinh-cong-cap-xa",
            "cong-bo-nghi-quyet-thanh-lap-58-xa-phuong",
        ),
        body=(
            Photo(
                "speech",
                102,
                "Ông Đinh Công Thạch, Chủ tịch Ủy ban nhân dân tỉnh, kết luận hội nghị sáng 01/7/2026.",
                "Người đàn ông mặc com lê sẫm đứng sau bục ở bên trái, rèm nâu và phông xanh phía sau.",
                people=("dinh-cong-thach",),
                place="Trung tâm Hội nghị tỉnh",
            ),
            Paragraph(
                "Đúng một năm sau ngày 58 xã, phường đi vào hoạt động, tỉnh tổ chức hội nghị đánh giá. Báo cáo do Sở Nội vụ chuẩn bị mở đầu "
                "bằng phần chưa làm được, theo yêu cầu của Chủ tịch Ủy ban nhân dân tỉnh."
            ),
            Paragraph(
                "Chín điều chưa được gồm: thủ tục đất đai còn qua ba lần luân chuyển; 11 xã thiếu kế toán; dữ liệu hộ tịch của 14 xã cũ chưa "
                "số hóa xong; phụ cấp kiêm nhiệm chi chậm ở quý I. Với mỗi điều, báo cáo ghi rõ ai chịu trách nhiệm và thời hạn."
            ),
            Photo(
                "counter",
                3,
                "Trung tâm Phục vụ hành chính công xã Đồng Mây sau một năm vận hành.",
                "Ba người dân đứng trước quầy, một người tóc bạc; phía trong bốn công chức đang làm việc bên màn hình.",
                place="Xã Đồng Mây",
            ),
            Heading("Những việc đã về gần dân"),
            Paragraph(
                "Ở chiều ngược lại, 418 việc trước đây do huyện làm nay giải quyết tại xã. Thời gian cấp giấy phép xây dựng nhà ở riêng lẻ rút "
                "từ mười lăm xuống chín ngày; trợ cấp mai táng chi trả trong ba ngày. Số lượt tiếp công dân định kỳ của chủ tịch xã tăng gần "
                "gấp đôi."
            ),
            Paragraph(
                "Từ khảo sát khối lượng công việc, tỉnh sẽ điều chỉnh biên chế của 23 xã, phường trong quý III, chuyển 61 người từ nơi ít việc "
                "sang nơi quá tải. Việc điều chuyển làm theo nguyện vọng trước, phân công sau."
            ),
            Paragraph(
                "Toàn văn báo cáo, gồm phụ lục số liệu từng xã, được đăng công khai. Góp ý của người dân gửi về Văn phòng Sở Nội vụ đến hết "
                "ngày 31/7 sẽ được tổng hợp, trả lời chung."
            ),
        ),
    ),
)
