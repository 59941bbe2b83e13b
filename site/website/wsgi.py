"""The WSGI application, for granian or any other server (with site/ on its path)."""

import os

from django.core.wsgi import get_wsgi_application

from website.settings.environment import refuse_unknown_settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "website.settings.production")
refuse_unknown_settings()

django = get_wsgi_application()

from news.pageviews.front import CountingFront  # noqa: E402 - Django must be set up
from website.byte_path.front import BytePath  # noqa: E402
from website.checks import refuse_to_serve  # noqa: E402

refuse_to_serve()

# What is read most comes first: pages and answers that are finished, then the views of pages.
application = BytePath(CountingFront(django))
