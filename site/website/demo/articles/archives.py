"""Văn thư – Lưu trữ."""

from __future__ import annotations

from ..people import ARCHIVES, COMMITTEE, DEPARTMENT, OFFICE
from ..shapes import (
    Article,
    AwardsBox,
    Bullets,
    Event,
    Heading,
    Involved,
    Paragraph,
    Photo,
    Speech,
    Table,
    day,
    moment,
)
from .people_in_print import (
    DAT,
    HAN,
    PHOTOS_BY_DAT,
    QUYEN_CHAIRED,
    QUYEN_PRESENTED,
    TRIET,
    TRIET_SPOKE,
)

SECTION = "van-thu-luu-tru"

ARTICLES = (
    Article(
        slug="trung-bay-lam-giang-qua-nhung-con-dau",
        section=SECTION,
        title="Trưng bày “Lam Giang qua những con dấu”: hơn một trăm ba mươi năm kể bằng văn bản hành chính",
        lead=(
            "Nhân ngày 03/01, Trung tâm Lưu trữ lịch sử tỉnh giới thiệu 64 tài liệu từ năm 1886 đến 2003, trong đó 19 tài liệu lần đầu đưa "
            "ra công chúng."
        ),
        published_at=moment("2024-01-04 14:30"),
        views=402,
        event=Event(
            day("2024-01-03"), "morning", "Trung tâm Lưu trữ lịch sử tỉnh, thành phố Lam Giang"
        ),
        byline=(TRIET, PHOTOS_BY_DAT),
        participants=(QUYEN_CHAIRED, TRIET_SPOKE),
        organisations=(Involved(ARCHIVES, "host"), Involved(DEPARTMENT, "attending")),
        tags=("trưng bày tài liệu", "con dấu", "ngày 03/01"),
        body=(
            Photo(
                "speech",
                22,
                "Ông Khổng Minh Triết, Giám đốc Trung tâm Lưu trữ lịch sử tỉnh, giới thiệu trưng bày sáng 03/01/2024.",
                "Người đàn ông mặc com lê xanh rêu, cà vạt vàng, đứng sau bục ở bên phải, rèm xanh tím phía sau.",
                people=("khong-minh-triet",),
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Phòng trưng bày rộng chưa đến một trăm mét vuông, không có màn hình lớn. Người xem được phát một chiếc kính lúp và tự đi tìm "
                "con dấu trên 64 trang văn bản, từ tờ trình đóng triện son năm 1886 đến quyết định đổi tên Ban Tổ chức chính quyền tỉnh thành Sở Nội vụ cuối năm 2003."
            ),
            Paragraph(
                "Tài liệu được nhiều người dừng lại nhất là một công văn viết tay tháng 9/1945 của Ủy ban nhân dân cách mạng lâm thời, đóng "
                "bằng con dấu gỗ khắc vội, thiếu một nét. Bên cạnh là biên bản bàn giao con dấu ấy mười năm sau, khi nó đã mòn đến mức không "
                "còn đọc được."
            ),
            Heading("Mỗi con dấu một câu chuyện địa giới"),
            Paragraph(
                "Đi dọc phòng trưng bày, người xem có thể đếm được mười một lần tỉnh thay đổi tên gọi hoặc địa giới. Trung tâm vẽ lại các thay "
                "đổi thành một sơ đồ duy nhất, đặt ở cuối lối đi, để người xem tìm làng mình từng thuộc về đâu."
            ),
            Paragraph(
                "Phó Giám đốc Sở Nội vụ Đàm Thu Quyên cho rằng cách trưng bày này gợi ý cho công tác văn thư hôm nay: một văn bản thiếu dấu, "
                "thiếu ngày, về sau không ai cứu được. Trưng bày mở cửa miễn phí đến hết ngày 31/3, có buổi hướng dẫn riêng cho học sinh vào "
                "chiều thứ Tư."
            ),
        ),
    ),
    Article(
        slug="luat-luu-tru-2024-nhung-dieu-co-quan-can-chuan-bi",
        section=SECTION,
        title="Quốc hội thông qua Luật Lưu trữ năm 2024: các cơ quan ở Lam Giang cần chuẩn bị gì trong một năm tới",
        lead=(
            "Luật gồm 8 chương, 65 điều, có hiệu lực từ ngày 01/7/2025. Tài liệu lưu trữ số và tài liệu lưu trữ tư lần đầu được quy định "
            "đầy đủ."
        ),
        published_at=moment("2024-07-02 10:15"),
        views=761,
        byline=(TRIET,),
        organisations=(Involved(ARCHIVES, "host"), Involved(OFFICE, "mentioned")),
        topics=("so-hoa-tai-lieu-luu-tru",),
        tags=("Luật Lưu trữ", "tài liệu lưu trữ số", "lưu trữ tư"),
        body=(
            Paragraph(
                "Ngày 21/6/2024, Quốc hội khóa XV thông qua Luật Lưu trữ số 33/2024/QH15, thay thế luật năm 2011. Trung tâm Lưu trữ lịch sử "
                "tỉnh đã đọc, so sánh hai luật và rút ra những việc các cơ quan nên bắt tay ngay, không đợi đến ngày luật có hiệu lực."
            ),
            Bullets(
                (
                    "Thời hạn nộp hồ sơ vào lưu trữ lịch sử rút còn tối đa 5 năm, kể từ năm nộp vào lưu trữ hiện hành; kho của cơ quan phải chỉnh lý sớm hơn.",
                    "Tài liệu lưu trữ số có giá trị như bản gốc khi đáp ứng yêu cầu của luật, nên hệ thống quản lý văn bản phải giữ được chữ ký số và dữ liệu đặc tả.",
                    "Gia đình, dòng họ, cá nhân có tài liệu quý được Nhà nước hỗ trợ bảo quản và khuyến khích ký gửi, hiến tặng.",
                    "Ngày 03 tháng 01 hằng năm là Ngày Lưu trữ Việt Nam.",
                )
            ),
            Heading("Bắt đầu từ danh mục hồ sơ"),
            Paragraph(
                "Kiểm tra 26 cơ quan trong quý II cho thấy 17 nơi có danh mục hồ sơ hằng năm nhưng chỉ 6 nơi dùng đến. Khi công việc đã chạy "
                "trên môi trường điện tử, thiếu danh mục đồng nghĩa với việc văn bản nằm rải rác, không thành hồ sơ và không thể nộp lưu."
            ),
            Paragraph(
                "Trung tâm đề nghị mỗi cơ quan chọn một phòng làm điểm từ quý III, lập hồ sơ điện tử cho toàn bộ công việc phát sinh và mời "
                "Trung tâm đến xem sau ba tháng. Mẫu danh mục, hướng dẫn đặt tên tệp và danh sách lỗi thường gặp đăng tại chuyên mục này."
            ),
            Paragraph(
                "Bốn lớp tập huấn dành cho văn thư cơ quan dự kiến mở trong tháng Chín. Đơn vị ở xa có thể học trực tuyến, nhưng phải nộp một "
                "hồ sơ mẫu để được công nhận hoàn thành."
            ),
        ),
    ),
    Article(
        slug="so-hoa-hai-trieu-trang-ho-so-dia-chinh",
        section=SECTION,
        title="Số hóa xong hai triệu trang hồ sơ địa chính: người dân xin trích lục không còn phải chờ tìm trong kho",
        lead=(
            "Sau mười bốn tháng làm hai ca, kho tài liệu địa chính giai đoạn 1985–2010 đã tra cứu được trên máy. Thời gian trả lời một yêu "
            "cầu giảm từ chín ngày xuống một buổi."
        ),
        published_at=moment("2024-12-11 08:40"),
        views=1246,
        byline=(TRIET, HAN),
        organisations=(Involved(ARCHIVES, "host"),),
        other_sections=("cai-cach-hanh-chinh",),
        topics=("so-hoa-tai-lieu-luu-tru", "chuyen-doi-so"),
        tags=("số hóa", "hồ sơ địa chính", "trích lục"),
        body=(
            Photo(
                "document",
                1,
                "Một trang hồ sơ địa chính được kiểm tra lần cuối trước khi đưa vào máy quét.",
                "Tờ giấy có dấu tròn đỏ và chữ ký trên mặt bàn gỗ, kẹp dưới là bìa màu xanh, cạnh bên có bút.",
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Tháng 10/2023, khi dự án bắt đầu, tổ số hóa của Trung tâm Lưu trữ lịch sử tỉnh có chín người và ba máy quét. Trước mặt họ là "
                "412 mét giá tài liệu địa chính, nhiều tập ẩm mốc sau trận lụt năm 2008, có tập phải tách từng tờ bằng dao tre."
            ),
            Paragraph(
                "Đến đầu tháng 12 năm nay, 2.046.000 trang đã được quét, đặt tên, gắn thông tin thửa đất và kiểm tra chéo. Tỷ lệ sai sau kiểm "
                "tra lần hai là 0,6%, chủ yếu do chữ viết tay của cùng một tên người mỗi nơi một khác."
            ),
            Table(
                "Trước và sau khi số hóa",
                ("Việc", "Trước", "Nay"),
                (
                    ("Tìm một hồ sơ trong kho", "2 – 6 giờ", "dưới 5 phút"),
                    ("Trả lời yêu cầu trích lục", "9 ngày", "trong buổi"),
                    ("Số lần mở bản gốc mỗi tháng", "khoảng 700", "dưới 40"),
                ),
                source="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Heading("Bản gốc được nghỉ ngơi"),
            Paragraph(
                "Lợi ích ít người thấy là bản gốc không còn bị lật giở hằng ngày. Kho được chuyển sang chế độ bảo quản ổn định, nhiệt độ dưới "
                "22 độ; những tập yếu nhất đang được bồi nền bằng giấy dó."
            ),
            Paragraph(
                "Người dân có nhu cầu gửi yêu cầu tại Trung tâm hoặc qua cổng dịch vụ công. Trích lục có ký số của Trung tâm được dùng như bản "
                "giấy; trường hợp phục vụ giải quyết tranh chấp, cơ quan tố tụng vẫn có thể đề nghị xem bản gốc."
            ),
        ),
    ),
    Article(
        slug="ban-giao-tai-lieu-khi-ket-thuc-cap-huyen",
        section=SECTION,
        title="Chín huyện, thị xã, thành phố bàn giao tài liệu trước ngày 30/6: không thùng nào được rời kho thiếu nhãn",
        lead=(
            "Khoảng 3.800 mét giá tài liệu phải được kiểm kê, niêm phong trước khi cấp huyện kết thúc hoạt động. Sở Nội vụ lập ba tổ lưu "
            "động hỗ trợ tại chỗ."
        ),
        published_at=moment("2025-05-27 16:15"),
        views=598,
        event=Event(
            day("2025-05-26"),
            "afternoon",
            "Hội trường Trung tâm Lưu trữ lịch sử tỉnh, thành phố Lam Giang",
        ),
        byline=(TRIET,),
        participants=(QUYEN_CHAIRED, TRIET_SPOKE),
        organisations=(
            Involved(ARCHIVES, "host"),
            Involved(DEPARTMENT, "host"),
            Involved(COMMITTEE, "mentioned"),
        ),
        topics=("chinh-quyen-hai-cap",),
        tags=("bàn giao tài liệu", "kết thúc cấp huyện", "chỉnh lý"),
        body=(
            Photo(
                "signing",
                4,
                "Ký biên bản phương án bàn giao tài liệu giữa Trung tâm Lưu trữ lịch sử tỉnh và các huyện, chiều 26/5/2025.",
                "Một người đàn ông và một phụ nữ mặc áo dài xanh ngồi ký bên bàn dài, sáu người đứng sau trên nền rèm nâu.",
                people=("khong-minh-triet",),
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Chưa đầy năm tuần nữa cấp huyện kết thúc hoạt động. Chiều 26/5, Sở Nội vụ họp với chín huyện, thị xã, thành phố để thống nhất "
                "cách bàn giao khoảng 3.800 mét giá tài liệu đang nằm ở văn phòng, phòng chuyên môn và cả nhà xe."
            ),
            Paragraph(
                "Tài liệu được chia ba luồng. Hồ sơ có giá trị vĩnh viễn chuyển về Trung tâm Lưu trữ lịch sử tỉnh. Hồ sơ công việc đang giải "
                "quyết theo người về xã mới. Phần còn lại giữ tại kho cũ, khóa niêm phong, giao một đầu mối trông coi đến khi chỉnh lý xong."
            ),
            Heading("Nhãn thùng ghi sáu dòng"),
            Bullets(
                (
                    "Tên cơ quan như trên con dấu cuối cùng.",
                    "Năm đầu và năm cuối của tài liệu trong thùng.",
                    "Tên công việc, không viết tắt.",
                    "Số thứ tự thùng trên tổng số thùng.",
                    "Người đóng thùng và người kiểm.",
                    "Nơi đến và ngày niêm phong.",
                ),
                ordered=True,
            ),
            Paragraph(
                "Yêu cầu nghe đơn giản nhưng là bài học từ lần chia tách huyện năm 1997: 214 thùng không nhãn khi ấy mất sáu năm mới xác định "
                "xong xuất xứ, 11 thùng đến nay vẫn chưa rõ. Từ tuần này, ba tổ lưu động đi từng huyện, mang theo nhãn in sẵn và cân."
            ),
            Speech(
                "Người nhận thùng tài liệu này có thể chưa ra đời. Hãy ghi nhãn cho người ấy đọc.",
                "khong-minh-triet",
                "Ông Khổng Minh Triết",
                "Giám đốc Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Tiến độ của từng huyện được cập nhật vào 16 giờ hằng ngày trên trang thông tin của Sở. Việc tiêu hủy tài liệu hết giá trị tạm "
                "dừng trên toàn tỉnh cho đến hết ngày 30/9."
            ),
        ),
    ),
    Article(
        slug="tap-huan-van-thu-luu-tru-cho-58-xa-phuong",
        section=SECTION,
        title="Văn thư 58 xã, phường học cách lập hồ sơ ngay từ ngày đầu: đúng một buổi, mang về một quy trình",
        lead=(
            "Luật Lưu trữ và mô hình xã mới cùng có hiệu lực ngày 01/7. Lớp học mở sau đó ba tuần, khi công chức đã biết mình vướng ở đâu."
        ),
        published_at=moment("2025-07-25 11:00"),
        views=447,
        event=Event(
            day("2025-07-24"),
            "morning",
            "Trung tâm Lưu trữ lịch sử tỉnh, phường Tân Giang, tỉnh Lam Giang",
        ),
        byline=(DAT,),
        participants=(TRIET_SPOKE,),
        organisations=(Involved(ARCHIVES, "host"),),
        topics=("so-hoa-tai-lieu-luu-tru",),
        tags=("văn thư cấp xã", "lập hồ sơ", "Luật Lưu trữ"),
        body=(
            Photo(
                "training",
                22,
                "Ông Khổng Minh Triết giảng bài lập hồ sơ công việc cho văn thư các xã, phường, sáng 24/7/2025.",
                "Người đàn ông mặc com lê chỉ lên màn chiếu có biểu đồ bốn cột; bên dưới là học viên mặc áo nhiều màu.",
                people=("khong-minh-triet",),
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Chị Đinh Thị Hảo, văn thư xã Mường Sen, đến lớp với một túi vải đựng 43 văn bản chưa biết xếp vào đâu. Chị từng là kế toán, "
                "nhận việc văn thư từ ngày 01/7. Cuối buổi, túi văn bản của chị trở thành bảy hồ sơ, có bìa, có mục lục và thời hạn lưu trữ."
            ),
            Paragraph(
                "Lớp học không phát giáo trình. Mỗi xã dựng tại chỗ quy trình của mình trên một tờ giấy khổ lớn: văn bản đến thì ai nhận, ai "
                "chuyển, bao lâu phải có hồ sơ, cuối năm nộp cho ai. Giảng viên đi từng bàn, hỏi ngược: nếu hôm ấy người này nghỉ thì sao?"
            ),
            Paragraph(
                "Qua 58 tờ giấy, Trung tâm nhận ra ba khoảng trống chung: chưa ai được giao khóa sổ văn bản đi trong ngày, văn bản trao đổi qua "
                "ứng dụng nhắn tin không được đưa vào hồ sơ, và con dấu để ở phòng tiếp dân. Cả ba đều sửa được trong tuần."
            ),
            Paragraph(
                "Bốn tuần sau lớp học, tổ hỗ trợ sẽ gọi điện kiểm tra một câu duy nhất: xã đã lập được bao nhiêu hồ sơ từ ngày 01/7. Nơi nào "
                "trả lời được ngay thì coi như quy trình đã chạy."
            ),
        ),
    ),
    Article(
        slug="gia-dinh-ong-ly-van-chan-hien-tang-127-cuon-sach-nom",
        section=SECTION,
        title="Gia đình ông Lý Văn Chản hiến tặng 127 cuốn sách Nôm Dao, Nôm Tày giữ qua bốn đời trên gác bếp",
        lead=(
            "Bộ sách cổ nhất chép năm 1874. Sở Nội vụ tặng Giấy khen cho gia đình và người đã kiên trì vận động, ghi chép suốt ba năm."
        ),
        published_at=moment("2025-10-13 09:05"),
        views=1538,
        event=Event(
            day("2025-10-10"),
            "morning",
            "Trung tâm Lưu trữ lịch sử tỉnh, phường Tân Giang, tỉnh Lam Giang",
        ),
        byline=(HAN, PHOTOS_BY_DAT),
        participants=(QUYEN_PRESENTED, TRIET_SPOKE),
        organisations=(Involved(ARCHIVES, "host"), Involved(DEPARTMENT, "host")),
        other_sections=("thi-dua-khen-thuong",),
        tags=("hiến tặng tài liệu", "sách Nôm", "Giấy khen"),
        grants=("gk-2025-ho-ly-van-chan", "gk-2025-nong-van-kinh"),
        body=(
            Photo(
                "speech",
                3,
                "Bà Đàm Thu Quyên, Phó Giám đốc Sở Nội vụ, cảm ơn gia đình hiến tặng tài liệu, sáng 10/10/2025.",
                "Người phụ nữ tóc ngắn mặc áo dài xanh đứng sau bục ở bên phải, rèm màu ngà và phông xanh phía sau.",
                people=("dam-thu-quyen",),
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Ông Lý Văn Chản mang sách đến bằng ba chiếc thúng, phủ lá dong. Một trăm hai mươi bảy cuốn bằng giấy dó, gáy khâu chỉ lanh, "
                "đen bóng khói bếp. Cuốn cổ nhất ghi niên hiệu Tự Đức năm thứ 27, tức năm 1874; cuốn muộn nhất do bố ông chép năm 1952."
            ),
            Paragraph(
                "Gia đình ông ở xã Khe Lúa giữ sách qua bốn đời. Ba năm trước, nghệ nhân Nông Văn Kính tìm đến, xin đọc, rồi lặng lẽ chép lại "
                "mục lục từng cuốn bằng bút bi. Chính danh sách ấy giúp Trung tâm Lưu trữ lịch sử tỉnh nhận ra đây là bộ sách Nôm Dao lớn nhất "
                "còn trong dân ở tỉnh."
            ),
            Photo(
                "handing_over",
                6,
                "Trao Giấy khen của Giám đốc Sở Nội vụ cho gia đình ông Lý Văn Chản và nghệ nhân Nông Văn Kính.",
                "Một người đàn ông đưa bằng khung vàng cho ba người đứng cạnh nhau, trong đó có hai phụ nữ mặc áo dài xanh.",
                grants=("gk-2025-ho-ly-van-chan", "gk-2025-nong-van-kinh"),
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            AwardsBox(),
            Heading("Hiến tặng nhưng vẫn là sách của nhà"),
            Paragraph(
                "Theo thỏa thuận, Trung tâm khử nấm, số hóa toàn bộ trong sáu tháng và trao lại cho gia đình một bộ bản sao in màu. Khi dòng họ "
                "có việc cúng lễ, gia đình được mượn bản gốc ba cuốn nghi lễ, có người của Trung tâm đi cùng."
            ),
            Speech(
                "Để trên gác bếp thì mọt không ăn, nhưng cháu tôi cũng không đọc. Bây giờ sách có nhà mới, cháu tôi lên mạng là thấy tên cụ.",
                "",
                "Ông Lý Văn Chản",
                "Người hiến tặng tài liệu, xã Khe Lúa",
            ),
            Paragraph(
                "Luật Lưu trữ có hiệu lực từ ngày 01/7/2025 khuyến khích cá nhân, gia đình, dòng họ ký gửi, hiến tặng tài liệu quý. Từ đầu tháng "
                "Bảy, Trung tâm đã tiếp nhận đề nghị của mười một gia đình khác."
            ),
        ),
    ),
    Article(
        slug="ky-niem-80-nam-thong-dat-ve-luu-tru",
        section=SECTION,
        title="Ngày Lưu trữ Việt Nam ở Lam Giang: tám mươi năm một bản Thông đạt và câu chuyện những người giữ kho",
        lead=(
            "Ngày 03/01/1946, Chủ tịch Hồ Chí Minh ký Thông đạt về công văn, giấy tờ. Tám mươi năm sau, ba thế hệ người làm lưu trữ của tỉnh "
            "ngồi lại cùng nhau."
        ),
        published_at=moment("2026-01-05 15:00"),
        views=356,
        event=Event(
            day("2026-01-05"),
            "morning",
            "Trung tâm Lưu trữ lịch sử tỉnh, phường Tân Giang, tỉnh Lam Giang",
        ),
        byline=(HAN, TRIET),
        participants=(QUYEN_CHAIRED, TRIET_SPOKE),
        organisations=(Involved(ARCHIVES, "host"), Involved(DEPARTMENT, "attending")),
        tags=("Ngày Lưu trữ Việt Nam", "03/01", "người làm lưu trữ"),
        body=(
            Photo(
                "group",
                4,
                "Các thế hệ cán bộ Trung tâm Lưu trữ lịch sử tỉnh tại buổi gặp mặt sáng 05/01/2026.",
                "Mười một người nam và nữ mặc com lê, áo dài đứng hai hàng trước rèm màu ngà, vài người cầm hoa.",
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Ngày 03/01 năm nay rơi vào thứ Bảy nên buổi gặp mặt được dời sang sáng thứ Hai. Ba mươi hai người có mặt, cao tuổi nhất là bà "
                "Ngô Thị Tuệ, 84 tuổi, người giữ kho đầu tiên của tỉnh từ thời tài liệu còn cất trong hang đá để tránh bom."
            ),
            Paragraph(
                "Bà Tuệ kể chuyện mùa đông năm 1972, bà cùng hai đồng nghiệp gánh 96 hòm hồ sơ qua đèo Lài trong bốn đêm. Một hòm rơi xuống vực; "
                "sáng hôm sau dân bản xuống nhặt lại từng tờ, phơi trên mái nhà sàn. Sáu tờ không tìm thấy được ghi vào sổ, đến nay vẫn còn "
                "dòng ghi ấy."
            ),
            Photo(
                "speech",
                103,
                "Bà Đàm Thu Quyên, Phó Giám đốc Sở Nội vụ, phát biểu tại buổi gặp mặt.",
                "Người phụ nữ tóc ngắn mặc áo dài xanh phát biểu sau bục có hoa, phía sau là rèm màu nâu đỏ.",
                people=("dam-thu-quyen",),
                place="Trung tâm Lưu trữ lịch sử tỉnh",
            ),
            Paragraph(
                "Từ ba căn phòng lợp ngói, kho lưu trữ của tỉnh nay có hơn 2.900 mét giá tài liệu, 7,4 triệu trang đã số hóa. Nhưng phần lớn buổi "
                "gặp mặt không nói về con số. Các anh chị trẻ hỏi cách nhận giấy dó bằng tay, cách đoán niên đại qua mùi mực, những điều không "
                "máy quét nào dạy."
            ),
            Paragraph(
                "Trung tâm ghi hình toàn bộ câu chuyện, đưa vào phông lưu trữ lời kể, bắt đầu xây dựng từ năm nay. Người làm văn thư, lưu trữ đã "
                "nghỉ hưu muốn tham gia có thể liên hệ số điện thoại 0200 3 555 045."
            ),
        ),
    ),
    Article(
        slug="mo-phong-doc-truc-tuyen-tai-lieu-luu-tru",
        section=SECTION,
        title="Mở phòng đọc trực tuyến: bốn mươi nghìn tài liệu lưu trữ của tỉnh có thể xem tại nhà, không thu phí",
        lead=(
            "Sau thời gian chạy thử, phòng đọc trực tuyến của Trung tâm Lưu trữ lịch sử tỉnh mở cho mọi người từ ngày 10/8/2026. Gõ không dấu "
            "vẫn tìm được."
        ),
        published_at=moment("2026-08-10 08:05"),
        views=15,
        byline=(TRIET,),
        organisations=(Involved(ARCHIVES, "host"),),
        topics=("so-hoa-tai-lieu-luu-tru", "chuyen-doi-so"),
        tags=("phòng đọc trực tuyến", "khai thác tài liệu", "số hóa"),
        related=("so-hoa-hai-trieu-trang-ho-so-dia-chinh",),
        body=(
            Paragraph(
                "Từ ngày 10/8, người đọc ở bất cứ đâu có thể mở bốn mươi nghìn tài liệu đã hết hạn hạn chế tiếp cận của tỉnh Lam Giang, phần lớn "
                "giai đoạn 1886–1975. Không phải đăng ký để xem; chỉ khi cần bản sao có ký số mới phải xác thực danh tính."
            ),
            Paragraph(
                "Bốn tháng chạy thử với 260 người dùng giúp Trung tâm sửa nhiều thứ. Người nghiên cứu muốn tìm theo tên làng cũ; người lớn tuổi "
                "cần chữ to và nút in; học sinh gõ không dấu. Cả ba yêu cầu đã được đáp ứng trong bản chính thức."
            ),
            Heading("Tìm một cái tên làng đã mất"),
            Paragraph(
                "Điểm được khen nhiều nhất là bảng đối chiếu địa danh. Gõ tên một làng không còn trên bản đồ, hệ thống cho biết làng ấy từng "
                "thuộc tổng, huyện, xã nào qua từng thời kỳ và hiển thị tài liệu của mọi tên gọi. Bảng hiện có 3.150 địa danh, người đọc có "
                "thể gửi đề nghị bổ sung."
            ),
            Paragraph(
                "Trong số người dùng thử có anh Vũ Đăng Minh, giáo viên lịch sử quê ở Lam Giang, nhiều năm dạy học ở Hoà Bình. Từ tên một bến đò "
                "bà nội hay nhắc, anh lần ra tờ khai ruộng năm 1931 có dấu điểm chỉ của cụ cố."
            ),
            Bullets(
                (
                    "Tài liệu có thông tin cá nhân nhạy cảm, tài liệu mật chưa giải mật không đưa lên phòng đọc.",
                    "Ảnh xem trên màn hình không đóng dấu chìm; bản sao có giá trị pháp lý được ký số và ghi ngày cấp.",
                    "Mỗi trang có địa chỉ cố định để trích dẫn trong sách, luận văn.",
                )
            ),
            Paragraph(
                "Phòng đọc tại trụ sở vẫn mở cửa từ thứ Hai đến thứ Sáu. Trung tâm dành riêng hai máy và một người hướng dẫn cho bà con chưa quen "
                "dùng máy tính."
            ),
        ),
    ),
)
