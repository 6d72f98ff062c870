"""Products that are documents with number and symbol: the task is followed until one is issued (ban hành)."""

import re

from minhbach.domain.text import fold

_KINDS = (
    "quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|ke hoach|quy che|quy dinh|chuong trinh|de an|cong van|van ban|"
    "bao cao|thong bao|to trinh|huong dan|ket luan|cong dien"
)
_DOCUMENT = re.compile(rf"^(?:(?:cac|nhung|du thao|01|mot)\s+)?(?:{_KINDS})\b|\b(?:duoc|da)\s+ban hanh\b")


def is_document(product: str) -> bool:
    """True if the product, as a plan names it, is a document that gets number and symbol.

    "Quy chế được ban hành" and "Báo cáo của Ủy ban nhân dân" are; "Hội nghị được tổ chức" and "Chuyên mục" are not.
    """
    return bool(_DOCUMENT.search(fold(product).strip(" -+.")))
