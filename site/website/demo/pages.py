"""The plain pages, and what header and footer say of the department."""

from __future__ import annotations

from .people import ADDRESS
from .shapes import Bullets, Heading, Paragraph, SiteDetails, StandardPage, Table

SITE = SiteDetails(
    department_name="Sở Nội vụ",
    province_line="Tỉnh Lam Giang",
    managing_authority="Ủy ban nhân dân tỉnh Lam Giang",
    address=ADDRESS,
    phone="0200 3 555 010",
    email="sonoivu@lamgiang.example",
    content_lead="Bà Đàm Thu Quyên, Phó Giám đốc Sở",
    licence_line="Trang trình diễn: tỉnh Lam Giang, con người, số liệu và văn bản của tỉnh đều được hư cấu.",
    source_rule="Ghi rõ nguồn “Sở Nội vụ tỉnh Lam Giang” khi dùng lại thông tin từ trang này.",
)

STANDARD_PAGES = (
    StandardPage(
        slug="gioi-thieu",
        title="Giới thiệu",
        is_in_menu=True,
        introduction="Chúng tôi làm gì, có những ai, và bạn có thể chờ đợi điều gì khi đến Sở.",
        body=(
            Paragraph(
                "Sở Nội vụ là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, tham mưu và giúp Ủy ban nhân dân tỉnh quản lý nhà nước về tổ "
                "chức bộ máy, biên chế, chính quyền địa phương, cán bộ, công chức, viên chức, cải cách hành chính, thi đua, khen thưởng và "
                "văn thư, lưu trữ. Từ ngày 01/3/2025, Sở phụ trách thêm lao động, tiền lương, việc làm và người có công."
            ),
            Paragraph(
                "Tiền thân của Sở là Ban Tổ chức chính quyền tỉnh, lập ngày 01/10/1991 và mang tên Sở Nội vụ từ đầu năm 2004. Sở được tặng Huân "
                "chương Lao động hạng Ba năm 2016 và hạng Nhì năm 2025."
            ),
            Heading("Các đơn vị"),
            Bullets(
                (
                    "Văn phòng Sở – tổng hợp, hành chính, tiếp công dân và trang thông tin điện tử.",
                    "Phòng Thi đua - Khen thưởng – hồ sơ khen thưởng, cụm, khối thi đua, sổ khen thưởng.",
                    "Phòng Công chức - Viên chức – tuyển dụng, vị trí việc làm, đánh giá, tiền lương.",
                    "Phòng Cải cách hành chính – kiểm tra, đo lường và công bố chỉ số hằng năm.",
                    "Phòng Xây dựng chính quyền – đơn vị hành chính, bầu cử, thôn và tổ dân phố.",
                    "Trung tâm Lưu trữ lịch sử tỉnh – bảo quản và phục vụ khai thác tài liệu.",
                )
            ),
            Paragraph(
                "Các phòng phụ trách lao động, việc làm và người có công tiếp nhận từ ngày 01/3/2025 làm việc tại cùng trụ sở, tầng 4; phần giới "
                "thiệu riêng đang được biên tập."
            ),
            Heading("Điều bạn có thể chờ đợi"),
            Paragraph(
                "Mọi câu hỏi gửi đến Sở được xác nhận trong một ngày làm việc và trả lời trong năm ngày làm việc. Nếu cần thêm thời gian, chúng "
                "tôi báo trước và nói rõ lý do. Quyết định khen thưởng được đưa vào sổ và công khai trong ba ngày kể từ ngày ký."
            ),
        ),
    ),
    StandardPage(
        slug="lien-he",
        title="Liên hệ",
        is_in_menu=True,
        introduction="Gọi điện, viết thư hoặc đến gặp: chọn cách thuận tiện nhất cho bạn.",
        body=(
            Paragraph(
                f"Trụ sở: {ADDRESS}. Giờ làm việc: thứ Hai đến thứ Sáu, sáng từ 7 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ. Lối đi "
                "cho xe lăn ở cổng phía đường Lê Lai."
            ),
            Table(
                "Số điện thoại và thư điện tử",
                ("Việc của bạn", "Nơi tiếp nhận", "Điện thoại", "Thư điện tử"),
                (
                    (
                        "Hỏi chung, phản ánh, kiến nghị",
                        "Văn phòng Sở",
                        "0200 3 555 011",
                        "vanphong.snv@lamgiang.example",
                    ),
                    (
                        "Khen thưởng, sổ khen thưởng",
                        "Phòng Thi đua - Khen thưởng",
                        "0200 3 555 036",
                        "thiduakhenthuong@lamgiang.example",
                    ),
                    (
                        "Tuyển dụng, chế độ công chức",
                        "Phòng Công chức - Viên chức",
                        "0200 3 555 024",
                        "congchucvienchuc.snv@lamgiang.example",
                    ),
                    (
                        "Thủ tục hành chính",
                        "Phòng Cải cách hành chính",
                        "0200 3 555 028",
                        "caicachhanhchinh.snv@lamgiang.example",
                    ),
                    (
                        "Xem, sao tài liệu lưu trữ",
                        "Trung tâm Lưu trữ lịch sử tỉnh",
                        "0200 3 555 045",
                        "luutru@lamgiang.example",
                    ),
                ),
            ),
            Heading("Tiếp công dân"),
            Paragraph(
                "Giám đốc Sở tiếp công dân vào ngày 15 hằng tháng; nếu trùng ngày nghỉ thì chuyển sang ngày làm việc liền sau. Các ngày khác, "
                "công chức Văn phòng Sở tiếp tại phòng 102. Bạn không phải đăng ký trước."
            ),
            Heading("Báo chí"),
            Paragraph(
                "Người phát ngôn của Sở là bà Phan Thị Diệu Linh, Chánh Văn phòng, điện thoại 0200 3 555 015. Ảnh trên trang này có thể dùng lại "
                "khi ghi nguồn; cần ảnh khổ lớn xin gửi thư đến Văn phòng Sở."
            ),
        ),
    ),
    StandardPage(
        slug="tuyen-bo-tiep-can",
        title="Tuyên bố về khả năng tiếp cận của trang thông tin",
        introduction="Trang này dành cho mọi người, kể cả người dùng trình đọc màn hình, bàn phím hay điện thoại cấu hình thấp.",
        body=(
            Paragraph(
                "Chúng tôi hướng tới mức AA của Hướng dẫn về khả năng tiếp cận nội dung web (WCAG) 2.2. Trang đọc được khi phóng to 400%, dùng "
                "được hoàn toàn bằng bàn phím và không phụ thuộc vào JavaScript để đọc tin, tra cứu hay gửi ý kiến."
            ),
            Heading("Những gì đã làm"),
            Bullets(
                (
                    "Ảnh trong tin bài có mô tả cho người không nhìn thấy, tách khỏi chú thích.",
                    "Độ tương phản của chữ từ 4,5:1 trở lên, cả ở giao diện sáng và tối.",
                    "Bảng số liệu có tên cột, tên hàng để trình đọc màn hình đọc đúng.",
                    "Tìm kiếm chấp nhận chữ không dấu, sai một ký tự và cách viết cũ của địa danh.",
                )
            ),
            Heading("Những gì chưa đạt"),
            Paragraph(
                "Một số văn bản quét trước năm 2020 chỉ có hình, chưa có chữ để đọc máy. Tin bài nhập từ trang cũ có thể thiếu mô tả ảnh. Cần "
                "nội dung ở dạng khác, xin gọi 0200 3 555 011; chúng tôi gửi bản dễ đọc trong ba ngày làm việc."
            ),
            Paragraph(
                "Tuyên bố này được rà soát ngày 02/11/2026 và sẽ rà soát lại mỗi năm. Góp ý gửi về vanphong.snv@lamgiang.example với tiêu đề "
                "“Tiếp cận”."
            ),
        ),
    ),
    StandardPage(
        slug="dieu-khoan-su-dung",
        title="Điều khoản sử dụng trang thông tin",
        introduction="Dùng lại thông tin thế nào, dữ liệu nào được ghi lại và ai chịu trách nhiệm.",
        body=(
            Heading("Dùng lại thông tin"),
            Paragraph(
                "Tin bài, số liệu và sổ khen thưởng trên trang này được dùng lại miễn phí, với điều kiện ghi rõ nguồn “Sở Nội vụ tỉnh Lam Giang”, "
                "kèm đường dẫn và không sửa nội dung theo hướng gây hiểu sai. Tin dẫn lại từ báo khác thuộc quyền của báo đó."
            ),
            Paragraph(
                "Các cổng thông tin khác nên lấy tin qua giao diện lập trình hoặc nguồn cấp tin để được cập nhật khi bài được đính chính hay rút "
                "lại. Chúng tôi giữ nguyên địa chỉ của tin bài; bài đã rút vẫn có một trang nói rõ lý do."
            ),
            Heading("Dữ liệu của người đọc"),
            Paragraph(
                "Trang không dùng cookie theo dõi và không chia sẻ dữ liệu với bên thứ ba. Lượt xem được đếm mà không lưu địa chỉ mạng của người "
                "đọc. Thông tin bạn cung cấp khi góp ý chỉ dùng để trả lời và được xóa sau hai năm, trừ khi pháp luật quy định khác."
            ),
            Heading("Giá trị của văn bản"),
            Paragraph(
                "Bản đăng trên trang để thuận tiện tra cứu. Khi có khác biệt, bản có chữ ký số hoặc bản giấy có dấu của cơ quan ban hành là căn "
                "cứ. Phát hiện sai sót, xin báo cho Văn phòng Sở; đính chính được ghi ngày và giữ lại dưới bài."
            ),
            Paragraph(
                "Đây là trang trình diễn phần mềm. Tỉnh Lam Giang, con người và số liệu của tỉnh không có thật; tên luật, nghị định và các tỉnh "
                "khác được dùng làm bối cảnh."
            ),
        ),
    ),
)
