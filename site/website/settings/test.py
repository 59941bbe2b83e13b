"""Fast and closed: nothing is kept, nothing leaves the machine."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *
from .base import DATABASES

# No secret: the same for every test run, and used for nothing else.
SECRET_KEY = "tests-only-" + "0123456789" * 5
PUBLIC_URL = WAGTAILADMIN_BASE_URL = "http://localhost"
ALLOWED_HOSTS = ["localhost", "testserver", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
of_this_process = Path(tempfile.mkdtemp(prefix="cong-noi-vu-"))
atexit.register(shutil.rmtree, of_this_process, ignore_errors=True)
MEDIA_ROOT = of_this_process / "media"
PAGE_VIEWS_LOG = str(of_this_process / "pageviews")
WHITENOISE_AUTOREFRESH = True  # or the client of every test would begin by reading all static files
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A test database is thrown away; waiting for the disc would only slow the tests.
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
# Switched on by the tests that are about them.
API_REQUESTS_PER_MINUTE = 0
API_USAGE_WRITTEN_EVERY = None
