"""Who does what about personal data."""

from minhbach.domain.access import Role

SEES = (Role.FOCAL_POINT, Role.LEADER)
"""Who sees what is kept, held, asked for and erased."""
MAY_HOLD = (Role.FOCAL_POINT, Role.LEADER)
"""Who stops an erasure; whoever is in doubt keeps, and says why."""
MAY_DECIDE = (Role.LEADER,)
"""Who lifts a hold and has data erased before their time."""
MAY_CORRECT = (Role.FOCAL_POINT,)
KEEPS_BREACHES = (Role.FOCAL_POINT, Role.LEADER)
"""Who keeps the register of breaches; whoever else finds one tells them."""
