"""The department's server: HTTPS only, every secret from the environment."""

import os

from . import environment
from .base import *
from .base import ADMIN_HOST, DATA_DIR, PREVIEW_URL, PUBLIC_URL, STORAGES

if not os.environ.get("PUBLIC_URL"):
    environment.stop("PUBLIC_URL chưa đặt; ví dụ: https://sonoivu.example.vn.")
if not PUBLIC_URL.startswith("https://"):
    environment.stop("PUBLIC_URL phải bắt đầu bằng https:// khi chạy thật.")
if PREVIEW_URL and not PREVIEW_URL.startswith("https://"):
    environment.stop("PREVIEW_URL phải bắt đầu bằng https:// khi chạy thật.")

SECRET_KEY = environment.secret_key(required=True, data=DATA_DIR)
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
WHITENOISE_USE_FINDERS = False

# What readers write, and what waits for approval, is posted; without EMAIL_URL the admin alone shows it.
mail = environment.mail()
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if mail else 'dummy'}.EmailBackend"
WAGTAIL_PASSWORD_RESET_ENABLED = mail is not None  # the new password comes by letter
if mail:
    EMAIL_HOST, EMAIL_PORT = mail.host, mail.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = mail.user, mail.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = mail.scheme == "smtp+tls", mail.scheme == "smtps"
    EMAIL_TIMEOUT = 30
    DEFAULT_FROM_EMAIL = SERVER_EMAIL = mail.sender

# HTTPS ends at a proxy, most often on this machine; what it says of its callers is believed.
API_TRUSTED_PROXIES = environment.networks("TRUSTED_PROXIES", default=["127.0.0.1", "::1"])
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^-/"]  # the proxy's own health checks come in plain
# Browsers hold us to it for that long: nothing takes it back, so an hour until somebody is sure.
SECURE_HSTS_SECONDS = environment.seconds("HSTS_SECONDS", default=60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.flag("HSTS_INCLUDE_SUBDOMAINS")
SECURE_HSTS_PRELOAD = environment.flag("HSTS_PRELOAD")
# Subdomains and the browsers' own lists are for whoever owns the whole domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL, *([f"https://{ADMIN_HOST}"] if ADMIN_HOST else [])]
