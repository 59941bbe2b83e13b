"""/media/ where no other server keeps it: pictures only, each as public as its photo.

Documents are not among them: /documents/ asks who may read them.
The sizes made of a photo are as private as its original, since their names can be guessed.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.static import serve

from news.models import Photo

# Should a file ever be taken for a page, it can do nothing.
POLICY = "sandbox; default-src 'none'"


# Whoever has seen a photo of all may keep it while they read on; whoever asks us, or a proxy in
# front, is told at most a second later that it has become private.
OF_ALL = "public, max-age=600, s-maxage=1, must-revalidate"
OF_SOME = "private, no-cache"


def photo(request: HttpRequest, path: str) -> HttpResponseBase:
    """An original or a size made of it, for those who may see the photo's collection."""
    found = _photo_of(path)
    if found is None:
        raise Http404
    restrictions = list(found.collection.get_view_restrictions())
    if not all(restriction.accept_request(request) for restriction in restrictions):
        raise Http404
    return _file(request, path, OF_SOME if restrictions else OF_ALL)


def _photo_of(path: str) -> Photo | None:
    """One question for each table: asked of both at once, the database reads every row."""
    photos = Photo.objects.select_related("collection")
    of_a_size: Photo | None = photos.filter(renditions__file=path).first()
    return of_a_size or photos.filter(file=path).first()


def avatar(request: HttpRequest, path: str) -> HttpResponseBase:
    """The picture of an account, which the admin shows."""
    return _file(request, path, OF_SOME)


def _file(request: HttpRequest, path: str, keeping: str) -> HttpResponseBase:
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = keeping
    response["Content-Security-Policy"] = POLICY
    return response
