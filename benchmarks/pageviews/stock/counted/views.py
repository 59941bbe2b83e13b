from django.db.models import F
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt

from .models import ArticlePage


@csrf_exempt
def count(request: HttpRequest, pk: int) -> JsonResponse:
    article = get_object_or_404(ArticlePage, pk=pk)
    ArticlePage.objects.filter(pk=pk).update(views=F("views") + 1)
    return JsonResponse({"views": article.views + 1})
