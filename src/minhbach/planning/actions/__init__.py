"""The only writers of plans, one file a verb."""
