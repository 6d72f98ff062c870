"""Rules about tasks of plans: what a deadline means for the list of what is due."""
