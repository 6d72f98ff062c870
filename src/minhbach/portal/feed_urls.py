"""Addresses for programs, the same in every language."""

from django.urls import URLPattern, URLResolver, path

from minhbach.portal.views import feeds, sitemap

app_name = "feeds"
urlpatterns: list[URLPattern | URLResolver] = [
    path("thong-tin/moi.atom", feeds.new_items, name="new"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemap.part, name="sitemap_part"),
]
