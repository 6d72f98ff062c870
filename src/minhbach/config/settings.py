"""Django's settings, all of them derived from `environment.py`."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from minhbach.config.environment import SERVED, database_settings, read_environment, with_settings_file

PROJECT = Path(__file__).resolve().parents[3]
VARIABLES = with_settings_file(os.environ, project=PROJECT)
ENVIRONMENT = read_environment(VARIABLES, project=PROJECT)
DATA = ENVIRONMENT.data
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
ALLOWED_HOSTS = [*ENVIRONMENT.hosts, "testserver"] if ENVIRONMENT.mode == "test" else list(ENVIRONMENT.hosts)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "minhbach.foundation",
    "minhbach.agencies",
    "minhbach.accounts",
    "minhbach.papers",
    "minhbach.intake",
    "minhbach.register",
    "minhbach.digitisation",
    "minhbach.publication",
    "minhbach.privacy",
    "minhbach.requests",
    "minhbach.planning",
    "minhbach.outreach",
    "minhbach.stewardship",
    "minhbach.desk",
    "minhbach.portal",
    "minhbach.demonstration",
    "minhbach.config.apps.ConfigConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "minhbach.foundation.training.TrainingMiddleware",
    "minhbach.foundation.once.RememberWhileReading",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "minhbach.accounts.middleware.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
    "minhbach.foundation.one_post.OnePost",
    "minhbach.foundation.late_posts.LatePosts",
]

ROOT_URLCONF = "minhbach.config.urls"
WSGI_APPLICATION = "minhbach.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "minhbach.foundation.shell.context",
            ],
        },
    }
]

DATABASES = {"default": database_settings(ENVIRONMENT.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "slow"]}}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = PROJECT / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "uploads"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if ENVIRONMENT.mode == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

FILES_ROOT = DATA / "files"
CHECKPOINTS_ROOT = Path(VARIABLES.get("MINHBACH_CHECKPOINTS", DATA / "checkpoints"))
BACKUP_KEY = ENVIRONMENT.backup_key

_SERVER = ENVIRONMENT.mail.server
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _SERVER else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = (_SERVER.host, _SERVER.port) if _SERVER else ("", 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (_SERVER.user, _SERVER.password) if _SERVER else ("", "")
EMAIL_USE_SSL = bool(_SERVER and _SERVER.encryption == "tls")
EMAIL_USE_TLS = bool(_SERVER and _SERVER.encryption == "starttls")
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail.sender
MAILBOX = ENVIRONMENT.mail.mailbox
REQUEST_MAILBOXES = ENVIRONMENT.mail.requests
SERVICE_PORTAL = ENVIRONMENT.service_portal

IS_DEMONSTRATION = ENVIRONMENT.is_demonstration
IS_TRAINING = ENVIRONMENT.is_training
UPLOAD_LIMIT = 20 * 1024 * 1024
SCANS = Path(VARIABLES["MINHBACH_SCANS"]) if VARIABLES.get("MINHBACH_SCANS") else None
CLAMD = VARIABLES.get("MINHBACH_CLAMD", "")
CERTIFICATES = Path(VARIABLES.get("MINHBACH_CERTIFICATES", DATA / "certificates"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "minhbach.config.testing_hasher.QuickArgon2"
    if ENVIRONMENT.mode == "test"
    else "django.contrib.auth.hashers.Argon2PasswordHasher"
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/lam-viec/"
LOGOUT_REDIRECT_URL = "/"
TWO_FACTOR_REQUIRED = ENVIRONMENT.mode in SERVED
TRUSTED_PROXIES = ENVIRONMENT.proxies

ACCOUNT_ADAPTER = "minhbach.accounts.adapters.PersonAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
# Two hundred people may stand behind one address. `login_failed` counts wrong second factors, by person alone.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "5/300s/key"}
ACCOUNT_FORMS = {
    "login": "minhbach.accounts.log_in_forms.LogInForm",
    "reauthenticate": "minhbach.accounts.log_in_forms.PasswordAgainForm",
}
MFA_ADAPTER = "minhbach.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "minhbach.accounts.log_in_forms.CodeForm",
    "reauthenticate": "minhbach.accounts.log_in_forms.CodeAgainForm",
    "activate_totp": "minhbach.accounts.log_in_forms.FirstCodeForm",
}
SOCIALACCOUNT_ADAPTER = "minhbach.accounts.adapters.SubjectAdapter"
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": ENVIRONMENT.identity_provider.id,
                    "name": ENVIRONMENT.identity_provider.name,
                    "client_id": ENVIRONMENT.identity_provider.client_id,
                    "secret": ENVIRONMENT.identity_provider.client_secret,
                    "settings": {
                        "server_url": ENVIRONMENT.identity_provider.server,
                        "uid_field": ENVIRONMENT.identity_provider.subject,
                    },
                }
            ],
        }
    }
    if ENVIRONMENT.identity_provider
    else {}
)

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "minhbach.accounts.lockout.locked_out"
AXES_USERNAME_CALLABLE = "minhbach.accounts.lockout.counted_name"
AXES_CLIENT_IP_CALLABLE = "minhbach.accounts.addresses.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login"]

# Limits on tries must hold across all web processes, so they are counted in the database.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "minhbach_cache"},
    # Whole pages of the public, in each process's own memory: 500 of some 30 KB (`portal.caching`).
    "pages": {
        "BACKEND": "django.core.cache.backends."
        + ("dummy.DummyCache" if ENVIRONMENT.mode == "test" else "locmem.LocMemCache"),
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    # What the frame of every page names, for a minute (`portal.place`). Tests change it, so they ask each time.
    "frame": {
        "BACKEND": "django.core.cache.backends."
        + ("dummy.DummyCache" if ENVIRONMENT.mode == "test" else "locmem.LocMemCache"),
        "LOCATION": "frame",
    },
}
SESSION_COOKIE_AGE = 60 * 60
SESSION_LONGEST = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.behind_https
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False
if ENVIRONMENT.behind_https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31536000
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        # A log-in at an identity provider is a form that is redirected there.
        "form-action": [SELF, *([ENVIRONMENT.identity_provider.origin] if ENVIRONMENT.identity_provider else [])],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "minhbach.foundation.views.form_page_too_old"
SILENCED_SYSTEM_CHECKS: list[str] = []
