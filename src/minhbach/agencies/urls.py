from django.urls import URLPattern, URLResolver, path

from minhbach.agencies.views import body, directory, focal_points, office, office_focal_points

app_name = "agencies"
urlpatterns: list[URLPattern | URLResolver] = [
    path("co-quan/", directory.bodies, name="bodies"),
    path("co-quan/<slug:slug>/", body.body, name="body"),
    path("dau-moi/", focal_points.focal_points, name="focal_points"),
    path("don-vi-su-nghiep/", focal_points.service_units, name="service_units"),
    path("lam-viec/co-quan/", office.office, name="office"),
    path("lam-viec/co-quan/<int:body_id>/", office.office_body, name="office_body"),
    path("lam-viec/co-quan/<int:body_id>/sua/", office.change_details, name="change_details"),
    path("lam-viec/co-quan/<int:body_id>/don-vi-moi/", office.new_unit, name="new_unit"),
    path("lam-viec/co-quan/<int:body_id>/dau-moi-moi/", office_focal_points.new_focal_point, name="new_focal_point"),
    path("lam-viec/dau-moi/<int:focal_point_id>/sua/", office_focal_points.change, name="change_focal_point"),
    path("lam-viec/dau-moi/<int:focal_point_id>/ket-thuc/", office_focal_points.end, name="end_focal_point"),
    path("lam-viec/dau-moi/<int:focal_point_id>/hoan-tac/", office_focal_points.undo, name="undo_focal_point"),
    path("lam-viec/dau-moi/<int:focal_point_id>/rut-lai/", office_focal_points.withdraw, name="withdraw_focal_point"),
    path("lam-viec/dau-moi/<int:focal_point_id>/khoi-phuc/", office_focal_points.restore, name="restore_focal_point"),
]
