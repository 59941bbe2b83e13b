"""Crawlers, tools and libraries by the names they give: none of them is a reader."""

from pathlib import Path

from django.db.models import Sum

from news.pageviews.models import ViewDay

LINES = Path(__file__).with_name("robots.txt").read_text().splitlines()
ROBOTS = [line for line in LINES if line and not line.startswith("#")]


def test_the_list_is_long():
    assert len(set(ROBOTS)) >= 200


def test_no_robot_counts(read, fold):
    for number, agent in enumerate(ROBOTS):
        answer = read(User_Agent=agent, address=f"203.0.{number // 250}.{number % 250}")
        assert answer.json() == {"views": 33}, agent
    fold()

    counted = ViewDay.objects.aggregate(views=Sum("views"), robots=Sum("robots"))
    assert counted == {"views": 0, "robots": len(ROBOTS)}
