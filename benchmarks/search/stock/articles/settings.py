"""A new project's settings with a database from outside."""

import os

import environ
from stock.settings.base import *  # noqa: F403
from stock.settings.base import INSTALLED_APPS as OF_A_NEW_PROJECT

INSTALLED_APPS = ["articles", "django.contrib.postgres", *OF_A_NEW_PROJECT]
ROOT_URLCONF = "articles.urls"
DATABASES = {"default": environ.Env.db_url_config(os.environ["DATABASE_URL"])}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    INSTALLED_APPS.remove("django.contrib.postgres")
SECRET_KEY = "stock"  # noqa: S105 - serves this machine, for as long as the benchmark runs
ALLOWED_HOSTS = ["127.0.0.1"]
DEBUG = False
