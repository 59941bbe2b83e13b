"""The site as it is, for one who asks as often as they like; nothing waits for the disc."""

from website.settings.development import *  # noqa: F403
from website.settings.development import DATABASES, LOGGING, WAGTAILSEARCH_BACKENDS

DEMO_CONTENT = False
API_REQUESTS_PER_MINUTE = 0
LOGGING["loggers"] = {"django.request": {"level": "ERROR"}}  # a portal may be told to start again
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
for _backend in WAGTAILSEARCH_BACKENDS.values():  # not what is measured here
    _backend["AUTO_UPDATE"] = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
