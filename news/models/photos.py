"""Photos, and each place where one is used with its own caption."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.db import models, transaction
from django.utils.crypto import get_random_string
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError
from wagtail.search import index

from news.moments import Moment
from people.models import Organisation, Person, Province


class PhotoReplaced(SourceImageIOError):
    """While sizes of it were made it got another file, or was deleted: pages show none this once."""


class Photo(AbstractImage):
    """A photo with what is known about it wherever it is used.

    `description`, which is Wagtail's, says what is seen, for those who cannot see it (alt).
    """

    description = models.CharField(
        "mô tả ảnh",
        max_length=255,
        blank=True,
        default="",
        help_text="Điều nhìn thấy trong ảnh, cho người không nhìn thấy.",
    )
    caption = models.TextField(
        "chú thích", blank=True, help_text="Ai làm gì, ở đâu; điền sẵn khi chèn ảnh vào bài."
    )
    photographer = models.CharField(
        "người chụp",
        max_length=100,
        blank=True,
        help_text="Hiện ở dòng “Ảnh: …” khi không ghi nguồn.",
    )
    credit = models.CharField(
        "ghi nguồn", max_length=150, blank=True, help_text="Dòng “Ảnh: …” hiện dưới ảnh."
    )
    licence = models.CharField(
        "giấy phép",
        max_length=150,
        blank=True,
        help_text="Được dùng ảnh đến đâu, nếu ảnh không phải của cơ quan.",
    )
    taken_on = models.DateField("chụp ngày", null=True, blank=True)
    place = models.CharField(
        "nơi chụp", max_length=150, blank=True, help_text="Hội trường, trụ sở, xã, phường."
    )
    province = models.ForeignKey(
        Province,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tỉnh, thành phố",
        help_text="Chọn tỉnh theo tên vào ngày chụp.",
    )
    people = models.ManyToManyField(
        Person,
        blank=True,
        related_name="photos",
        verbose_name="người trong ảnh",
        help_text="Những người nhìn rõ, có trong danh sách nhân sự.",
    )
    organisations = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="photos",
        verbose_name="cơ quan trong ảnh",
        help_text="Cơ quan có người hoặc trụ sở trong ảnh.",
    )

    admin_form_fields = (
        "title",
        "file",
        "caption",
        "description",
        "photographer",
        "credit",
        "licence",
        "taken_on",
        "place",
        "province",
        "people",
        "organisations",
        "tags",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.SearchField("photographer"),
        index.SearchField("place"),
        index.SearchField("used_in"),
        index.RelatedFields("people", [index.SearchField("full_name")]),
        index.RelatedFields("organisations", [index.SearchField("name")]),
    ]

    keywords_of_file: Sequence[str] = ()  # to become tags, which only a saved photo can have

    class Meta(AbstractImage.Meta):
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"
        permissions = [("choose_image", "Can choose image")]
        indexes = [models.Index(name="photo_by_file", fields=["file"])]

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        if self.keywords_of_file:
            self.tags.add(*self.keywords_of_file)
            self.keywords_of_file = ()

    def get_upload_to(self, filename: str) -> str:
        """Never the name of a file before it: browsers and proxies keep pictures by their names for long.
        Sizes are named after the file, and long names cut at their end."""
        path: str = super().get_upload_to(f"{get_random_string(7)}-{filename}")
        return path

    def used_in(self) -> str:
        """For the search: the captions it carries in articles, their titles and places."""
        uses = self.uses.select_related("article__event_province").order_by("pk")
        words = [
            (use.caption, use.article.title, use.article.event_place, use.article.event_province)
            for use in uses.defer("article__body")
        ]
        return "\n".join(dict.fromkeys(str(word) for each in words for word in each if word))

    @property
    def credit_line(self) -> str:
        """What to print after "Ảnh:"; empty when nobody is known."""
        return self.credit or self.photographer

    @property
    def default_alt_text(self) -> str:
        return self.description

    @property
    def focal_point_keys(self) -> tuple[str, str]:
        """Of the sizes that no focal point matters to, and of those cut around the one it has now."""
        return "", Filter(spec="fill-1x1").get_cache_key(self)

    def ready_renditions(self) -> dict[str, AbstractRendition]:
        """By their specs, all that are made of it as it is. No query, if they were prefetched."""
        keys = self.focal_point_keys
        return {
            each.filter_spec: each for each in self.renditions.all() if each.focal_point_key in keys
        }

    def get_renditions(self, *filters: Filter | str) -> dict[str, AbstractRendition]:
        """By their specs. Pages fetch the sizes of all they show beforehand; for each of these Wagtail
        works out what its bytes depend on, which takes longer than to show it."""
        specs = [each if isinstance(each, str) else each.spec for each in filters]
        keys = self.focal_point_keys
        fetched = {
            each.filter_spec: each
            for each in self._get_prefetched_renditions() or ()
            if each.focal_point_key in keys
        }
        if all(spec in fetched for spec in specs):
            return {spec: fetched[spec] for spec in specs}
        renditions: dict[str, AbstractRendition] = super().get_renditions(*filters)
        return renditions

    def create_rendition(self, filter: Filter) -> AbstractRendition:  # noqa: A002 - Wagtail's name
        return self.create_renditions(filter)[filter]

    def create_renditions(self, *filters: Filter) -> dict[Filter, AbstractRendition]:
        """Wagtail's, but for what it stores: nothing of a file that was replaced while sizes of it were
        made, which takes seconds. They would be taken for those of the new one ever after.

        Who replaces a file writes the photo's row before the old sizes are deleted. So what is stored
        while the row is held is either of the new file, or deleted with the old one.
        """
        if not filters:
            return {}
        made = self._made(filters)
        with transaction.atomic():
            held = Photo.objects.select_for_update(no_key=True).filter(pk=self.pk)
            if held.values_list("file", "file_hash").first() != (self.file.name, self.file_hash):
                raise PhotoReplaced(f"the file of photo {self.pk} was replaced meanwhile")
            return self._stored(made)

    def _made(self, filters: Sequence[Filter]) -> dict[Filter, AbstractRendition]:
        """Of a broken file as of a lost one: whoever shows a photo is prepared for that error only."""
        with self.open_file() as file:
            original = file.read()
        with ThreadPoolExecutor(max_workers=3) as several:
            made = several.map(
                lambda each: self.generate_rendition_instance(each, BytesIO(original)), filters
            )
            try:
                return dict(zip(filters, made, strict=True))
            except Exception as error:  # decoders raise a dozen kinds for a broken picture
                raise SourceImageIOError(
                    f"the file of photo {self.pk} is broken: {error}"
                ) from error

    def _stored(self, made: dict[Filter, AbstractRendition]) -> dict[Filter, AbstractRendition]:
        """Those that somebody else has stored meanwhile stay."""
        there = {
            (each.filter_spec, each.focal_point_key): each
            for each in self.renditions.filter(filter_spec__in=[each.spec for each in made])
        }
        stored = {
            each: there.get((new.filter_spec, new.focal_point_key), new)
            for each, new in made.items()
        }
        PhotoRendition.objects.bulk_create([each for each in stored.values() if not each.pk])
        return stored


class PhotoRendition(AbstractRendition):
    image = models.ForeignKey(Photo, models.CASCADE, related_name="renditions", verbose_name="ảnh")

    class Meta:
        verbose_name = "bản cỡ khác của ảnh"
        verbose_name_plural = "bản cỡ khác của ảnh"
        indexes = [models.Index(name="photo_rendition_by_file", fields=["file"])]
        constraints = [
            models.UniqueConstraint(
                name="photo_rendition_once", fields=["image", "filter_spec", "focal_point_key"]
            )
        ]


class PhotoUse(models.Model):
    """One photo in one published article, with the words it carries there.

    Written when the article is published, so captions can be searched and served. `photo` is
    empty for old articles of which only the captions are left.
    """

    # Not a ParentalKey: these rows follow the published text and are no part of a revision.
    article = models.ForeignKey(
        "news.ArticlePage", models.CASCADE, related_name="photo_uses", verbose_name="tin bài"
    )
    photo = models.ForeignKey(
        Photo, models.SET_NULL, null=True, related_name="uses", verbose_name="ảnh"
    )
    position = models.PositiveSmallIntegerField("thứ tự")
    caption = models.TextField("chú thích", blank=True)
    alt = models.TextField("mô tả cho người không nhìn thấy", blank=True)
    credit = models.CharField("ghi nguồn", max_length=150, blank=True)
    moment = models.CharField("khoảnh khắc", max_length=12, choices=Moment, default=Moment.OTHER)
    grants = models.ManyToManyField(
        "awards.AwardGrant", blank=True, related_name="photo_uses", verbose_name="lượt khen thưởng"
    )

    class Meta:
        verbose_name = "lần dùng ảnh"
        verbose_name_plural = "lần dùng ảnh"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                name="photo_use_once_at_a_position", fields=["article", "position"]
            )
        ]

    def __str__(self) -> str:
        return self.caption

    @property
    def words(self) -> dict[str, Any]:
        """As templates read those of a photo block."""
        return {
            "image": self.photo,
            "caption": self.caption,
            "alt": self.alt,
            "credit": self.credit,
            "moment": self.moment,
        }
