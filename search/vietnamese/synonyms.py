"""Expressions of the administration that mean the same, or so nearly that who asks by the one is
glad of the other.

Our own work, from the terms of the laws on officials, local government, labour, emulation,
archives and complaints, beside what those were called before and what people call them. No
abbreviations, which have a table of their own, and no names of places, which change with the law.
Leave out what is only a kind of the other (Huân chương, khen thưởng) and single syllables with a
second meaning: both would find what nobody asked for.
"""

from .analysis import tokens

# One group a line: each may stand in the place of each other.
_GROUPS = """
    cán bộ công chức | công chức viên chức | cán bộ nhà nước
    công tác cán bộ | công tác nhân sự | tổ chức cán bộ
    người đứng đầu | thủ trưởng
    người hoạt động không chuyên trách | cán bộ không chuyên trách | cán bộ bán chuyên trách
    lương | tiền lương
    lương cơ sở | mức lương cơ sở | lương cơ bản | lương tối thiểu chung
    nâng bậc lương | nâng lương | tăng lương
    trước thời hạn | trước hạn
    phụ cấp | tiền phụ cấp
    trợ cấp | tiền trợ cấp | hỗ trợ
    tiền thưởng | mức thưởng | chế độ thưởng
    nghỉ hưu | hưu trí | về hưu
    nghỉ hưu trước tuổi | nghỉ hưu sớm | về hưu sớm | về hưu trước tuổi
    thôi việc | nghỉ việc
    tinh giản biên chế | giảm biên chế | cắt giảm biên chế
    tinh gọn bộ máy | sắp xếp tổ chức bộ máy | sắp xếp bộ máy | kiện toàn bộ máy
    bổ nhiệm | đề bạt
    miễn nhiệm | thôi giữ chức vụ | thôi chức
    điều động | luân chuyển | thuyên chuyển
    tuyển dụng | thi tuyển | tuyển
    kỳ thi tuyển công chức | thi công chức | thi tuyển công chức
    nâng ngạch | thăng hạng | nâng hạng
    kỷ luật | xử lý kỷ luật | hình thức kỷ luật
    đào tạo bồi dưỡng | bồi dưỡng | tập huấn
    lý lịch | sơ yếu lý lịch
    kê khai tài sản | kê khai tài sản thu nhập | minh bạch tài sản
    nhận xét đánh giá | đánh giá xếp loại | xếp loại
    đạo đức công vụ | văn hóa công sở | quy tắc ứng xử

    sáp nhập | hợp nhất | sắp xếp
    sắp xếp đơn vị hành chính | sáp nhập đơn vị hành chính | nhập đơn vị hành chính
    địa giới hành chính | ranh giới hành chính | địa giới đơn vị hành chính
    chính quyền địa phương hai cấp | chính quyền hai cấp | chính quyền địa phương 2 cấp
    giải thể | chấm dứt hoạt động | xóa bỏ
    tổ dân phố | khu phố | khu dân cư
    trưởng thôn | trưởng bản | trưởng ấp | trưởng xóm
    trụ sở | công sở | trụ sở làm việc
    lấy ý kiến | tham khảo ý kiến | hỏi ý kiến | xin ý kiến
    bầu cử | bỏ phiếu
    tiếp xúc cử tri | gặp gỡ cử tri | gặp cử tri
    trưng cầu ý dân | trưng cầu dân ý

    một cửa | bộ phận tiếp nhận và trả kết quả | trung tâm phục vụ hành chính công
    một cửa liên thông | liên thông thủ tục
    trung tâm hành chính công | trung tâm phục vụ hành chính công
    cải cách hành chính | cải cách thủ tục hành chính
    thủ tục hành chính | thủ tục giấy tờ
    trực tuyến | qua mạng | online
    dịch vụ công trực tuyến | dịch vụ công qua mạng | nộp hồ sơ trực tuyến
    chính quyền điện tử | chính phủ điện tử | chính quyền số | chính phủ số
    chữ ký số | chữ ký điện tử
    cổng thông tin điện tử | trang thông tin điện tử | trang web | website
    số hóa | điện tử hóa
    hội nghị trực tuyến | họp trực tuyến | họp qua mạng
    chứng minh nhân dân | căn cước công dân | thẻ căn cước | căn cước | chứng minh thư
    hộ khẩu | sổ hộ khẩu | đăng ký thường trú
    giấy khai sinh | đăng ký khai sinh | khai sinh
    đăng ký kết hôn | giấy kết hôn | kết hôn
    phiếu lý lịch tư pháp | lý lịch tư pháp
    chứng thực | công chứng
    bản sao | sao y
    đơn đề nghị | đơn xin
    biểu mẫu | mẫu đơn | mẫu tờ khai
    tiếp công dân | tiếp dân
    công dân | người dân | nhân dân
    sổ đỏ | giấy chứng nhận quyền sử dụng đất | sổ hồng
    bồi thường | đền bù
    giải phóng mặt bằng | giải tỏa | thu hồi đất
    giấy phép lái xe | bằng lái xe | bằng lái

    người có công | người có công với cách mạng | gia đình chính sách | đối tượng chính sách
    bà mẹ việt nam anh hùng | mẹ việt nam anh hùng
    nghĩa trang liệt sĩ | đài tưởng niệm liệt sĩ
    thất nghiệp | mất việc | mất việc làm
    bảo hiểm thất nghiệp | trợ cấp thất nghiệp
    an toàn lao động | an toàn vệ sinh lao động | bảo hộ lao động
    người sử dụng lao động | chủ sử dụng lao động | chủ doanh nghiệp
    xuất khẩu lao động | đi làm việc ở nước ngoài | lao động ngoài nước
    sàn giao dịch việc làm | ngày hội việc làm | hội chợ việc làm
    giới thiệu việc làm | dịch vụ việc làm
    đình công | ngừng việc tập thể | bãi công
    trợ giúp xã hội | bảo trợ xã hội | cứu trợ xã hội
    giảm nghèo | xóa đói giảm nghèo | thoát nghèo
    hộ nghèo | gia đình nghèo
    người khuyết tật | người tàn tật
    người cao tuổi | người già | người lớn tuổi
    trẻ em | thiếu nhi | thiếu niên nhi đồng
    bình đẳng giới | bình đẳng nam nữ
    phụ nữ | nữ giới
    đồng bào dân tộc thiểu số | dân tộc thiểu số | đồng bào dân tộc
    vùng sâu vùng xa | vùng đặc biệt khó khăn | vùng khó khăn
    thanh niên xung phong | cựu thanh niên xung phong
    nghĩa vụ quân sự | nhập ngũ | đi bộ đội
    từ trần | qua đời | tạ thế
    lễ tang | tang lễ | lễ viếng

    thi đua | phong trào thi đua
    khen thưởng | biểu dương | tuyên dương | tôn vinh
    điển hình tiên tiến | người tốt việc tốt | gương điển hình | nhân tố điển hình
    trao tặng | tặng thưởng | trao thưởng
    bằng khen | giấy khen
    danh hiệu thi đua | danh hiệu
    lễ kỷ niệm | kỷ niệm | mít tinh kỷ niệm
    ngày truyền thống | ngày thành lập
    phát động | khởi động | ra quân

    tài liệu lưu trữ | hồ sơ lưu trữ | tư liệu lưu trữ
    thời hạn bảo quản | thời hạn lưu trữ
    văn bản điện tử | tài liệu điện tử
    văn bản quy phạm pháp luật | văn bản pháp luật
    sửa đổi bổ sung | sửa đổi | điều chỉnh
    bãi bỏ | hủy bỏ | hết hiệu lực
    có hiệu lực | có hiệu lực thi hành | bắt đầu áp dụng
    hướng dẫn thi hành | quy định chi tiết | hướng dẫn thực hiện
    dự thảo | bản thảo
    quán triệt | phổ biến | tuyên truyền
    phổ biến pháp luật | tuyên truyền pháp luật | giáo dục pháp luật
    tổng kết | sơ kết
    hội nghị | cuộc họp | buổi họp
    kỳ họp | phiên họp | cuộc họp
    tọa đàm | hội thảo | trao đổi chuyên đề
    kinh phí | nguồn kinh phí | ngân sách
    họp báo | gặp mặt báo chí | cung cấp thông tin cho báo chí
    phóng viên | nhà báo
    thăm và làm việc | đến thăm | chuyến thăm

    khiếu nại tố cáo | khiếu tố | đơn thư khiếu nại
    khiếu nại | khiếu kiện
    thanh tra | kiểm tra
    kết luận thanh tra | kết quả thanh tra
    phòng chống tham nhũng | chống tham nhũng
    nhận hối lộ | ăn hối lộ | đưa hối lộ
    vi phạm | sai phạm
    xử phạt vi phạm hành chính | xử phạt hành chính | phạt hành chính
    phạt tiền | mức phạt | tiền phạt
    giám sát | theo dõi
    phản ánh kiến nghị | kiến nghị | phản ánh

    giáo viên | nhà giáo | thầy cô giáo
    trường mầm non | trường mẫu giáo
    khám chữa bệnh | khám bệnh chữa bệnh
    cán bộ y tế | nhân viên y tế | nhân viên y bác sĩ
    tín ngưỡng tôn giáo | tôn giáo tín ngưỡng
    chức sắc tôn giáo | chức sắc | nhà tu hành
    hội quần chúng | tổ chức hội | hội đoàn
    tổ chức phi chính phủ | tổ chức xã hội
    phòng chống thiên tai | phòng chống lụt bão | phòng chống bão lũ
    ùn tắc giao thông | kẹt xe | tắc đường
    ô tô | xe hơi | xe ô tô
    mô tô | xe máy | xe gắn máy
"""

