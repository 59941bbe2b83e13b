"""The stock project with a list of articles; with SITE_CACHE=1 Django's cache for the whole site.

Otherwise with Django's answer to If-None-Match: both are off in a new project, and each is how its
documentation says it is done.
"""

import os

from articles.settings import *  # noqa: F403
from articles.settings import INSTALLED_APPS as OF_THE_PROJECT
from articles.settings import MIDDLEWARE as AS_SHIPPED

INSTALLED_APPS = ["listing", *OF_THE_PROJECT]
if os.environ.get("SITE_CACHE") == "1":
    MIDDLEWARE = [
        "django.middleware.cache.UpdateCacheMiddleware",
        *AS_SHIPPED,
        "django.middleware.cache.FetchFromCacheMiddleware",
    ]
else:
    MIDDLEWARE = ["django.middleware.http.ConditionalGetMiddleware", *AS_SHIPPED]
