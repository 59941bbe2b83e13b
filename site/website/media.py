"""/media/ where no other server keeps it: pictures only, each as public as its photo.

Documents are not among them: /documents/ asks who may read them.
The sizes made of a photo are as private as its original, since their names can be guessed.
"""

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.static import serve

from news.models import Photo

# Should a file ever be taken for a page, it can do nothing.
POLICY = "sandbox; default-src 'none'"


def photo(request: HttpRequest, path: str) -> HttpResponseBase:
    """An original or a size made of it, for those who may see the photo's collection."""
    files = Q(file=path) | Q(renditions__file=path)
    found = Photo.objects.filter(files).select_related("collection").first()
    if found is None or not _may_see(request, found):
        raise Http404
    return picture(request, path)


def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Content-Security-Policy"] = POLICY
    return response


def _may_see(request: HttpRequest, photo: Photo) -> bool:
    restrictions = photo.collection.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)
