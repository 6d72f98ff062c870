"""Small rules of digitisation: who may do what, and what is certain enough to be looked at last."""

from minhbach.register.rules import MAY_KEEP, SEES_CLOSED

SEES = SEES_CLOSED
"""Who sees batches and their scans: nobody has classified them, so they may turn out to be closed."""
MAY_DIGITISE = MAY_KEEP
"""Who takes scans in, checks and confirms them: those who keep the register that they enter."""

SURE = 0.85
"""A field read with less certainty is shown first, as one to look at."""
READ_BADLY = 0.65
"""The mean certainty of a page below which a person is asked to compare the whole of it."""
LONGEST_TITLE, LONGEST_PLACE = 200, 60
MOST_FILES = 100
"""Files of one sending; more are added to the same batch by sending again."""
