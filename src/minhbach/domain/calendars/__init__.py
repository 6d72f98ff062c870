"""Working days: which days public bodies work, by announced lists of days off and make-up days."""
