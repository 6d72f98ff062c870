"""Addresses of the register, all of them officers' pages."""

from django.urls import path

from minhbach.register.views import acts, backlog, book, documents, imports, items, lists, versions

app_name = "register"
OFFICE = "lam-viec/kho-thong-tin/"
ITEM = OFFICE + "<int:item_id>/"
IMPORT = OFFICE + "nhap/<int:import_id>/"

urlpatterns = [
    path(OFFICE, items.items, name="items"),
    path(OFFICE + "moi/", acts.new_item, name="new_item"),
    path(OFFICE + "moi/tu-tep/", documents.new_document, name="new_document"),
    path(OFFICE + "moi/tu-tep/<int:document_id>/", documents.document, name="document"),
    path(OFFICE + "danh-muc/<slug:kind>/", lists.item_list, name="list"),
    path(OFFICE + "ton-dong/", backlog.backlog, name="backlog"),
    path(OFFICE + "ton-dong/xep-lich/", backlog.plan, name="plan_backlog"),
    path(OFFICE + "ton-dong/xac-dinh/", backlog.duty, name="backlog_duty"),
    path(OFFICE + "so/", book.book, name="book"),
    path(OFFICE + "nhap/", imports.imports, name="imports"),
    path(IMPORT, imports.state, name="import"),
    path(IMPORT + "cot/", imports.columns, name="import_columns"),
    path(IMPORT + "xem-truoc/", imports.preview, name="import_preview"),
    path(IMPORT + "hoan-tac/", imports.undo, name="undo_import"),
    path(IMPORT + "bo/", imports.drop, name="drop_import"),
    path(ITEM, items.item, name="item"),
    path(ITEM + "sua/", acts.change, name="change_item"),
    path(ITEM + "phan-loai/", acts.classify, name="classify"),
    path(ITEM + "cong-khai/", acts.terms, name="terms"),
    path(ITEM + "ban-moi/", versions.new_version, name="new_version"),
    path(ITEM + "gach/", acts.strike, name="strike"),
    path(ITEM + "khoi-phuc/", acts.restore, name="restore"),
]
