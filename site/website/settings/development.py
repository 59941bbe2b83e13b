"""One machine, for trying the system out: nothing needs to be set."""

from . import environment
from .base import *
from .base import ALLOWED_HOSTS, DATA_DIR, MIDDLEWARE

ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
DEBUG = environment.flag("DEBUG")
DEMO_CONTENT = True
MIDDLEWARE.insert(0, "website.compressing.CompressedStaticMiddleware")
if DEBUG:  # whoever changes a template wants to see it
    BYTE_PATH_ROOM = 0
SECRET_KEY = environment.secret_key(required=False, data=DATA_DIR)
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
