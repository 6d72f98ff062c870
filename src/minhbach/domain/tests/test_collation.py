"""The Vietnamese order."""

from minhbach.domain.collation import sort_key


def test_words_stand_as_in_a_dictionary() -> None:
    # The order that vn-collate and PostgreSQL's vi-x-icu both gave.
    words = ["An", "Ánh", "Ân", "Ấn", "da", "Dũng", "đa", "Đăng", "Oanh", "Ơn", "Yên"]
    turned = words[::-1]
    assert sorted(turned, key=sort_key) == words


def test_numbers_go_by_value_and_before_letters() -> None:
    wards = ["Phường 2", "Phường 10", "Phường An Biên"]
    turned = wards[::-1]
    assert sorted(turned, key=sort_key) == wards


def test_a_key_has_hexadecimal_digits_only() -> None:
    assert set(sort_key("Sở Văn hóa, Thể thao & Du lịch – Ea H'Leo (cũ) Ω")) <= set("0123456789abcdef")


def test_one_tone_place_or_the_other_makes_no_difference() -> None:
    assert sort_key("Hòa Bình") == sort_key("Hoà Bình")
