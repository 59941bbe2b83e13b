"""The one number that grows whenever anything public changes."""

import uuid

from django.db import models
from django.utils import timezone


class Edition(models.Model):
    """The state of everything public, in a single row (pk 1).

    Whoever changes publications holds this row locked until commit. So editions become visible in
    the order of their numbers, and nobody who follows the numbers skips a change.
    """

    ONLY = 1

    number = models.PositiveBigIntegerField("số", default=0)
    epoch = models.UUIDField(
        "kỷ nguyên",
        default=uuid.uuid4,
        help_text="Đổi khi dữ liệu được khôi phục: các cổng phải lấy lại từ đầu.",
    )
    changed_at = models.DateTimeField("lúc thay đổi", null=True)
    next_expiry = models.DateTimeField(
        "lần hết hạn tới",
        null=True,
        help_text="Sau lúc này có tin hết hạn, dù số chưa tăng.",
    )
    missed = models.PositiveBigIntegerField(
        "số lần quét thấy sai", default=0, help_text="Thay đổi không được ghi ngay lúc xảy ra."
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "số phát hành"
        verbose_name_plural = "số phát hành"

    def __str__(self) -> str:
        return str(self.number)

    @property
    def is_outlived(self) -> bool:
        """Whether something has expired since that the number does not count yet."""
        return self.next_expiry is not None and self.next_expiry <= timezone.now()

    @classmethod
    def now(cls) -> "Edition":
        """The edition as committed; a site that never published anything has number 0."""
        return cls.objects.filter(pk=cls.ONLY).first() or cls(pk=cls.ONLY)

    @classmethod
    def locked(cls) -> "Edition":
        """The row, held until the transaction ends. SQLite's only writer holds it anyway."""
        held = cls.objects.select_for_update()
        return held.filter(pk=cls.ONLY).first() or held.get_or_create(pk=cls.ONLY)[0]

    @classmethod
    def start_new_epoch(cls) -> None:
        """After a restore: numbers told since the backup will come again, for other changes.

        Portals must not go on from them, but start again. Call it inside a transaction.
        """
        edition = cls.locked()
        edition.epoch = uuid.uuid4()
        edition.changed_at = timezone.now()  # or who asks by time is told that nothing changed
        edition.save(update_fields=["epoch", "changed_at"])
