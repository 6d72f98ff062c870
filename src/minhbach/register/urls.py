"""Addresses of the register, all of them officers' pages."""

from django.urls import path

from minhbach.register.views import acts, items, versions

app_name = "register"
OFFICE = "lam-viec/kho-thong-tin/"
ITEM = OFFICE + "<int:item_id>/"

urlpatterns = [
    path(OFFICE, items.items, name="items"),
    path(OFFICE + "moi/", acts.new_item, name="new_item"),
    path(ITEM, items.item, name="item"),
    path(ITEM + "sua/", acts.change, name="change_item"),
    path(ITEM + "phan-loai/", acts.classify, name="classify"),
    path(ITEM + "cong-khai/", acts.terms, name="terms"),
    path(ITEM + "ban-moi/", versions.new_version, name="new_version"),
    path(ITEM + "gach/", acts.strike, name="strike"),
    path(ITEM + "khoi-phuc/", acts.restore, name="restore"),
]
