"""How often which words were searched for, by day: nothing about who searched."""

from django.db import models


class SearchedWords(models.Model):
    """One row for the words of a day; see `search.log`."""

    day = models.DateField("ngày")
    key = models.CharField(max_length=120)
    words = models.CharField("chữ đã tìm", max_length=120, blank=True)
    """Empty until they were searched for on several days."""
    searches = models.PositiveIntegerField("lượt tìm", default=0)
    found_nothing = models.PositiveIntegerField("lượt không thấy", default=0)

    class Meta:
        verbose_name = "chữ đã tìm"
        verbose_name_plural = "chữ đã tìm"
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(name="searched_words_once_a_day", fields=["day", "key"])
        ]

    def __str__(self) -> str:
        return self.words or "–"
