"""The only writers of publications, one file a verb."""
