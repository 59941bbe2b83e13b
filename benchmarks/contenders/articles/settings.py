"""A new project's settings with the API, and with a database from outside."""

import os

import environ
from stock.settings.base import *  # noqa: F403
from stock.settings.base import INSTALLED_APPS as OF_A_NEW_PROJECT

INSTALLED_APPS = ["articles", "wagtail.api.v2", "rest_framework", *OF_A_NEW_PROJECT]
ROOT_URLCONF = "articles.urls"
DATABASES = {"default": environ.Env.db_url_config(os.environ["DATABASE_URL"])}
# As ours: what is compared is the work, not how a database is opened.
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    INSTALLED_APPS.append("django.contrib.postgres")
MEDIA_ROOT = os.environ["MEDIA_ROOT"]
# All renditions stay in the cache: as shipped it holds 300 things, and loses a third when full.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
SECRET_KEY = "stock"  # noqa: S105 - serves this machine, for as long as the benchmark runs
ALLOWED_HOSTS = ["127.0.0.1"]
DEBUG = False
