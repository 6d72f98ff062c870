"""Addresses of people, posts and one's own account. Logging in stands in `log_in_urls`."""

from django.urls import path

from minhbach.accounts.views import identities, people, posts, profile

app_name = "accounts"
urlpatterns = [
    path("lam-viec/tai-khoan/", profile.profile, name="profile"),
    path("lam-viec/tai-khoan/mat-khau/", profile.password, name="change_password"),
    path("lam-viec/tai-khoan/dang-xuat-noi-khac/", profile.end_other_sessions, name="end_other_sessions"),
    path("lam-viec/tai-khoan/dinh-danh/<str:provider>/bo/", profile.unlink_identity, name="unlink_identity"),
    path("lam-viec/can-bo/", people.people, name="people"),
    path("lam-viec/can-bo/them/", people.new_person, name="new_person"),
    path("lam-viec/can-bo/<int:person_id>/", people.person, name="person"),
    path("lam-viec/can-bo/<int:person_id>/sua/", people.edit_person, name="edit_person"),
    path("lam-viec/can-bo/<int:person_id>/khoa/", people.close_account, name="close_account"),
    path("lam-viec/can-bo/<int:person_id>/mo-lai/", people.reopen_account, name="reopen_account"),
    path("lam-viec/can-bo/<int:person_id>/cap-mat-khau/", people.give_temporary_password, name="reset_password"),
    path("lam-viec/can-bo/<int:person_id>/mat-khau-tam/", people.temporary_password_once, name="temporary_password"),
    path("lam-viec/can-bo/<int:person_id>/bo-hai-lop/", people.remove_two_factor, name="reset_two_factor"),
    path("lam-viec/can-bo/<int:person_id>/dinh-danh/", identities.link, name="link_subject"),
    path("lam-viec/can-bo/<int:person_id>/dinh-danh/<str:provider>/bo/", identities.unlink, name="unlink_subject"),
    path("lam-viec/can-bo/<int:person_id>/vi-tri/", posts.new_post, name="new_post"),
    path("lam-viec/can-bo/<int:person_id>/ban-giao/<int:body_id>/", posts.hand_over_work, name="hand_over"),
    path("lam-viec/vi-tri/<int:post_id>/thoi-giu/", posts.finish_post, name="end_post"),
    path("lam-viec/vi-tri/<int:post_id>/uy-quyen/", posts.delegate_post, name="delegate"),
    path("lam-viec/uy-quyen/<int:delegation_id>/thoi/", posts.take_back, name="end_delegation"),
]
