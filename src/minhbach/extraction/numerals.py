"""Numbers as word processors write them before paragraphs: letters and Roman numerals."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST = 3999


def roman(count: int) -> str:
    """Return 1 to 3999 as a Roman numeral, anything else in digits."""
    if not 0 < count <= _MOST:
        return str(count)
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written


def letters(count: int) -> str:
    """Return 1, 2, 3 as a, b, c; after z comes aa, as in Word; anything below 1 in digits."""
    if not 0 < count <= _MOST:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
