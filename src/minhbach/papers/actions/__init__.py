"""The only writers of letters, one file a verb."""
