"""The older papers that a made-up ward has scanned: what each says and what scanner and years did to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.demonstration.scans import PaperText, Wear, scan_of
from minhbach.digitisation.contracts import NewScan


@dataclass(frozen=True, slots=True)
class OldPaper:
    """One paper of the box and its wear; `name` is what the scanner called the file."""

    name: str
    kind: str
    number: int
    title: str
    body: Sequence[str]
    wear: Wear

    @property
    def scan(self) -> NewScan:
        """Return the file as the scanner gives it, the same each time."""
        symbol = {"Quyết định": "QĐ-UBND", "Thông báo": "TB-UBND", "Kế hoạch": "KH-UBND"}[self.kind]
        text = PaperText(
            number=str(self.number), symbol=symbol, day=4 + self.number % 20, month=8, year=2025,
            kind=self.kind.upper(), title=self.title, issuer="PHƯỜNG MẪU MỘT", above="ỦY BAN NHÂN DÂN",
            place="Mẫu Một", signer="Nguyễn Văn Dụ", body=self.body,
        )  # fmt: skip
        return NewScan(self.name, scan_of(text, self.wear))


READ = (
    OldPaper(
        "0001.pdf", "Thông báo", 112, "Lịch tiếp công dân thường xuyên của Chủ tịch Ủy ban nhân dân phường",
        ("Ủy ban nhân dân phường Mẫu Một tiếp công dân vào ngày 15 hằng tháng tại trụ sở.",
         "Công dân mang theo giấy tờ tùy thân và đăng ký trước với Văn phòng."), Wear(seal=True, seed=1),
    ),
    OldPaper(
        "0002.pdf", "Kế hoạch", 118, "Tu sửa đường nội bộ tổ dân phố số 3 năm 2025",
        ("Tu sửa 420 mét đường bê tông, lắp mười hai cột đèn chiếu sáng.",
         "Kinh phí từ ngân sách phường và đóng góp tự nguyện của Nhân dân."), Wear(tilt=0.9, seal=True, seed=2),
    ),
    OldPaper(
        "0003.pdf", "Thông báo", 121, "Danh sách hộ được hỗ trợ sửa chữa nhà ở sau bão",
        ("1. Bà Lê Thị Thử, sinh năm 1951, tổ dân phố số 2, được hỗ trợ 20.000.000 đồng.",
         "2. Ông Vũ Văn Nháp, sinh năm 1948, tổ dân phố số 5, được hỗ trợ 15.000.000 đồng."), Wear(seed=3),
    ),
    OldPaper(
        "0004.pdf", "Thông báo", 126, "Tạm ngừng cấp nước để sửa đường ống khu vực chợ",
        ("Tạm ngừng cấp nước từ 8 giờ đến 16 giờ trong hai ngày.",), Wear(faint=0.66, noise=0.7, blur=0.7, seed=4),
    ),
    OldPaper(
        "0005.pdf", "Kế hoạch", 130, "Diễn tập phương án của lực lượng tại chỗ",
        ("Nội dung của văn bản làm mẫu này không có gì bí mật; chỉ con dấu là để xem.",),
        Wear(stamp="MẬT", seal=True, seed=5),
    ),
)  # fmt: skip
"""To be confirmed, to be checked, with names to be looked at, too faint to be read surely, and one with a stamp."""
BROKEN = NewScan("0006.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog")
"""What is left of a file when a scanner loses power."""
WAITING = (
    OldPaper(
        "0101.pdf", "Quyết định", 64, "Kiện toàn Ban Thanh tra nhân dân phường",
        ("Điều 1. Kiện toàn Ban Thanh tra nhân dân phường Mẫu Một gồm năm thành viên.",), Wear(dpi=150, seed=6),
    ),
    OldPaper(
        "0102.pdf", "Quyết định", 65, "Thành lập Tổ công nghệ số cộng đồng",
        ("Điều 1. Thành lập Tổ công nghệ số cộng đồng tại các tổ dân phố.",), Wear(dpi=150, seed=7),
    ),
)  # fmt: skip
"""Of a batch that is held: nobody has read them yet."""
