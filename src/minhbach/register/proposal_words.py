"""Words in the name of a document that suggest what it is under Law 01/2026/QH16. The first row that fits is proposed.

The order goes from the special to the general: a plan of land use is letter l before it is a plan, letter a.
"""

from minhbach.register.contracts import Access

Table = tuple[tuple[str, tuple[str, ...]], ...]
CLOSED_WORDS: Table = (
    (
        "15.6",
        (
            "họp nội bộ",
            "biên bản họp",
            "biên bản cuộc họp",
            "giao ban nội bộ",
            "tài liệu nội bộ",
            "lưu hành nội bộ",
            "nhận xét cán bộ",
        ),
    ),
    (
        "15.3",
        (
            "bí mật kinh doanh",
            "bí quyết công nghệ",
        ),
    ),
    (
        "15.2",
        (
            "sơ yếu lý lịch",
            "hồ sơ bệnh án",
            "hồ sơ cá nhân",
            "kê khai tài sản, thu nhập",
            "hồ sơ cán bộ",
            "lý lịch tư pháp",
        ),
    ),
)
CONDITIONAL_WORDS: Table = (
    (
        "16.1",
        (
            "danh sách hộ nghèo",
            "danh sách hộ cận nghèo",
            "danh sách người hưởng",
            "danh sách đối tượng",
            "hồ sơ hộ tịch",
        ),
    ),
    (
        "16.2",
        (
            "phương án kinh doanh",
            "hồ sơ năng lực nhà thầu",
        ),
    ),
)
LETTER_WORDS: Table = (
    (
        "u",
        (
            "danh mục thông tin phải được công khai",
            "danh mục thông tin",
            "đầu mối cung cấp thông tin",
            "đầu mối tiếp nhận yêu cầu",
        ),
    ),
    (
        "l",
        (
            "sử dụng đất",
            "giá đất",
            "thu hồi đất",
            "bồi thường",
            "tái định cư",
            "kiểm đếm bắt buộc",
            "mốc giới",
            "đất đai",
        ),
    ),
    (
        "m",
        (
            "nhà ở",
            "nhà chung cư",
            "chung cư",
        ),
    ),
    ("k", ("quy hoạch",)),
    (
        "h",
        (
            "kết luận thanh tra",
            "phòng, chống tham nhũng",
            "kiểm toán",
            "chống lãng phí",
        ),
    ),
    (
        "i",
        (
            "xử phạt vi phạm hành chính",
            "chậm đóng bảo hiểm",
            "trốn đóng bảo hiểm",
        ),
    ),
    (
        "e",
        (
            "vốn nhà nước tại doanh nghiệp",
            "doanh nghiệp nhà nước",
            "xếp loại doanh nghiệp",
        ),
    ),
    (
        "g",
        (
            "đầu tư công",
            "mua sắm",
            "đấu thầu",
            "lựa chọn nhà thầu",
            "nhà thầu",
            "tài sản công",
            "dự án đầu tư",
        ),
    ),
    (
        "d",
        (
            "dự toán",
            "quyết toán",
            "ngân sách",
            "báo cáo tài chính",
            "thu, chi",
            "phí, lệ phí",
            "lệ phí",
            "thuế",
        ),
    ),
    (
        "đ",
        (
            "cứu trợ",
            "trợ cấp xã hội",
            "viện trợ",
            "đóng góp của nhân dân",
            "quỹ vì người nghèo",
            "các loại quỹ",
            "quỹ đền ơn đáp nghĩa",
        ),
    ),
    ("t", ("chuyển đổi số",)),
    (
        "s",
        (
            "dịch vụ công trực tuyến",
            "dịch vụ sự nghiệp công",
        ),
    ),
    (
        "q",
        (
            "di tích",
            "di sản văn hóa",
        ),
    ),
    (
        "p",
        (
            "môi trường",
            "ô nhiễm",
            "quan trắc",
            "rác thải",
            "chất thải",
        ),
    ),
    (
        "n",
        (
            "an toàn thực phẩm",
            "khám bệnh, chữa bệnh",
            "an toàn lao động",
            "hóa chất",
            "dịch bệnh",
            "sức khỏe cộng đồng",
        ),
    ),
    (
        "o",
        (
            "mầm non",
            "tiểu học",
            "trung học cơ sở",
            "trung học phổ thông",
            "tuyển sinh",
            "giáo dục",
            "năm học",
        ),
    ),
    (
        "r",
        (
            "tuyển dụng",
            "thị trường lao động",
            "đề tài khoa học",
            "tài liệu lưu trữ",
            "sử dụng công chức",
            "biên chế",
        ),
    ),
    (
        "b",
        (
            "thủ tục hành chính",
            "quy trình giải quyết",
            "dự thảo",
            "phổ biến, giáo dục pháp luật",
            "lấy ý kiến nhân dân",
            "đơn vị hành chính",
        ),
    ),
    (
        "c",
        (
            "chức năng, nhiệm vụ",
            "cơ cấu tổ chức",
            "quy chế",
            "nội quy",
            "chuyển đổi vị trí công tác",
            "định mức",
            "tiêu chuẩn",
            "phân công nhiệm vụ",
        ),
    ),
    (
        "a",
        (
            "phát triển kinh tế - xã hội",
            "phát triển kinh tế xã hội",
            "chương trình công tác",
            "kế hoạch công tác",
            "thống kê",
            "báo cáo công tác",
        ),
    ),
)
KIND_LETTERS: Table = (
    (
        "b",
        (
            "Nghị quyết",
            "Chỉ thị",
            "Hướng dẫn",
        ),
    ),
    ("h", ("Kết luận thanh tra",)),
    ("k", ("Quy hoạch",)),
    (
        "c",
        (
            "Quy chế",
            "Nội quy",
        ),
    ),
    (
        "a",
        (
            "Kế hoạch",
            "Chương trình",
            "Chiến lược",
            "Đề án",
        ),
    ),
)
"""What a kind suggests where no word of the name does."""

BY_ACCESS = ((Access.CLOSED, CLOSED_WORDS), (Access.CONDITIONAL, CONDITIONAL_WORDS))
