"""Which body a written name means, for the register of another one."""

from datetime import date

from minhbach.agencies.queries import find_issuing_body, resolve_names
from minhbach.domain.text import squeeze


def issuing_body_of(name: str, *, body_id: int, on: date | None) -> int | None:
    """Return the body that a name means in the register of a body; None where none or several fit.

    :param name: as it was typed; an empty one means the body itself.
    """
    name = squeeze(name)
    if not name:
        return body_id
    found = find_issuing_body(name, on=on)
    if found is not None:
        return found
    answer = resolve_names([name], issuing_body_id=body_id, on=on)[0]
    return answer.bodies[0] if answer.sure and len(answer.bodies) == 1 else None
