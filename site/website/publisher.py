"""The department as publisher of what feeds and pages give away."""

from django.templatetags.static import static

from news.syndication.publisher import Publisher
from search.addresses import absolute
from website.models import SiteSettings
from website.templatetags.website_tags import full_name

LOGO = "website/img/mark.svg"


def department() -> Publisher:
    """The name of the header; before anybody filled it in, that of a department without a province."""
    stored = SiteSettings.objects.filter(site__is_default_site=True).first()
    return Publisher(full_name(stored or SiteSettings()), absolute(static(LOGO)))
