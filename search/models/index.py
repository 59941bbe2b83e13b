"""What the engines keep in the database: documents, their facets, the words of all texts."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class FacetSet(models.Model):
    """All the values documents can be narrowed by; those that have the same ones share a set.

    It never changes: a document that changes is given another.
    """

    digest = models.CharField(max_length=64, unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bộ giá trị lọc"
        verbose_name_plural = "bộ giá trị lọc"

    def __str__(self) -> str:
        return self.digest


class FacetValue(models.Model):
    """A value answers can be narrowed to: year 2024, section thi-dua."""

    facet_set = models.ForeignKey(FacetSet, models.CASCADE, related_name="values", db_index=False)
    name = models.CharField(max_length=30)
    value = models.CharField(max_length=80)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "giá trị lọc"
        verbose_name_plural = "giá trị lọc"
        indexes = [models.Index(fields=["name", "value"], name="search_facet_value")]
        constraints = [
            models.UniqueConstraint(name="search_facet_once", fields=["facet_set", "name", "value"])
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class IndexedDocument(models.Model):
    """One indexed object. Its words stand beside it, in the table its database is quickest with.

    See `search.backends.sqlite` and `search.backends.postgresql` for that table.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=50)
    day = models.DateField(null=True)
    at = models.DateTimeField(null=True)
    facet_set = models.ForeignKey(FacetSet, models.PROTECT, null=True, related_name="documents")
    """None until its words are written."""
    is_counted = models.BooleanField(null=True)
    """Whether its words are counted among the terms; of many new documents they are soon.

    None where the public does not see it: its words are not counted.
    """

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "mục trong chỉ mục tìm kiếm"
        verbose_name_plural = "mục trong chỉ mục tìm kiếm"
        indexes = [
            models.Index(fields=["at"], name="search_document_at"),
            models.Index(
                fields=["id"],
                name="search_document_uncounted",
                condition=models.Q(is_counted=False),
            ),
            models.Index(
                fields=["id"],
                name="search_document_public",
                condition=models.Q(is_counted__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="search_document_once", fields=["content_type", "object_id"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}:{self.object_id}"


class IndexedAcronym(models.Model):
    """An abbreviation that a document explains: "Hội đồng quản trị (HĐQT)"."""

    document = models.ForeignKey(IndexedDocument, models.CASCADE, related_name="acronyms")
    short = models.CharField(max_length=20)
    full = models.CharField(max_length=150)
    short_key = models.CharField(max_length=20)
    full_key = models.CharField(max_length=150)
    """Both folded, without blanks and signs, as a query is looked up by."""

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "chữ viết tắt trong bài"
        verbose_name_plural = "chữ viết tắt trong bài"
        indexes = [
            models.Index(fields=["short_key"], name="search_acronym_short"),
            models.Index(fields=["full_key"], name="search_acronym_full"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="search_acronym_once", fields=["document", "short", "full"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.full} ({self.short})"


class Term(models.Model):
    """In how many documents a word stands, or two adjacent words; for `engine.lexicon`.

    Of those the public sees: visitors are told of no word that they cannot find.
    """

    class Kind(models.TextChoices):
        EXACT = "e", "từ có dấu"
        FOLDED = "f", "từ bỏ dấu"
        PAIR = "p", "hai từ liền nhau, bỏ dấu"

    pk = models.CompositePrimaryKey("kind", "text")
    kind = models.CharField(max_length=1, choices=Kind)
    text = models.CharField(max_length=130)
    documents = models.IntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "từ đã biết"
        verbose_name_plural = "từ đã biết"

    def __str__(self) -> str:
        return self.text
