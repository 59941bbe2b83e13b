"""How often the site was read: a page for anybody."""

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .models import ViewDay, ViewTotal


@require_safe
def visitors(request: HttpRequest) -> HttpResponse:
    """Of all articles together: today, this month, and since there is a count, old ones included."""
    today = timezone.localdate()
    month = ViewDay.objects.filter(day__range=(today.replace(day=1), today))
    numbers = {
        "today": month.filter(day=today).aggregate(sum=Sum("views"))["sum"] or 0,
        "month": month.aggregate(sum=Sum("views"))["sum"] or 0,
        "total": ViewTotal.objects.aggregate(sum=Sum("total"))["sum"] or 0,
    }
    return render(request, "pageviews/visitors.html", {"numbers": numbers, "day": today})
