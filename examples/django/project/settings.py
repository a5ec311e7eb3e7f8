"""Settings of the example: small, local, and switchable by environment variables.

DJANGO_DEBUG=1      tracebacks, djust's own debug panel, timing in the frames
DJANGO_DATABASE     path of the SQLite file (default: db.sqlite3 beside manage.py)
DJANGO_TRANSPORT    "ws" (default) or "sse": what a page uses unless its address says ?transport=
"""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

# Local use only: whoever puts this on a network gives it a key of their own.
SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY", "example-only-not-secret-0123456789-0123456789")
DEBUG = os.environ.get("DJANGO_DEBUG", "") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
TRANSPORT = os.environ.get("DJANGO_TRANSPORT", "ws")

INSTALLED_APPS = [
    "channels",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "djust",
    "tags",
    "zoo",
    "mishaps",
]

MIDDLEWARE = [
    "mishaps.server_timing.server_timing",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "project.urls"
ASGI_APPLICATION = "project.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "djust.template_backend.DjustTemplateBackend",
        # Named, though APP_DIRS finds them too: 0.9 resolves {% extends %} in these alone.
        "DIRS": [BASE_DIR / "tags/templates", BASE_DIR / "zoo/templates", BASE_DIR / "mishaps/templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("DJANGO_DATABASE") or BASE_DIR / "db.sqlite3",
    }
}

# Not in the database: djust reads the session of an event stream where Django allows no queries,
# and the stream then answers 500 to everyone who has a session.
SESSION_ENGINE = "django.contrib.sessions.backends.cache"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "static/"
LOGIN_URL = "/zoo/"

# A page may only ask the socket for views of these modules.
LIVEVIEW_ALLOWED_MODULES = ["tags.views", "zoo.views", "mishaps.views"]

# Only for what measures how fast it goes.
UNLIMITED = os.environ.get("DJANGO_UNLIMITED") == "1"

LIVEVIEW_CONFIG = {
    # Many pages from one address, as tests open them; and the zoo's flood must be answered, not
    # hung up on, so the server never stops warning.
    "rate_limit": {
        # So little that what flows into an empty bucket while a page is slow to send a form is less than one message.
        "rate": 1_000_000 if UNLIMITED else 1,
        "burst": 1_000_000 if UNLIMITED else 40,
        "max_warnings": 1_000_000,
        "max_connections_per_ip": 100,
        "reconnect_cooldown": 5,
        "upload_rate": 500,
        "upload_burst": 500,
    },
    # Files do not change while the example runs; a watcher would only add frames of its own.
    "hot_reload": False,
    "hot_reload_auto_enable": False,
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Its warnings are about deployments of many processes, which this is not.
    "loggers": {"djust": {"level": "ERROR"}},
}
