"""What editors tell the search: words that mean the same, pages to show first."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from search.vietnamese.analysis import folded_tokens, tokens


class Synonym(models.Model):
    """Two ways to say the same. It acts from the next search on."""

    words = models.CharField(
        "chữ người đọc gõ", max_length=120, help_text="Chữ viết tắt hay cách gọi, ví dụ: CĐS."
    )
    meaning = models.CharField(
        "tìm thêm", max_length=200, help_text="Cách viết khác trong bài, ví dụ: chuyển đổi số."
    )
    both_ways = models.BooleanField(
        "cả hai chiều", default=True, help_text="Gõ cách nào cũng tìm ra cách kia."
    )

    panels = [
        FieldRowPanel([FieldPanel("words"), FieldPanel("meaning")]),
        FieldPanel("both_ways"),
    ]

    class Meta:
        verbose_name = "từ đồng nghĩa khi tìm kiếm"
        verbose_name_plural = "từ đồng nghĩa khi tìm kiếm"
        ordering = ["words"]
        constraints = [models.UniqueConstraint(name="synonym_once", fields=["words", "meaning"])]

    def __str__(self) -> str:
        return f"{self.words} = {self.meaning}"

    def clean(self) -> None:
        super().clean()
        refuse_mere_signs(self, "words", "meaning")
        if not (self.words and self.meaning):
            return  # empty or too long, and the form has said so
        if tokens(self.words) == tokens(self.meaning):
            raise ValidationError({"meaning": "Hai cách viết phải khác nhau."})
        if same := self._written_before():
            raise ValidationError({"meaning": f"Đã có “{same}”; hãy sửa mục ấy."})

    def _written_before(self) -> "Synonym | None":
        """The same two, from either side, in any case and with or without accents."""
        others = Synonym.objects.exclude(pk=self.pk)
        return next((each for each in others if each._both() == self._both()), None)

    def _both(self) -> set[tuple[str, ...]]:
        return {tuple(folded_tokens(self.words)), tuple(folded_tokens(self.meaning))}


class PromotedResult(models.Model):
    """A page that comes first when just these words are searched for."""

    words = models.CharField(
        "khi tìm", max_length=120, help_text="Đúng những chữ này, có dấu hay không dấu."
    )
    key = models.CharField(max_length=120, editable=False, db_index=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="+",
        verbose_name="hiện trang",
        help_text="Chỉ hiện khi trang đang công khai.",
    )
    sort_order = models.PositiveSmallIntegerField("thứ tự", default=1)

    panels = [
        FieldPanel("words"),
        PageChooserPanel("page"),
        FieldPanel("sort_order"),
    ]

    class Meta:
        verbose_name = "kết quả ưu tiên"
        verbose_name_plural = "kết quả ưu tiên"
        ordering = ["words", "sort_order"]
        constraints = [models.UniqueConstraint(name="promoted_once", fields=["key", "page"])]

    def __str__(self) -> str:
        return f"{self.words} → {self.page}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = words_key(self.words)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        refuse_mere_signs(self, "words")
        others = PromotedResult.objects.exclude(pk=self.pk).filter(key=words_key(self.words))
        if others.filter(page=self.page_id).exists():
            raise ValidationError({"page": "Trang này đã được chọn cho những chữ ấy."})


def words_key(text: str) -> str:
    """The same for all ways to type the words."""
    return " ".join(folded_tokens(text))[:120]


def refuse_mere_signs(instance: models.Model, *fields: str) -> None:
    """What holds no letter or digit is never searched for."""
    typed = {field: getattr(instance, field) for field in fields}
    signs = [field for field, text in typed.items() if text and not tokens(text)]
    if signs:
        raise ValidationError(dict.fromkeys(signs, "Cần có chữ cái hoặc chữ số."))
