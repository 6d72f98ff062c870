"""Mandatory publication as anyone can check it: what is expected of whom, and how well a letter stands."""