# Of a ministry (bộ) and its departments (sở): whose work was taken over by whom on 1 March 2025,
# by Resolution 176/2025/QH15. Whoever asks for the first is told of the second, not the other way
# round: the second does more than that work.
_TAKEN_OVER = """
    lao động thương binh và xã hội > nội vụ
    lao động thương binh xã hội > nội vụ
    kế hoạch và đầu tư > tài chính
    giao thông vận tải > xây dựng
    thông tin và truyền thông > khoa học và công nghệ
    tài nguyên và môi trường > nông nghiệp và môi trường
    nông nghiệp và phát triển nông thôn > nông nghiệp và môi trường
"""


def _rows(table: str, sign: str) -> list[tuple[str, ...]]:
    lines = (line for line in table.splitlines() if line.strip())
    return [tuple(" ".join(tokens(each)) for each in line.split(sign)) for line in lines]


SYNONYMS: tuple[tuple[str, str], ...] = tuple(
    dict.fromkeys(
        (one, other)
        for group in _rows(_GROUPS, "|")
        for one in group
        for other in group
        if one != other
    )
)
"""What may be asked for, and what says the same; normalised, accented, each pair once."""

TAKEN_OVER: tuple[tuple[str, str], ...] = tuple(
    (f"{body} {before}", f"{body} {after}")
    for before, after in _rows(_TAKEN_OVER, ">")
    for body in ("bộ", "sở")
)
"""A body by its former name, and the body that does its work since 1 March 2025."""
