"""What screening finds in a file, brought to its places on the pages; and again, until nothing more is found there."""

from collections.abc import Collection, Sequence
from itertools import accumulate

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.contracts import Box, Proof, Rectangle, Term, Written
from minhbach.extraction.redaction.lines import rows
from minhbach.extraction.redaction.locate import pieces_of, places_of
from minhbach.extraction.redaction.pages import BurntPage, Pages
from minhbach.extraction.redaction.space import overlap
from minhbach.extraction.redaction.spellings import tokens
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.screening.screen import screen_text

_UNSURE = 0.65  # mean certainty of a page: below that nothing can be proved by reading it
_AGREED = 0.6
_SHORT = 4  # letters and digits: shorter findings go where they were found, not everywhere
_COVERED = 0.8
_UNREADABLE = "Chữ trên trang {page} mờ hoặc không phải chữ in nên máy không tìm được. Hãy tự khoanh ô che (--boxes)."
_NOT_PLACED = "Không tìm được chỗ của “{text}” trên trang {page}. Hãy tự khoanh ô che (--boxes)."
_NOTHING = "Không tìm thấy dữ liệu cá nhân nào thuộc loại đã chọn; bản che chỉ bỏ những phần không hiện ra."
_DROPPED = "Bỏ {count} hình trong tệp mà máy không đọc được chữ."


