"""What was taken from a package is what the package holds, and the rest keeps to ui.md §2."""

import hashlib
import re
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static" / "foundation"


def test_normalize_is_unchanged_and_its_note_names_version_and_hash() -> None:
    content = (STATIC / "normalize" / "modern-normalize.css").read_bytes()
    note = (STATIC / "normalize" / "README.md").read_text(encoding="utf-8")
    version = re.search(rb"modern-normalize v([\d.]+)", content)
    assert version is not None
    assert hashlib.sha256(content).hexdigest() in note
    assert f"`modern-normalize` {version[1].decode()}" in note
    assert (STATIC / "normalize" / "LICENSE").read_text(encoding="utf-8").startswith("MIT")


def own_styles() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.css")))


def test_no_line_is_so_low_that_it_cuts_vietnamese_letters() -> None:
    heights = [float(height) for height in re.findall(r"line-height:\s*([\d.]+)", own_styles())]
    assert heights
    assert min(heights) >= 1.35


def test_nothing_sticks_slants_shouts_or_spaces_letters() -> None:
    forbidden = (
        r"position:\s*(?:sticky|fixed)|text-transform:\s*uppercase|letter-spacing|font-style:\s*italic"
        r"|@font-face|https?:"
    )
    assert not re.search(forbidden, own_styles())


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 computes it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_each_status_has_the_contrast_that_ui_md_states() -> None:
    stated = {"waiting": 8.6, "work": 7.6, "act": 7.6, "done": 7.8, "late": 7.8, "closed": 7.7, "provisional": 7.5}
    for kind, least in stated.items():
        rule = re.search(rf"\.status-{kind} {{ color: (#\w+); background: (#\w+)", own_styles())
        assert rule is not None, kind
        assert round(contrast(rule[1], rule[2]), 1) >= least - 0.1, kind
