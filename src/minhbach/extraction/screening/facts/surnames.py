"""Family names, as people write them.

Sources: the fourteen names that about nine in ten people bear, with their shares, are those of Lê Trung Hoa, "Họ và
tên người Việt Nam" (2005), as danviet.vn quotes them; the next hundred follow the counts by province of hoten.org
("100 họ phổ biến"); the names of the Tày, Nùng, Thái, Mường, H'Mông, Dao, Khmer, Chăm, Cơ Tu, Ê Đê, Gia Rai, Ba Na,
Xơ Đăng, Cơ Ho and others are the usual ones of those peoples, written down by hand.
"""

from minhbach.domain.text import fold, lower_one_tone

# Per cent of the population; they add up to 90.
SHARES = {
    "Nguyễn": 38.4, "Trần": 12.1, "Lê": 9.5, "Phạm": 7.0, "Hoàng": 5.1, "Huỳnh": 5.1, "Phan": 4.5, "Vũ": 3.9,
    "Võ": 3.9, "Đặng": 2.1, "Bùi": 2.0, "Đỗ": 1.4, "Hồ": 1.3, "Ngô": 1.3, "Dương": 1.0, "Lý": 0.5,
}  # fmt: skip
_FREQUENT = """
    Trương Đinh Trịnh Mai Hà Đoàn Lương Cao Đào Lưu Triệu Phùng Đàm Chu Văn Vi Thái Lâm Tạ Vương Tô Hứa Đậu Châu Quách
    Lục Ma Lại Tống La Bế Mã Mông Đồng Kiều Thân Tăng Sầm Lò Từ Vy Long Bạch Lăng Huynh Tôn Quang Khổng Nghiêm Doãn
    Ninh Mạc Thạch Hàn Tiêu Trang Phí Khúc Khuất Nhâm Cù Giáp Diệp Ông Bành Liêu Lã Lữ Trà Thiều Chử Vạn Ngụy Nguỵ
    Tưởng Bạc Đới Viên Cung Tào Ứng Ưng Uông Sái Thẩm Biện Bồ Cam Đổng Điền Hình Hoa Khâu Khương Kỷ Lạc Lôi Mẫn Ngạc
    Nhan Nhữ Ngọ Phó Quản Quyền Sử Thang Thi Thiệu Thôi Tiết Tiền Trầm Trì Tuấn Ung Vòng Vưu Xa Yên Âu Ân An Đái Đăng
    Giang Hạ Hầu Hồng Hy Kha Khưu Khuông Lãnh Liễu Lỗ Luyện Luân Lương Mạch Mạnh Nhạc Nhiêu Ngân Ngọc Phương Phù Quan
    Quế Quảng Sơn Tất Tề Thành Thào Thoại Thời Tiến Tòng Trưng Tuân Vĩnh Xuân Cái Chế Chiêm Chung Cổ Cự Danh Dư Đan
    Đầu Đức Hoắc Ngưu Ngũ Nghê Phòng Phong Phượng Quốc Sài Tán Tinh Triều Tịnh Vân Viết Lường Lù Bá Bàng Bì Bình Cấn
    Cát Công Dã Đắc Đạo Đôn Đông Hữu Khiếu Kim Lang Lành Lều Lộ Lộc Mẫu Nhậm Nhân Nhuận Ninh Nông Phác Tạc Thủy Thúc
    Tĩnh Toán Trác Trần Trử Tư Tường Úc Uyển Vệ Xin Đèo Ngân Thập Ong
"""
_OTHER_PEOPLES = """
    Giàng Vàng Sùng Mùa Thào Hạng Hạ Hầu Cứ Lầu Lìa Lùng Ly Lỳ Vừ Và Xồng Hờ Cư Cháng Sèn Sần Thền Tráng Chá Chấu
    Chang Khoàng Sừng Pờ Phàn Tẩn Chảo Bàn Lù Vù Dừ Tếnh Rùa Phàng Hảng Di Lồng Páo Xìn Thò Sìn Ma Lèng Tải Seo Ngải
    Lẻo Chíu Lìn Chìu Tằng Sẻo Lưu Dường Voòng Sín Chíu Phùn Nình Tằn Voòng Ninh Sằn Lỷ Hoàng Lò Lường Quàng Cà Tòng
    Cầm Điêu Đèo Bạc Hà Lèo Mè Vì Khà Kha Lô Lữ Lộc Vi Ngân Moong Cụt Xeo Ốc Viêng Lang Pịt Lự Tao Hoàng Chẩu Ma Nông
    Bế Đàm Dương Triệu Lục Hứa Lành Mông Sằm Phương Linh Thẩm Nình Nguyên Bối Quách Đinh Bùi Hà Xa Cao Phạm Bạch Trịnh
    Thạch Kim Danh Sơn Lâm Châu Kiên Liêu Trà Thổ Não Tăng Lý Chau Neáng Néang Tiên Trầm Dương Sô Hứa Thị Đồ Điệp Bá
    Đàng Hán Lộ Lưu Quảng Từ Vạn Thành Não Trượng Đạt Báo Phú Mưu Dụng Đổng Thiên Qua Châu Huỳnh Niê Êban Ê-ban Mlô
    Ayun Byă Knul Ksơr Kbuôr Ktla Ênuôl Buôn Bkrông Adrơng Kđoh Hwing H'Wing Êya Ayŭn Hmok Mjâo Aliô Kriêng Krông Ksor
    Kpă Kpuih Nay Rmah Rơ Siu Rcom Rahlan Rah R'Com Rơmah Puih Hiao Alê Hyom Ksơr Ralan Rơchâm Nie Kơpă A Y U Bloong
    Đinh Xiêng Brôl Hlưh Thao Kring Ya K' K'sor Cil Ka Kơ Să Lơ Liêng Kon Rơ Đa Cill Bon Touneh Ma Bnah Ha Da Alăng
    Zơrâm Zơ Bhling Bhnướch Bnướch Coor Pơloong Hôih Arất ARất Tơ Bríu Bling Briu Cơlâu Ploong Riáh Ating A-lăng Hồ
    Kăn Pả Côn Lê Quỳnh Viên Cu Blúp Kray Chamaléa Katơr Katơ Pinăng Pi Tà Mang Mấu Bo Cao Tro Bino Cadá Chamalé Pupur
    Taing Tain Điểu Thị Lâm Lâu Kiều Tiểu Đạt Thổ Năng Mang Tô Phơ
    Nịnh
"""
_ALL = tuple(dict.fromkeys([*SHARES, *_FREQUENT.split(), *_OTHER_PEOPLES.split()]))
# Compared in lower case and one tone place, so that "Ngụy" and "Nguỵ" are one.
WRITTEN = frozenset(lower_one_tone(name) for name in _ALL)
PLAIN = frozenset(fold(name) for name in _ALL)
COMMON = frozenset(lower_one_tone(name) for name in [*SHARES, *_FREQUENT.split()[:60]])
COMMON_PLAIN = frozenset(fold(name) for name in [*SHARES, *_FREQUENT.split()[:60]])


def is_surname(word: str, *, forgiving: bool = False) -> bool:
    """Say whether a word is a family name; a word that bears marks must bear the right ones, unless forgiving."""
    plain = fold(word)
    if plain not in PLAIN and not plain.startswith(("k'", "h'", "y'")):
        return False
    return forgiving or plain == word.lower() or lower_one_tone(word) in WRITTEN or "'" in plain


def is_common(word: str, *, strict: bool = False) -> bool:
    """Say whether it is one of the names that nearly everybody bears; strict: with its marks."""
    if strict:
        return lower_one_tone(word) in COMMON
    return lower_one_tone(word) in COMMON or (fold(word) == word.lower() and fold(word) in COMMON_PLAIN)
