"""Spreadsheets out of the admin as an office reads them.

A CSV that Excel knows for UTF-8, times of this country, every head in Vietnamese, and in the site's
history what exactly was done: Wagtail's own have none of this.
"""

import codecs
import datetime
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView

CSV, XLSX = SpreadsheetExportMixin.FORMAT_CSV, SpreadsheetExportMixin.FORMAT_XLSX


def install() -> None:
    """For every list of the admin, so the project decides (docs/plugin.md)."""
    SpreadsheetExportMixin.stream_csv = _known_for_utf8(SpreadsheetExportMixin.stream_csv)
    SpreadsheetExportMixin.custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        datetime.datetime: {CSV: lambda at: f"{_here(at):%d/%m/%Y %H:%M:%S}", XLSX: _here},
    }
    LogEntriesView.list_export = [*LogEntriesView.list_export, "message", "comment"]
    LogEntriesView.export_headings = {
        **LogEntriesView.export_headings,
        "message": "Nội dung",
        "comment": "Lý do, nhận xét",
    }
    LogEntriesView.custom_field_preprocess = {
        **LogEntriesView.custom_field_preprocess,
        "message": {CSV: _plain, XLSX: _plain},
    }
    WorkflowView.export_headings = {
        **WorkflowView.export_headings,
        "workflow": "Quy trình duyệt",
        "requested_by": "Người gửi duyệt",
    }
    WorkflowTasksView.export_headings = {
        **WorkflowTasksView.export_headings,
        "task": "Bước duyệt",
        "started_at": "Bắt đầu lúc",
        "finished_at": "Xong lúc",
        "finished_by": "Người làm xong",
    }


def _plain(message: Any) -> str:
    return strip_tags(str(message))


def _here(at: datetime.datetime) -> datetime.datetime:
    """Excel knows no time zones."""
    return at if timezone.is_naive(at) else timezone.make_naive(at)


def _known_for_utf8(stream: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    @wraps(stream)
    def streamed(view: Any, queryset: Any) -> Iterator[Any]:
        yield codecs.BOM_UTF8
        yield from stream(view, queryset)

    return streamed
