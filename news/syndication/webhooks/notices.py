"""Telling a person that a portal's address was turned off."""

from django.conf import global_settings, settings
from django.core.mail import EmailMessage, get_connection
from django_tasks import task

from news.syndication.models import Webhook
from search.addresses import absolute

SUBJECT = "Địa chỉ nhận báo tin của {portal} đã tắt"
WORDS = """Kính gửi {name},

Máy chủ của {site} đã ngừng báo tin mới đến địa chỉ:

    {url}

Lý do: {reason}

Khi máy nhận hoạt động lại, xin báo cho chúng tôi để bật lại. Trong lúc đó, tin mới, tin sửa và tin
gỡ vẫn lấy được ở {changes}.
"""
PATIENCE = 10  # seconds for the mail server: the worker has other things to do


@task()
def write_to_contact(webhook: int) -> None:
    """To the portal's contact, where there is one and this site sends mail."""
    row = Webhook.objects.select_related("portal").filter(pk=webhook, is_enabled=False).first()
    if row is None or not row.portal.contact_email or not mail_is_configured():
        return
    EmailMessage(
        SUBJECT.format(portal=row.portal),
        WORDS.format(
            name=row.portal.contact_name or row.portal.name,
            site=settings.WAGTAIL_SITE_NAME,
            url=row.url,
            reason=row.disabled_reason,
            changes=absolute("/api/v1/changes/"),
        ),
        to=[row.portal.contact_email],
        connection=get_connection(timeout=PATIENCE),
    ).send()


def mail_is_configured() -> bool:
    """Whoever set up mail gave it a sender; Django's own names nobody."""
    return bool(settings.DEFAULT_FROM_EMAIL != global_settings.DEFAULT_FROM_EMAIL)
