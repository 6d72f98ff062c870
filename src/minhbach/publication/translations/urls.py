"""Addresses of texts in other languages: officers' pages, and where everybody reads them."""

from django.urls import path

from minhbach.publication.views import public_translations, translation_acts, translations

OFFICE = "lam-viec/cong-khai/"
ONE = OFFICE + "ban-dich/<int:translation_id>/"

urlpatterns = [
    path(OFFICE + "ban-dich/", translations.translations, name="translations"),
    path(OFFICE + "<int:item_id>/ban-dich/", translations.item_translations, name="item_translations"),
    path(ONE, translations.translation, name="translation"),
    path(ONE + "viet/", translations.write, name="write_translation"),
    path(ONE + "trinh/", translation_acts.submit, name="submit_translation"),
    path(ONE + "lay-lai/", translation_acts.take_back, name="take_translation_back"),
    path(ONE + "duyet/", translation_acts.approve, name="approve_translation"),
    path(ONE + "rut/", translation_acts.withdraw, name="withdraw_translation"),
    path(
        "thong-tin/<slug:public_id>/ban-<int:number>/<slug:language>/",
        public_translations.item_translation,
        name="item_translation",
    ),
    path(
        "co-quan/<slug:slug>/ban-dich/<slug:language>/", public_translations.body_translation, name="body_translation"
    ),
]
