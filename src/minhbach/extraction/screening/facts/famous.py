"""Persons after whom streets, schools and communes are named: found as a citizen only where a title or a label says so.

The usual street names of Vietnamese towns, written down by hand.
"""

from minhbach.domain.text import fold

_NAMES = """
Vừ A Dính; Lê Văn Tám; Nguyễn Bá Ngọc; Nguyễn Viết Xuân; La Văn Cầu; Đinh Núp; Phan Đăng Lưu;
    An Dương Vương; Âu Cơ; Bà Huyện Thanh Quan; Bạch Đằng; Bế Văn Đàn; Bùi Thị Xuân; Bùi Viện; Bùi Xuân Phái; Cao Bá
    Quát; Cao Thắng; Cao Xuân Dục; Châu Văn Liêm; Chế Lan Viên; Chu Mạnh Trinh; Chu Văn An; Cù Chính Lan; Dương Đình
    Nghệ; Dương Quảng Hàm; Dương Văn An; Đặng Dung; Đặng Huy Trứ; Đặng Thai Mai; Đặng Thùy Trâm; Đặng Trần Côn; Đặng
    Văn Ngữ; Đào Duy Anh; Đào Duy Từ; Đào Tấn; Đinh Công Tráng; Đinh Liệt; Đinh Tiên Hoàng; Đoàn Nhữ Hài; Đoàn Thị
    Điểm; Đỗ Hành; Đỗ Nhuận; Đỗ Quang; Đội Cấn; Hà Huy Giáp; Hà Huy Tập; Hai Bà Trưng; Hải Thượng Lãn Ông; Hàm Nghi;
    Hàn Mặc Tử; Hàn Thuyên; Hồ Chí Minh; Hồ Đắc Di; Hồ Hảo Hớn; Hồ Ngọc Lãm; Hồ Quý Ly; Hồ Sen; Hồ Tùng Mậu; Hồ Xuân
    Hương; Hoàng Cầm; Hoàng Diệu; Hoàng Đạo Thúy; Hoàng Hoa Thám; Hoàng Ngân; Hoàng Quốc Việt; Hoàng Sâm; Hoàng Thế
    Thiện; Hoàng Văn Thái; Hoàng Văn Thụ; Huỳnh Tấn Phát; Huỳnh Thúc Kháng; Huỳnh Văn Bánh; Huỳnh Văn Nghệ; Khúc Hạo;
    Khúc Thừa Dụ; Kim Đồng; Kim Mã; La Thành; Lạc Long Quân; Lê Anh Xuân; Lê Chân; Lê Công Thanh; Lê Duẩn; Lê Đại
    Hành; Lê Đức Thọ; Lê Hồng Phong; Lê Hồng Phong; Lê Hữu Trác; Lê Lai; Lê Lợi; Lê Ngọc Hân; Lê Phụng Hiểu; Lê Quang
    Đạo; Lê Quang Định; Lê Quang Sung; Lê Quý Đôn; Lê Thái Tổ; Lê Thánh Tông; Lê Thanh Nghị; Lê Thị Hồng Gấm; Lê Thị
    Riêng; Lê Trọng Tấn; Lê Văn Duyệt; Lê Văn Hiến; Lê Văn Hưu; Lê Văn Khương; Lê Văn Lương; Lê Văn Sỹ; Lê Văn Tám; Lê
    Văn Thiêm; Lê Văn Thịnh; Lê Văn Việt; Lương Định Của; Lương Khánh Thiện; Lương Ngọc Quyến; Lương Thế Vinh; Lương
    Văn Can; Lý Chiêu Hoàng; Lý Chính Thắng; Lý Nam Đế; Lý Nhân Tông; Lý Thái Tổ; Lý Thánh Tông; Lý Thường Kiệt; Lý Tự
    Trọng; Mạc Đĩnh Chi; Mạc Thị Bưởi; Mai Chí Thọ; Mai Hắc Đế; Mai Thúc Loan; Mai Xuân Thưởng; Nam Cao; Ngô Đức Kế;
    Ngô Gia Tự; Ngô Quyền; Ngô Sĩ Liên; Ngô Tất Tố; Ngô Thì Nhậm; Ngô Văn Sở; Nguyễn An Ninh; Nguyễn Ái Quốc; Nguyễn
    Biểu; Nguyễn Bỉnh Khiêm; Nguyễn Bính; Nguyễn Cao; Nguyễn Chánh; Nguyễn Chí Thanh; Nguyễn Công Hoan; Nguyễn Công
    Trứ; Nguyễn Cơ Thạch; Nguyễn Cư Trinh; Nguyễn Du; Nguyễn Duy Trinh; Nguyễn Đình Chiểu; Nguyễn Đình Thi; Nguyễn Đức
    Cảnh; Nguyễn Đức Thuận; Nguyễn Gia Thiều; Nguyễn Hoàng; Nguyễn Huệ; Nguyễn Huy Tưởng; Nguyễn Hữu Cảnh; Nguyễn Hữu
    Huân; Nguyễn Hữu Thọ; Nguyễn Khang; Nguyễn Khánh Toàn; Nguyễn Khoái; Nguyễn Khuyến; Nguyễn Kiệm; Nguyễn Lân;
    Nguyễn Lương Bằng; Nguyễn Ngọc Nại; Nguyễn Ngọc Vũ; Nguyễn Oanh; Nguyễn Phong Sắc; Nguyễn Phúc Nguyên; Nguyễn Quý
    Đức; Nguyễn Sinh Cung; Nguyễn Sinh Sắc; Nguyễn Sơn; Nguyễn Tất Thành; Nguyễn Thái Bình; Nguyễn Thái Học; Nguyễn
    Thái Sơn; Nguyễn Thị Định; Nguyễn Thị Minh Khai; Nguyễn Thị Thập; Nguyễn Thiện Thuật; Nguyễn Thiếp; Nguyễn Thượng
    Hiền; Nguyễn Trãi; Nguyễn Tri Phương; Nguyễn Trung Trực; Nguyễn Trường Tộ; Nguyễn Tuân; Nguyễn Văn Bảo; Nguyễn Văn
    Công; Nguyễn Văn Cừ; Nguyễn Văn Đậu; Nguyễn Văn Huyên; Nguyễn Văn Linh; Nguyễn Văn Lượng; Nguyễn Văn Nghi; Nguyễn
    Văn Quá; Nguyễn Văn Siêu; Nguyễn Văn Tố; Nguyễn Văn Trỗi; Nguyễn Văn Trỗi; Nguyễn Viết Xuân; Nguyễn Xiển; Nguyễn
    Xí; Nơ Trang Long; Ông Ích Khiêm; Phạm Hồng Thái; Phạm Hùng; Phạm Ngọc Thạch; Phạm Ngũ Lão; Phạm Phú Thứ; Phạm Thế
    Hiển; Phạm Văn Bạch; Phạm Văn Chiêu; Phạm Văn Đồng; Phạm Văn Hai; Phạm Văn Thuận; Phạm Viết Chánh; Phan Bá Vành;
    Phan Bội Châu; Phan Châu Trinh; Phan Chu Trinh; Phan Đăng Lưu; Phan Đình Giót; Phan Đình Phùng; Phan Huy Chú; Phan
    Huy Ích; Phan Kế Bính; Phan Liêm; Phan Ngữ; Phan Phù Tiên; Phan Thanh; Phan Văn Hân; Phan Văn Khoẻ; Phan Văn Trị;
    Phan Xích Long; Phó Đức Chính; Phùng Chí Kiên; Phùng Hưng; Phùng Khắc Khoan; Quang Trung; Sư Vạn Hạnh; Tạ Hiện; Tạ
    Quang Bửu; Tạ Uyên; Tăng Bạt Hổ; Thái Phiên; Thái Thịnh; Thân Nhân Trung; Thi Sách; Thoại Ngọc Hầu; Tô Hiến Thành;
    Tô Hiệu; Tô Hoài; Tô Hữu; Tố Hữu; Tô Ngọc Vân; Tô Vĩnh Diện; Tôn Đức Thắng; Tôn Thất Thuyết; Tôn Thất Tùng; Tôn
    Thất Tùng; Tống Duy Tân; Trần Bình Trọng; Trần Cao Vân; Trần Duy Hưng; Trần Đại Nghĩa; Trần Đăng Ninh; Trần Đình
    Xu; Trần Hưng Đạo; Trần Huy Liệu; Trần Hữu Dực; Trần Hữu Tước; Trần Khánh Dư; Trần Khát Chân; Trần Khắc Chân; Trần
    Kim Xuyến; Trần Mai Ninh; Trần Não; Trần Nguyên Đán; Trần Nguyên Hãn; Trần Nhân Tông; Trần Nhật Duật; Trần Phú;
    Trần Quang Diệu; Trần Quang Khải; Trần Quốc Hoàn; Trần Quốc Toản; Trần Quốc Thảo; Trần Quý Cáp; Trần Quý Kiên;
    Trần Tế Xương; Trần Thái Tông; Trần Thành Ngọ; Trần Thánh Tông; Trần Thủ Độ; Trần Tống; Trần Văn Cẩn; Trần Văn
    Đang; Trần Văn Giàu; Trần Văn Ơn; Trần Văn Thời; Trần Xuân Soạn; Triệu Quang Phục; Triệu Việt Vương; Trịnh Công
    Sơn; Trịnh Đình Cửu; Trịnh Đình Thảo; Trịnh Hoài Đức; Trịnh Văn Bô; Trường Chinh; Trương Công Định; Trương Định;
    Trương Hán Siêu; Trương Vĩnh Ký; Tuệ Tĩnh; Út Tịch; Văn Cao; Văn Tiến Dũng; Võ Chí Công; Võ Nguyên Giáp; Võ Oanh;
    Võ Thị Sáu; Võ Văn Dũng; Võ Văn Kiệt; Võ Văn Ngân; Võ Văn Tần; Võ Văn Vân; Vũ Ngọc Phan; Vũ Phạm Hàm; Vũ Tông
    Phan; Vũ Trọng Phụng; Vũ Tông Phan; Vũ Trọng Khánh; Xuân Diệu; Xuân Thủy; Yết Kiêu; Yersin; Các Mác; Lê Nin;
    Nguyễn Phú Trọng; Võ Thị Thắng; Trần Tử Bình; Ngô Minh Dương; Nguyễn Đức Thắng
"""
FAMOUS = frozenset(fold(" ".join(name.split())) for name in _NAMES.split(";"))
