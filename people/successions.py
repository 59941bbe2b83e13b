"""What became of a body is written down here, its last day with the body itself: who writes the one is
reminded of the other."""

import datetime
from typing import Any

from django.urls import reverse
from wagtail.admin import messages
from wagtail.snippets.views.snippets import CreateView, EditView

from .models import Organisation, OrganisationSuccession

ONE_DAY = datetime.timedelta(days=1)


class _AsksForTheLastDay:
    request: Any

    def save_instance(self) -> OrganisationSuccession:
        succession: OrganisationSuccession = super().save_instance()  # type: ignore[misc]
        before = succession.predecessor
        if before.dissolved_on is None:
            address = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[before.pk])
            button = messages.button(address, "Sửa cơ quan này")
            messages.warning(self.request, _reminder(succession), buttons=[button])
        return succession


def _reminder(succession: OrganisationSuccession) -> str:
    return (
        f"“{succession.predecessor}” vẫn đứng trong danh bạ như đang hoạt động. Nếu đã thôi, ghi "
        f"“Hoạt động đến hết ngày” {_day_before(succession.on):%d/%m/%Y} cho cơ quan ấy."
    )


def _day_before(day: datetime.date) -> datetime.date:
    return max(day, datetime.date.min + ONE_DAY) - ONE_DAY


class SuccessionCreateView(_AsksForTheLastDay, CreateView):
    pass


class SuccessionEditView(_AsksForTheLastDay, EditView):
    pass
