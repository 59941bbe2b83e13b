"""What holds everywhere; development, production and test state only their differences."""

from pathlib import Path

from . import environment

ROOT = Path(__file__).resolve().parents[3]
SITE = ROOT / "site"
DATA_DIR = environment.data_dir(default=ROOT / "var")

PORT = environment.port()
PUBLIC_URL = environment.public_url(default=f"http://localhost:{PORT}")
ADMIN_HOST = environment.host("ADMIN_HOST")
ALLOWED_HOSTS = [environment.host_of(PUBLIC_URL), *environment.hosts("ALLOWED_HOSTS", default=[])]
ALLOWED_HOSTS += [ADMIN_HOST] if ADMIN_HOST else []
SEARCH_URL = environment.search_url()
NEWS_TONE_PLACEMENT = environment.tone_placement()
PREVIEW_URL = environment.preview_url()
DEBUG = False
DEMO_CONTENT = False

INSTALLED_APPS = [
    "website",
    "news",
    "news.awards",
    "news.pageviews",
    "news.syndication",
    "people",
    "search",
    "wagtail_headless_preview",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",  # the admin says "two hours ago" in its words
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "website.middleware.ContentSecurityPolicyMiddleware",
    "website.health.ProbeMiddleware",
    "website.middleware.AdminHostMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "website.middleware.PublicPageMiddleware",
    "website.middleware.OnlySiteMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "website.middleware.LanguageOfAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "website.middleware.ReadingMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "website.middleware.RedirectMiddleware",
    "news.middleware.PhotosUnfinishedMiddleware",
]

ROOT_URLCONF = "website.urls"
WSGI_APPLICATION = "website.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------

DATABASES = {"default": environment.database(default=DATA_DIR / "site.sqlite3")}
# Kept for the requests that follow: to open SQLite with its options takes a third of the time of a
# list in the API, and half of that of one article.
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # As Django ships it, 209 of 240 concurrent publishes fail with "database is locked";
    # with these options none did. FULL, so that a power cut loses nothing acknowledged.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;"
            " PRAGMA journal_size_limit=67108864; PRAGMA mmap_size=134217728;"
        ),
    }
else:
    DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", True)
    # As shipped, PostgreSQL thinks of spinning disks, and reads every text for a common word
    # instead of its index: 128 ms against 11.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options", "-c random_page_cost=1.1 -c jit=off"
    )
# Finished answers kept by each process, in bytes (docs/byte-path.md); 0: none.
BYTE_PATH_ROOM = 64 * 2**20
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": environment.cache(),
    # Rendition rows are read for every photo of every page; they must not evict each other.
    "renditions": environment.cache() | {"TIMEOUT": 600, "OPTIONS": {}, "KEY_PREFIX": "renditions"},
}

# Of its own, so that a crowd of addresses that are counted pushes nothing else out.
CACHES["limits"] = environment.limits_cache()

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

PAGE_VIEWS_LOG = environment.page_views_log(default=DATA_DIR / "pageviews")

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article's edit form exceeds Django's 1,000

# --- Language and time -------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [SITE / "locale", SITE / "locale_wagtail"]
FORMAT_MODULE_PATH = ["website.formats"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
# What the admin's date fields show and its pickers write; website.formats reads them.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_DATETIME_FORMAT = f"{WAGTAIL_DATE_FORMAT} {WAGTAIL_TIME_FORMAT}"
TIME_ZONE = "Asia/Ho_Chi_Minh"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
USE_TZ = True

# --- Who may come in -----------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"  # of a reader who signed in without wanting a page
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = SESSION_COOKIE_AGE  # of a reader who wrote to us, too, nothing stays for a year
CSRF_FAILURE_VIEW = "website.errors.not_from_here"
X_FRAME_OPTIONS = "DENY"  # previews, which the admin frames, say otherwise themselves
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "gyroscope": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "frame-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'self'"],
    }
}

# Wagtail's choosers and date pickers are started by inline scripts: website.middleware gives
# /admin/ this policy in place of the strict one.
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    # The preview of a draft on another front end.
    "frame-src": ["'self'", *environment.origins(PREVIEW_URL)],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
}

# Whose X-Forwarded-For is believed when requests are counted by address: nobody's, unless named.
API_TRUSTED_PROXIES = environment.networks("TRUSTED_PROXIES", default=[])

# --- Wagtail -------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Cổng Nội vụ"
# A translation begins as a draft, and is read and published like any page; otherwise the
# Vietnamese text would stand on the English site from the moment it is handed in.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILADMIN_USER_LOGIN_FORM = "website.signing_in.SignInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "website.signing_in.NewPasswordForm"  # noqa: S105
WAGTAILADMIN_BASE_URL = PUBLIC_URL if not ADMIN_HOST else f"https://{ADMIN_HOST}"
WAGTAILIMAGES_IMAGE_MODEL = "news.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "news.uploads.forms.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "heic", "heif"]
# As good to look at as WebP's 80, and a tenth lighter; at AVIF's own 80 it would be heavier.
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 2**20
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 2**20
# Wagtail's own slugify drops Đ; search.vietnamese.slugs makes ours, and they are ASCII.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Both would send a request, one with a hash of the editor's address, to a foreign host.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# A text that is handed in is told to who reviews it; who runs the machine would get two letters each time.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILSEARCH_BACKENDS = environment.search_backends(SEARCH_URL)
TAGGIT_CASE_INSENSITIVE = True

# A draft as another front end shows it (docs/previews.md). By redirect: in a frame within its frame the
# admin could not keep the reader's place. As written: an address of a file takes no slash.
WAGTAIL_HEADLESS_PREVIEW = {
    "CLIENT_URLS": {"default": PREVIEW_URL} if PREVIEW_URL else {},
    "REDIRECT_ON_PREVIEW": True,
    "ENFORCE_TRAILING_SLASH": False,
}

# A mail server that does not answer must not keep an editor, or a transaction, waiting.
EMAIL_TIMEOUT = 10

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "without_traceback": {
            "()": "django.utils.log.CallbackFilter",
            "callback": "ext://website.log_lines.without_traceback",
        }
    },
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django.security.DisallowedHost": {"filters": ["without_traceback"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
