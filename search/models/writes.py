"""What is still to be written into an index."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class IndexWrite(models.Model):
    """An object that changed and has to be written into one index; see `search.outbox`."""

    backend = models.CharField("máy tìm kiếm", max_length=50)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=50)
    changed_at = models.DateTimeField("lúc thay đổi")
    due_at = models.DateTimeField("lúc ghi")
    attempts = models.PositiveIntegerField("số lần thử", default=0)
    error = models.CharField("lỗi lần cuối", max_length=500, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "việc ghi chỉ mục"
        verbose_name_plural = "việc ghi chỉ mục"
        indexes = [models.Index(fields=["backend", "due_at"], name="search_write_due")]
        constraints = [
            models.UniqueConstraint(
                name="search_write_once", fields=["backend", "content_type", "object_id"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}:{self.object_id}"
