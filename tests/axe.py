"""What axe finds on the screen that is open in a tab."""

from collections.abc import Sequence
from importlib import resources

from playwright.sync_api import Page as Tab

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SERIOUS = ("serious", "critical")
STILL = """() => Promise.allSettled(document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().endTime < Infinity)
    .map((each) => each.finished))"""


def faults(tab: Tab, rules: Sequence[str] = RULES, impacts: Sequence[str] = ()) -> list[str]:
    """Of these impacts, or of all."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE)
    answer = tab.evaluate("(rules) => axe.run({ runOnly: rules })", rules)
    return [
        f"{each['id']}: {node['html'][:150]} {node['failureSummary']}"
        for each in answer["violations"]
        if not impacts or each["impact"] in impacts
        for node in each["nodes"][:2]
    ]


def serious_faults(tab: Tab) -> list[str]:
    """On a screen of the admin, much of which is Wagtail's, once nothing fades in any more."""
    tab.evaluate(STILL)
    return faults(tab, impacts=SERIOUS)
