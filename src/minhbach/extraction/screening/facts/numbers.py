"""How official numbers are built: province codes, phone prefixes, plates, insurance cards, tax codes."""

# Circular 07/2016/TT-BCA, Annex 1: provinces of birth in the twelve-digit identity number. Countries of birth (Annex 2,
# from 101 on) are not needed here: such numbers are found by the words before them.
_BIRTH_PROVINCES_WORDS = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 "
    "042 044"
    " 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 "
    "089 091"
    " 092 093 094 095 096"
)
BIRTH_PROVINCES = frozenset(_BIRTH_PROVINCES_WORDS.split())
# Numbering plan of 2017–2018 (eleven-digit mobile numbers became ten-digit ones on 15/9/2018).
MOBILE = r"(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)"
OLD_MOBILE = r"1(?:2\d|6[2-9]|8[68]|99)"
LANDLINE = r"2(?:0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|4|5[124-9]|6[0-39]|7[0-7]|8|9[0-24679])"
# Decision 1351/QĐ-BHXH of 2015 and what was added since: who bears the card.
_INSURED_WORDS = (
    "dn hx ch nn tk hc xk ht tb no ct xb tn cs qn ca cy xn ms cc ck cb kc hd te bt hn dt dk xd ts tc tq ta ty hg ls "
    "pv hs"
    " sv gb gd th tv td tu ba nd nu tx xv cn hk nt qt nv pt dx sc sq cd"
)
INSURED = frozenset(_INSURED_WORDS.split())
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def is_tax_code(digits: str) -> bool:
    """Say whether the tenth digit of a tax code fits the nine before it (the check that tax offices publish)."""
    total = sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, digits[:9], strict=True))
    return (10 - total % 11) % 10 == int(digits[9]) and total % 11 != 0


def identity_fault(digits: str) -> bool:
    """Say whether twelve digits cannot be an identity number by their province of birth."""
    return digits[:3] not in BIRTH_PROVINCES