class Finder:
    """Collects boxes from round to round."""

    def __init__(self, pages: Pages, labels: Collection[str], ground: str = "") -> None:
        """Screen the file as delivered and mark what its own words show.

        :raises CannotRead: if it cannot be screened, or something that was found has no place on its page.
        """
        self._pages, self._labels, self._ground = pages, frozenset(labels), ground
        self._boxes: list[Box] = []
        self._terms: list[Term] = []
        self._placed: set[Term] = set()
        self._dropped = 0
        for term in self._found_in_file():
            self._add(term)

    @property
    def notes(self) -> tuple[str, ...]:
        nothing = () if self._boxes else (_NOTHING,)
        return (*nothing, _DROPPED.format(count=self._dropped)) if self._dropped else nothing

    def search(self) -> tuple[list[Box], list[Term]]:
        """Mark what the pages show, burn them, and look again at what is left on them.

        :raises CannotRead: if a page cannot be read surely, or what was found in the file has no place on any page.
        """
        burnt = self._pages.burnt(self._boxes)
        self._leave_out(burnt)
        for _ in range(3):
            burnt = self._pages.burnt(self._boxes)
            if not self._mark_what_is_read(burnt):
                break
        burnt = self._pages.burnt(self._boxes)
        self._refuse_unreadable(burnt)
        self._refuse_unplaced()
        return self._boxes, self._terms

    def learn(self, proof: Proof) -> bool:
        """Take what the proof found on pages as marked too; return False where that brings nothing new."""
        before = len(self._boxes)
        for hit in proof.left:
            if hit.page is not None and hit.box is not None:
                self._mark(hit.page, hit.box, None)
        return len(self._boxes) > before

    def _found_in_file(self) -> list[Term]:
        found: list[Term] = []
        for original in self._pages.originals:
            try:
                screened = screen_bytes(original)
            except CannotRead as refusal:
                if refusal.code == "empty":
                    continue
                raise
            single = len(self._pages.originals) == 1
            wanted = [f for f in screened.screening.findings if f.label in self._labels]
            found += [_term(f.text, f.label, f.page if single else None) for f in wanted]
        return list(dict.fromkeys(found))

    def _add(self, term: Term) -> None:
        """Look for a term in the words of the file on every page."""
        self._terms.append(term)
        for number, page in enumerate(self._pages.pages, 1):
            if not page.words or (_is_short(term) and term.page not in (None, number)):
                continue
            level = [word for row in rows(page.words, page.shape) for word in row]
            self._place(term, number, [page.words, level], careless=False)

    def _place(self, term: Term, number: int, orders: Sequence[Sequence[Written]], *, careless: bool) -> bool:
        places = places_of(term, orders, careless=careless)
        if not places and term.page == number:
            places = pieces_of(term, orders)
        new = [self._mark(number, place, term.label) for place in places]
        if places:
            self._placed.add(term)
        return any(new)

    def _mark(self, number: int, place: Rectangle, label: str | None) -> bool:
        if any(box.page == number and overlap(place, box.rectangle) > _COVERED for box in self._boxes):
            return False
        self._boxes.append(Box(number, *place, self._ground, label or "NAME"))
        return True

    def _mark_all(self, number: int, words: Sequence[Written], label: str) -> bool:
        before = len(self._boxes)
        for word in words:
            self._mark(number, word.box, label)
        return len(self._boxes) > before

    def _mark_what_is_read(self, burnt: dict[int, BurntPage]) -> bool:
        """Mark what still can be read of the terms, and what screening finds in the words that were read."""
        more = False
        for number, page in burnt.items():
            shape, leaf = self._pages.shapes[number - 1], page.leaf
            level = [word for row in rows(leaf.words, shape, leaf.turn) for word in row]
            for term in self._terms:
                if not _is_short(term) or term.page in (None, number):
                    careless = not self._pages.pages[number - 1].words
                    more |= self._place(term, number, [leaf.words, level], careless=careless)
            more |= self._screen(number, rows(leaf.words, shape, leaf.turn))
        return more

    def _screen(self, number: int, lines: list[list[Written]]) -> bool:
        """Screen the lines of one page as read."""
        text = "\n".join(" ".join(word.text for word in line) for line in lines)
        words = [word for line in lines for word in line]
        starts = [0, *accumulate(len(word.text) + 1 for word in words)]
        more = False
        for finding in screen_text(text).findings:
            if finding.label not in self._labels:
                continue
            term = _term(finding.text, finding.label, number)
            span = zip(words, starts, strict=False)
            own = [w for w, at in span if at < finding.end and at + len(w.text) > finding.start]
            if any(self._is_ground(word) for word in own):
                continue
            if term not in self._placed:
                self._terms.append(term)
                self._placed.add(term)
            more |= self._mark_all(number, own, finding.label)
        return more

    def _is_ground(self, word: Written) -> bool:
        return bool(self._ground) and word.text == self._ground

    def _leave_out(self, burnt: dict[int, BurntPage]) -> None:
        """Leave out pictures of office files on which nothing can be read."""
        numbers = [
            number
            for number, page in burnt.items()
            if self._pages.pages[number - 1].may_be_left_out and (not page.words or page.sure < _UNSURE)
        ]
        self._dropped += len(numbers)
        if numbers:
            moved = {old: old - sum(n < old for n in numbers) for old in burnt}
            self._pages.leave_out(numbers)
            self._boxes = [_on(box, moved[box.page]) for box in self._boxes if box.page not in numbers]

    def _refuse_unreadable(self, burnt: dict[int, BurntPage]) -> None:
        for number, page in burnt.items():
            if not self._is_readable(number, page):
                raise CannotRead("unreadable", _UNREADABLE.format(page=number))

    def _is_readable(self, number: int, burnt: BurntPage) -> bool:
        """Say whether what was read is all that there is: sure, or what the file says too, or nothing but boxes."""
        page = self._pages.pages[number - 1]
        if burnt.blank or page.set_here:
            return True
        if not burnt.words:
            return any(box.page == number for box in self._boxes)
        return burnt.sure >= _UNSURE or _agreement(page.words, burnt.words) >= _AGREED

    def _refuse_unplaced(self) -> None:
        """Refuse what the file shows on a page by its own account, and no page shows."""
        for term in self._terms:
            if term.page is not None and term not in self._placed and not self._same_placed(term):
                raise CannotRead("not_placed", _NOT_PLACED.format(text=term.text, page=term.page))

    def _same_placed(self, term: Term) -> bool:
        return any(term.text in other.text or other.text in term.text for other in self._placed)


def _term(text: str, label: str, page: int | None) -> Term:
    """Return what was found; what is short is told from its like only by its place."""
    short = sum(c.isalnum() for c in text) <= _SHORT
    return Term(text, label, page, box_only=short and page is not None)


def _agreement(words: Sequence[Written], read: Sequence[Written]) -> float:
    """Return which share of the words of a file were read on the page too, 0 where the file has none."""
    known = {token for word in read for token in tokens(word.text)}
    own = [token for word in words for token in tokens(word.text)]
    return sum(token in known for token in own) / len(own) if own else 0.0


def _is_short(term: Term) -> bool:
    return sum(c.isalnum() for c in term.text) <= _SHORT


def _on(box: Box, page: int) -> Box:
    return Box(page, *box.rectangle, box.ground, box.label)
