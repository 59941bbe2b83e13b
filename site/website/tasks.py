"""What the worker does for the website."""

from django.core.mail import EmailMessage
from django_tasks import task

from search.addresses import absolute
from website.models import Feedback, SiteSettings


@task()
def post_feedback(pk: int) -> None:
    """To the department's own address, where the settings name one; the admin has it either way."""
    received = Feedback.objects.filter(pk=pk).first()
    department = SiteSettings.objects.filter(site__is_default_site=True).first()
    if received is None or department is None or not department.email:
        return
    EmailMessage(
        subject=f"Góp ý {received.number}: {received.get_kind_display()}",
        body=_letter(received),
        from_email=department.email,
        to=[department.email],
    ).send()


def _letter(received: Feedback) -> str:
    lines = [received.message, "", f"Số: {received.number}"]
    if received.about:
        lines.append(f"Ở trang: {absolute(received.about)}")
    lines += [
        f"Họ tên: {received.name or 'không ghi'}",
        f"Liên hệ: {received.contact or 'không ghi'}",
    ]
    return "\n".join(lines)
