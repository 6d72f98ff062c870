from django.urls import URLPattern, URLResolver, path

from minhbach.portal.views import home, items, leaflets, lists, monitor, search

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("tim-kiem/", search.search, name="search"),
    path("tro-giup/", home.help_page, name="help"),
    path("co-quan/<slug:slug>/to-roi.pdf", leaflets.agency_leaflet, name="leaflet"),
    path("danh-muc/cong-khai/", lists.must_be_public, name="list_public"),
    path("danh-muc/co-dieu-kien/", lists.conditional, name="list_conditional"),
    path("giam-sat/", monitor.monitor, name="monitor"),
    path("giam-sat/theo-diem/", monitor.letters, name="monitor_letters"),
    path("giam-sat/<slug:slug>/", monitor.agency, name="monitor_agency"),
    path("thong-tin/<slug:public_id>/", items.item, name="item"),
    path("thong-tin/<slug:public_id>/ban-<int:number>/", items.item_version, name="item_version"),
]
