"""Words that say what the number behind them is."""

import re
from bisect import bisect_right

from minhbach.extraction.screening.sheet import Sheet

# The first that matches at a place wins, so what is no personal number stands before what it resembles.
_CUES = (
    ("OTHER", r"ma (?:so )?(?:dinh danh (?:co quan|don vi|dien tu|tai san|thua|van ban)|ho so|bien nhan|du an|vach|"
        r"nguon|chuong|nganh|tra cuu|don hang|"
     r"van don|giao dich|qhns|don vi|cong trinh|goi thau|tbmt|hang|tai san|chung khoan|buu (?:dien|chinh)|loai|hieu|"
         r"vung|thua)|"
     r"so (?:tien|bien nhan|ho so|seri|hoa don|hop dong|chung tu|vao so|lan|luong|to|du|bo danh|hieu)|tong (?:so|"
         r"tien|cong|tai|gia|muc|dien tich)|dien tich|gia (?:tri|dat|thau|ban|khoi)|kinh phi|"
     r"hop dong so|hoa don(?: so)?|fax|hotline|tong dai|duong day nong|quyet dinh(?: so)?|cong van(?: so)?|van "
         r"ban(?: so)?|thong bao(?: so)?|giay phep(?: so)?|"
     r"bien lai(?: so)?|phieu(?: thu| chi)? so|to khai so|qd so|vb so|tai khoan (?:dinh danh|dich vu cong|dang nhap|"
         r"mang|ke toan|facebook|zalo)|dinh danh (?:dien tu|muc)|"
     r"don vi tinh|tcvn|qcvn|so quyet dinh|muc luong|don gia|thanh tien|toa do|tan so|ma don|mvd"),
    ("MST", r"mst|ma so thue|ma so (?:doanh nghiep|dn|ho kinh doanh)|msdn|(?:giay )?(?:chung nhan )?(?:dang ky|dkkd|"
        r"dkdn) ?(?:doanh nghiep|kinh doanh|ho kinh doanh)?"
     r"(?: va dang ky thue)?(?: so)?(?=[^\d\n]{0,6}\d)|so dkkd|gcn dkkd|gcn dkdn|tax code"),
    ("PASSPORT", r"ho chieu|passport|so hc(?=[ :])"),
    ("IDENTITY", r"cccd|can cuoc(?: cong dan)?|the cc|so cc(?=[ :])|cc so|dinh danh(?: ca nhan| cong dan)?|sdd?cn|"
        r"cmnd|cmtnd|cmt|cmnd ?/ ?cccd|chung minh(?: nhan dan| thu)?|"
     r"giay to tuy than|id (?:card|no)"),
    ("BHYT", r"bhyt|bao hiem y te|ma the|so the(?! tin dung)"),
    ("BHXH", r"bhxh|bao hiem xa hoi"),
    ("BANK", r"tai khoan|stk|so tk|tk (?:ngan hang|nh|ca nhan)|tk(?= ?(?:so)?[ :]*\d)|account|so the (?:atm|ngan "
        r"hang|tin dung)|the atm"),
    ("PHONE", r"dien thoai|s?[dđ]t|d[.]t|di dong|phone|mobile|tel|zalo|viber|whatsapp|so may|lien he|lien lac|"
        r"goi(?: so| vao so)?"),
)  # fmt: skip
_ALL = re.compile("|".join(f"(?P<{kind}>(?<![a-z])(?:{words})(?![a-z]))" for kind, words in _CUES))
# What ends the reach of a cue.
_BREAK = re.compile(r"[;|\t]|\.\s+(?=\S)|[\d\w]\s*\n\s*(?![\d\s])")
_REACH = 64


class Cues:
    """All such words of a text."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._found = [(m.end(), m.lastgroup or "", m.start()) for m in _ALL.finditer(sheet.plain)]
        self._ends = [end for end, _, _ in self._found]

    def before(self, place: int) -> tuple[str, str, int]:
        """Return the kind, the words and the end of the nearest cue before a place, or empty where none reaches it."""
        at = bisect_right(self._ends, place) - 1
        if at < 0:
            return "", "", 0
        end, kind, start = self._found[at]
        gap = self._sheet.plain[end:place]
        if len(gap) > _REACH or "\n\n" in gap or gap.count("\n") > 1 or _BREAK.search(gap.replace(". :", ":")):
            return "", "", 0
        return kind, self._sheet.text[start:end], end

    def within(self, start: int, end: int, kind: str) -> bool:
        """Say whether a cue of this kind stands between two places."""
        a, b = bisect_right(self._ends, start), bisect_right(self._ends, end)
        return any(found == kind for _, found, _ in self._found[a:b])
