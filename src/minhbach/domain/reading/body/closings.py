"""Knows the closing formulas of documents, which ask everybody for everything and so assign nothing."""

import re

_CLOSING = re.compile(
    r"^(?:trên đây là|trân trọng|rất mong|nhận được (?:văn bản|công văn|chỉ thị|quyết định|thông báo|kế hoạch)"
    r"|(?:trong )?quá trình (?:triển khai|thực hiện|tổ chức)"
    r"|nếu có (?:khó|vướng|phát)|kế hoạch này|chỉ thị này (?:có|được)"
    r"|văn phòng[^.]{0,60} (?:xin )?thông báo (?:để|đến)|xin thông báo)"
)
_GENERAL = re.compile(
    r"^[^.;]{0,160}(?:yêu cầu|đề nghị)[^.;]{0,160}(?:nghiêm túc|khẩn trương|quan tâm|phối hợp"
    r"|tổ chức)[^.;]{0,60}(?:triển khai|thực hiện)[^.;]{0,40}[./\s]*$"
)
_TO_KNOW = re.compile(r"(?:được )?biết(?:,| và) (?:phối hợp )?(?:tổ chức )?(?:triển khai )?thực hiện[./\s]*$")


def is_closing(low: str) -> bool:
    """Tell whether a paragraph, as `lower_one_tone` gives it, is a closing formula."""
    return bool(_CLOSING.match(low) or _GENERAL.match(low[:400]) or _TO_KNOW.search(low, max(0, len(low) - 80)))
