"""What the public sees of articles, announcements and consultations, kept as finished rows.

    with changes():                 # whatever changes pages or what they show
        touch("photo", photo.pk)    # Wagtail's actions and our models' saves do this by themselves

Rows are written once, when the outermost `changes()` ends, in its transaction. The API, the feeds
and the webhooks read rows (`reading`), never pages.
"""

from .changing import changes, touch, touch_page

__all__ = ["changes", "touch", "touch_page"]
