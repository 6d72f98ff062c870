"""The kinds of document: those of Decree 30/2020 Art. 7, of the legal system, and of the Party, with their codes."""

from dataclasses import dataclass

from minhbach.domain.text import fold


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. `codes` are the ways in which symbols write it, the official one first; a letter has none."""

    name: str
    codes: tuple[str, ...] = ()

    @property
    def code(self) -> str | None:
        """The official abbreviation, or null where there is none."""
        return self.codes[0] if self.codes else None


LETTER = Kind("Công văn")
CONSOLIDATED = Kind("Văn bản hợp nhất", ("VBHN",))

_NAMED = (
    # Decree 30/2020, Annex III
    ("Nghị quyết", "NQ"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Quy chế", "QC"),
    ("Quy định", "QyĐ QĐi"),
    ("Thông cáo", "TC"),
    ("Thông báo", "TB"),
    ("Hướng dẫn", "HD"),
    ("Chương trình", "CTr"),
    ("Kế hoạch", "KH"),
    ("Phương án", "PA"),
    ("Đề án", "ĐA"),
    ("Dự án", "DA"),
    ("Báo cáo", "BC"),
    ("Biên bản", "BB"),
    ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"),
    ("Công điện", "CĐ"),
    ("Bản ghi nhớ", "BGN"),
    ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"),
    ("Giấy mời", "GM"),
    ("Giấy giới thiệu", "GGT"),
    ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"),
    ("Phiếu chuyển", "PC"),
    ("Phiếu báo", "PB"),
    ("Thư công", ""),
    # legal documents
    ("Hiến pháp", ""),
    ("Bộ luật", ""),
    ("Luật", ""),
    ("Pháp lệnh", "PL"),
    ("Lệnh", "L"),
    ("Nghị định", "NĐ"),
    ("Thông tư", "TT"),
    ("Thông tư liên tịch", "TTLT"),
    ("Nghị quyết liên tịch", "NQLT"),
    ("Bản án", ""),
    # the Party (Guidance 36-HD/VPTW) and inspectors
    ("Kết luận thanh tra", "KLTT"),
    ("Kết luận kiểm tra", "KLKT"),
    ("Kết luận", "KL"),
    ("Thông tri", "TTri"),
    ("Tuyên bố", ""),
    ("Lời kêu gọi", ""),
    ("Quy hoạch", "QH"),
    ("Quy trình", "QTr"),
    ("Nội quy", "NQy"),
    ("Điều lệ", "ĐL"),
    ("Chiến lược", "CL"),
    ("Giấy xác nhận", "GXN"),
    ("Giấy chứng nhận", "GCN"),
    ("Giấy phép", "GP"),
    ("Phiếu trình", "PTr"),
)

KINDS = (*(Kind(name, tuple(codes.split())) for name, codes in _NAMED), CONSOLIDATED)
MINUTES = next(kind for kind in KINDS if kind.name == "Biên bản")
BY_CODE = {code: kind for kind in KINDS for code in kind.codes}
# Longest first, so that "Thông tư liên tịch" is not taken for "Thông tư".
BY_PLAIN = dict(sorted(((fold(kind.name), kind) for kind in KINDS), key=lambda pair: -len(pair[0])))
BY_LETTERS = {plain.replace(" ", ""): kind for plain, kind in BY_PLAIN.items()}
