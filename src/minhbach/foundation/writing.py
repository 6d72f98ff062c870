"""Numbers as Vietnamese pages write them: 1.234.567, 94,6, 1,2 MB."""

NO_BREAK_SPACE = "\u00a0"
_TURNED = str.maketrans(",.", ".,")
KILOBYTE, MEGABYTE = 1024, 1024 * 1024


def number_written(number: int | float) -> str:
    """Return a number with a dot between thousands and a comma before decimals."""
    return f"{number:,}".translate(_TURNED)


def size_written(size: int) -> str:
    """Return a file's size as 38 KB or 1,2 MB; whole megabytes without decimals."""
    if size < MEGABYTE:
        return f"{max(1, round(size / KILOBYTE))}{NO_BREAK_SPACE}KB"
    return f"{size / MEGABYTE:.1f}".removesuffix(".0").translate(_TURNED) + f"{NO_BREAK_SPACE}MB"
