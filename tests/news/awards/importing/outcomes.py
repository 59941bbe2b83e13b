"""What comes of a list: on the screen, and in the register."""

from news.awards.models import AwardGrant


def told(screen, heading):
    """The rows of one table: number, recipient, title, remarks."""
    (head,) = (each for each in screen.select("h2") if each.get_text().startswith(heading))
    rows = head.find_next("table").select("tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in rows]


def problems(screen):
    return {int(number): remark for number, _, _, remark in told(screen, "Sai")}


def refused(screen):
    return " ".join(each.get_text(" ", strip=True) for each in screen.select(".w-field__errors"))


def grants():
    return [
        (each.recipient_kind, each.recipient_name, each.shown_title, each.year)
        for each in AwardGrant.objects.order_by("pk")
    ]
