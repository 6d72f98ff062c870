"""Spreadsheets in, rows out: XLSX, XLS, ODS and CSV, taken apart in a process with limits."""
