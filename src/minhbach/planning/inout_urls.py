"""Addresses of what comes in as a spreadsheet, and of what goes out of a plan: figures, reports, tables, data."""

from django.urls import path

from minhbach.planning.views import out, public_out, sheets_in, told_results

SHEETS = "lam-viec/ke-hoach/bang/"
SHEET = SHEETS + "<int:sheet_id>/"
PLAN = "lam-viec/ke-hoach/<int:plan_id>/"

inout = [
    path(SHEETS + "moi/", sheets_in.new_sheet, name="new_sheet"),
    path(SHEET, sheets_in.head, name="sheet_head"),
    path(SHEET + "cot/", sheets_in.columns, name="sheet_columns"),
    path(SHEET + "xem/", sheets_in.preview, name="sheet_preview"),
    path(SHEET + "bo/", sheets_in.drop, name="drop_sheet"),
    path(PLAN + "ket-qua-theo-bang/", told_results.told_results, name="told_results"),
    path(PLAN + "so-lieu/", out.figures, name="plan_figures"),
    path(PLAN + "bao-cao/", out.report, name="plan_report"),
    path(PLAN + "bang.xlsx", out.workbook, name="plan_workbook"),
    path("ke-hoach/<slug:slug>/so-lieu/", public_out.figures, name="public_figures"),
    path("ke-hoach/<slug:slug>/bang.xlsx", public_out.workbook, name="public_workbook"),
    path("ke-hoach/<slug:slug>.json", public_out.data, name="public_data"),
]
