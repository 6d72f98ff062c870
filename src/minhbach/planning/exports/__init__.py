"""A plan as report, workbook and data."""
