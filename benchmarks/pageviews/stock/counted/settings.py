"""A new project's settings, and django-hitcount's fork where it is installed."""

import os
from importlib.util import find_spec

import environ
from stock.settings.base import *  # noqa: F403
from stock.settings.base import INSTALLED_APPS as OF_A_NEW_PROJECT

INSTALLED_APPS = ["counted", *OF_A_NEW_PROJECT]
if find_spec("hitcount"):
    INSTALLED_APPS.append("hitcount")
ROOT_URLCONF = "counted.urls"
DATABASES = {"default": environ.Env.db_url_config(os.environ["DATABASE_URL"])}
SECRET_KEY = "stock"  # noqa: S105 - serves this machine, for as long as the benchmark runs
ALLOWED_HOSTS = ["127.0.0.1"]
DEBUG = False
