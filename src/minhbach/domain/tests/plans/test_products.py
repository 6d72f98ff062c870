"""Which products are documents; the words are those of plans."""

import pytest

from minhbach.domain.plans.products import is_document


@pytest.mark.parametrize(
    "product",
    [
        "Quy chế được ban hành",
        "Báo cáo kết quả rà soát và danh mục văn bản",
        "Quyết định của Chủ tịch UBND tỉnh",
        "Kế hoạch",
        "- Văn bản hướng dẫn",
        "Danh mục được ban hành",
        "Dự thảo Nghị quyết của HĐND",
    ],
)
def test_a_document_with_number_and_symbol(product: str) -> None:
    assert is_document(product)


@pytest.mark.parametrize("product", ["", "Hội nghị được tổ chức", "Chuyên mục hoạt động", "Tài liệu có bản điện tử"])
def test_something_else(product: str) -> None:
    assert not is_document(product)
