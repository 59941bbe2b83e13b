"""Who is no person: what asks for pages and calls itself a program."""

from functools import lru_cache

from crawlerdetect import CrawlerDetect

LONGEST_AGENT = 512  # letters that are looked at

_crawlers = CrawlerDetect(user_agent="none")


@lru_cache(maxsize=4096)
def is_robot(agent: str) -> bool:
    """By what it calls itself; who says nothing is one, too."""
    return not agent.strip() or bool(_crawlers.isCrawler(agent))
