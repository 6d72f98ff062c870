"""Reads the list of running tasks that an office keeps as a spreadsheet: its columns, and each row of it."""
