"""What kinds of moments photos show."""

from django.db import models


class Moment(models.TextChoices):
    """What kind of moment a photo shows; also the order photos take in an article."""

    OVERVIEW = "overview", "Toàn cảnh"
    SPEECH = "speech", "Phát biểu"
    HANDING_OVER = "handing_over", "Trao tặng"
    SIGNING = "signing", "Ký kết"
    GROUP = "group", "Chụp chung"
    OTHER = "other", "Khác"
