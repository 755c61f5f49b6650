"""Settings, all in one file, from the environment. Each is described in docs/reference/settings.md.

budget: one file on purpose, so that whoever runs Wellrun reads all of them in one place.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path

from wellrun.config import environment
from wellrun.core import place

PACKAGE = Path(__file__).resolve().parent.parent
DATA = place.data_folder()

# Never DEBUG: an error page must not tell a stranger about the machine.
DEBUG = False
# `wellrun serve` makes a lasting key in the data folder. Without one a command gets a key of its own:
# merely reading the settings writes nothing.
SECRET_KEY = environment.text("WELLRUN_SECRET_KEY") or place.secret_key(DATA) or secrets.token_urlsafe(50)

# Where people reach it, for example https://wellrun.example.org. An https address turns on secure cookies.
_ADDRESSES = environment.addresses("WELLRUN_HOSTS")
_IS_HTTPS = _ADDRESSES.is_https
ALLOWED_HOSTS = _ADDRESSES.hosts
CSRF_TRUSTED_ORIGINS = _ADDRESSES.origins

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "wellrun.core",
    "wellrun.core.search",
    "wellrun.accounts",
    "wellrun.organisations",
    "wellrun.conversations",
    "wellrun.projects",
    "wellrun.measures",
    "wellrun.pdsa",
    "wellrun.control",
    "wellrun.learning",
    "wellrun.web",
    # After our own: a page of ours goes before one of theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
# What the search box finds, in the order of its results.
SEARCHED = (
    "wellrun.projects.queries.search.PROJECTS",
    "wellrun.projects.queries.search.TOOLS",
    "wellrun.projects.queries.search.TOOL_ITEMS",
    "wellrun.measures.queries.search.MEASURES",
    "wellrun.organisations.queries.search.UNITS",
    "wellrun.organisations.queries.search.PEOPLE",
    "wellrun.organisations.queries.search.LISTING",
    "wellrun.conversations.queries.search.COMMENTS",
)
# What people look after, and how it passes to somebody else when they go.
HOLDINGS = (
    "wellrun.projects.services.holdings.LEADS",
    "wellrun.projects.services.holdings.ACTIONS",
    "wellrun.projects.services.holdings.REQUESTS",
    "wellrun.control.services.holdings.ITEMS",
)
# What rests on a measure, which is then archived and not removed.
RESTS_ON_MEASURES = (
    "wellrun.measures.queries.uses.projects_resting_on",
    "wellrun.pdsa.queries.tests_resting_on",
    "wellrun.control.queries.items_resting_on",
)
AUTH_USER_MODEL = "accounts.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "wellrun.web.shell.middleware.closed_to_other_sites",
    "django.middleware.security.SecurityMiddleware",
    "wellrun.config.static.ServeStaticFiles",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "wellrun.web.shell.middleware.private_pages",
    "wellrun.web.shell.middleware.refuse_too_large",
    "wellrun.web.shell.middleware.refuse_other_encodings",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wellrun.web.shell.second_lock.show_own_rows",
    "wellrun.web.shell.session_limits.session_limits",
    "wellrun.web.shell.middleware.own_language",
    "wellrun.web.shell.words.speak_to_each",
    "wellrun.web.shell.sign_in.RequireSignIn",
    "wellrun.web.shell.sign_on_first.sign_on_first",
    "wellrun.web.shell.second_step.SecondStepFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "wellrun.config.urls"
WSGI_APPLICATION = "wellrun.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web"],  # parts of pages keep their template in their own folder
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "wellrun.web.shell.layout.shell",
            ]
        },
    }
]

CSRF_FAILURE_VIEW = "wellrun.web.shell.errors.csrf_failure"

DATABASES = {"default": environment.database(DATA)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "dead-letters"]}}

# Links in letters begin with it.
PUBLIC_ADDRESS = _ADDRESSES.public

CACHES = {
    # What limits count: in the database, so that every server process counts alike.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_remembered",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
    # Files that people brought and have not made a measure of yet: kept for a day, between steps.
    "drafts": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "drafts",
        "TIMEOUT": 24 * 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = environment.time_zone("WELLRUN_TIME_ZONE")
# The hour at which news goes out by e-mail.
DIGEST_HOUR = environment.hour("WELLRUN_DIGEST_HOUR", 7)

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site has a use for them
WHITENOISE_USE_FINDERS = True  # files that `wellrun serve` has not gathered are served from where they lie
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "wellrun.config.static.GatheredStaticFiles"},
}
# Uploads are measured before they are parsed; a pasted table is a form field.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# Signing in: docs/how-to/sign-in.md says how it is set up, docs/adr/0006 why.
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today:today"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "wellrun.config.passwords.Argon2",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_ADAPTER = "wellrun.access.account_adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = str
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# For each place of the network, which may be a whole hospital; and for each account ("key") or person.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reset_password": "30/m/ip,3/5m/key",
    "change_password": "5/m/user",
    "manage_email": "5/m/user",
    "join_team": "60/h/user",  # an address that is known is told: nobody tries them by the thousand
}
ACCOUNT_FORMS = {
    "login": "wellrun.web.sign_in.forms.SignInForm",
    "reset_password": "wellrun.web.sign_in.forms.ForgottenForm",
    "reset_password_from_key": "wellrun.web.sign_in.forms.NewPasswordForm",
    "change_password": "wellrun.web.account.forms.ChangePasswordForm",
    "set_password": "wellrun.web.account.forms.SetPasswordForm",
    "add_email": "wellrun.web.account.forms.NewAddressForm",
    "reauthenticate": "wellrun.web.account.forms.AgainForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("WELLRUN_PROXIES", 0)
MFA_ADAPTER = "wellrun.access.account_adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody can make an account with somebody else's address
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # a clock that is half a minute off
MFA_FORMS = {
    "authenticate": "wellrun.web.sign_in.forms.CodeForm",
    "authenticate_webauthn": "wellrun.web.sign_in.forms.PasskeyStepForm",
    "login_webauthn": "wellrun.web.sign_in.forms.PasskeySignInForm",
    "reauthenticate": "wellrun.web.account.forms.CodeAgainForm",
    "activate_totp": "wellrun.web.account.forms.FirstCodeForm",
    "add_webauthn": "wellrun.web.account.forms.PasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "wellrun.access.sign_on.SignOnAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation has shown whose address it is
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": environment.sign_on_providers()}}
SESSION_ENGINE = "wellrun.access.sessions"
SESSION_ENDS_UNUSED = timedelta(minutes=environment.number("WELLRUN_SESSION_IDLE_MINUTES", 60))
SESSION_ENDS_ALWAYS = timedelta(hours=environment.number("WELLRUN_SESSION_HOURS", 12))
SESSION_COOKIE_AGE = int(SESSION_ENDS_ALWAYS.total_seconds())

_MAIL = environment.mail(DATA)
EMAIL_BACKEND = _MAIL["backend"]
EMAIL_FILE_PATH = _MAIL.get("folder")
EMAIL_HOST = _MAIL.get("host", "localhost")
EMAIL_PORT = _MAIL.get("port", 25)
EMAIL_HOST_USER = _MAIL.get("user", "")
EMAIL_HOST_PASSWORD = _MAIL.get("password", "")
EMAIL_USE_SSL = _MAIL.get("ssl", False)
EMAIL_USE_TLS = _MAIL.get("tls", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("WELLRUN_EMAIL_FROM", "Wellrun <wellrun@localhost>")

# __Host-: the browser takes the cookie from this host alone, never from a neighbour under the same domain.
_COOKIE = "__Host-" if _IS_HTTPS else ""
SESSION_COOKIE_NAME = f"{_COOKIE}sessionid"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _IS_HTTPS

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _IS_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _IS_HTTPS else 0
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_NAME = f"{_COOKIE}csrftoken"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = _IS_HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = _IS_HTTPS
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "img-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers would write the same lines again, or send mail.
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
