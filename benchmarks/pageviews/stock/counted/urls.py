from django.apps import apps
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from wagtail import urls as wagtail_urls

from .views import count

urlpatterns = [path("count/<int:pk>/", count)]
if apps.is_installed("hitcount"):
    from hitcount.views import HitCountJSONView

    urlpatterns.append(path("hitcount/", csrf_exempt(HitCountJSONView.as_view())))
urlpatterns.append(path("", include(wagtail_urls)))
