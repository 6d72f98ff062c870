"""No text takes long: not a long one, not one made to be hard."""

import random
from collections.abc import Callable

import pytest

from minhbach.extraction.screening.screen import screen_text
from minhbach.extraction.tests.screening.marked import documents, parsed

HARD = [
    "1.", "1 ", "1-", "0", "a@", "@a.", "|", "|1|2|3\n", "a b c   ", ";", "\t", "\n", "(", "o", "A", "A-", "K'a-",
    "Nguyễn ", "Ông Nguyễn Văn ", "số 1 ", "xã A, ", "đường A, ", "đường A", "thôn 1, ", "Chủ tịch UBND xã ", "TM. ",
    "M\nẬ\nT\n", "TỐI MẬT   ", "Họ và tên ", "Họ và tên: nguyen van ", "CCCD\n", "CCCD: 0", "+84 ", "29A-", "hộ chiếu ",
    "GCN ", "sinh ngày ", "1/1/", "Người làm đơn\nNguyễn Văn An\n", "anh An ", "chủ hộ ", "\u0301", "😀",
    "Trần Thị Thử, CCCD 031085001234, ở thôn 2, xã Mẫu, SĐT 0912345678; ",
]  # fmt: skip
Seconds = Callable[[Callable[[], object]], float]


@pytest.mark.parametrize("piece", HARD, ids=repr)
def test_a_piece_repeated_is_quick_and_no_worse_when_doubled(piece: str, benchmark_seconds: Seconds) -> None:
    text = piece * (24_000 // len(piece))
    assert benchmark_seconds(lambda: screen_text(text)) < 3


def test_random_characters_and_bytes_end_quickly(benchmark_seconds: Seconds) -> None:
    chance = random.Random(18)
    letters = "aAăÂ0123456789 .,;:-/()|@\n\tônguyễnTRẦN"
    for text in (
        "".join(chance.choice(letters) for _ in range(24_000)),
        bytes(chance.randrange(256) for _ in range(24_000)).decode("latin-1"),
    ):
        assert benchmark_seconds(lambda text=text: screen_text(text)) < 3


def test_a_megabyte_of_papers_takes_seconds(benchmark_seconds: Seconds) -> None:
    papers = "\n\n".join(parsed(path.read_text(encoding="utf-8"))[0] for path in documents())
    text = (papers + "\n\n") * (250_000 // len(papers))
    assert benchmark_seconds(lambda: screen_text(text)) < 6
