"""Intake: what comes from outside on any channel, with number, receipt, secret, sender and thread."""
