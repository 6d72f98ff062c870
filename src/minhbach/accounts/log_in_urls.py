"""Addresses of logging in, under the names that django-allauth looks for. Only those that we want exist."""

from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path
from django.views.decorators.http import require_POST

from minhbach.accounts.views import log_in as views

# An identity provider knows one return address, so these have no language.
provider_urlpatterns = [
    path("dang-nhap/dinh-danh/<str:provider_id>/", require_POST(openid.login), name="openid_connect_login"),
    path("dang-nhap/dinh-danh/<str:provider_id>/tro-lai/", openid.callback, name="openid_connect_callback"),
]

urlpatterns = [
    path("dang-nhap/", views.LogIn.as_view(), name="account_login"),
    path("dang-nhap/hai-lop/", views.SecondFactor.as_view(), name="mfa_authenticate"),
    path("dang-nhap/dinh-danh/", views.subject_refused, name="socialaccount_login_cancelled"),
    path("dang-xuat/", views.LogOut.as_view(), name="account_logout"),
    path("lam-viec/tai-khoan/xac-nhan/", views.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("lam-viec/tai-khoan/xac-nhan/ma/", views.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("lam-viec/tai-khoan/hai-lop/", views.TwoFactor.as_view(), name="mfa_index"),
    path("lam-viec/tai-khoan/hai-lop/bat/", views.SetUpTwoFactor.as_view(), name="mfa_activate_totp"),
    path("lam-viec/tai-khoan/hai-lop/tat/", views.RemoveTwoFactor.as_view(), name="mfa_deactivate_totp"),
    path("lam-viec/tai-khoan/hai-lop/ma-du-phong/", views.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "lam-viec/tai-khoan/hai-lop/ma-du-phong/tao/",
        views.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
