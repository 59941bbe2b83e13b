"""What the API costs the processor, beside the API of a stock Wagtail project, and how that grows.

Whole servers (granian, one worker, one thread) answer by turns on 127.0.0.1. What counts is the
processor time of their processes for one request, PostgreSQL's included. Nobody keeps an answer;
what stock keeps of renditions in Django's cache is warm.
"""

import argparse
from contextlib import ExitStack

from benchmarks import databases

from .sides import Side, side

COST = ("list of 20", "detail")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--articles", type=int, default=5000, help="in both, for the comparison")
    parser.add_argument("--few", type=int, default=500)
    parser.add_argument("--many", type=int, default=50_000, help="0: no growth is measured")
    parser.add_argument("--stock-many", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    wanted = [("ours", options.articles), ("stock", options.articles)]
    if options.many:
        wanted += [("ours", options.few), ("ours", options.many)]
        wanted += [("stock", options.few), ("stock", options.stock_many)]
    with ExitStack() as stack:
        server = stack.enter_context(databases.running_server(options.engine))
        sides = {each: stack.enter_context(side(*each, server)) for each in dict.fromkeys(wanted)}
        _ask(list(sides.values()), options.rounds)
        _print_costs(*(sides[each] for each in wanted[:2]))
        for few, many in zip(wanted[2::2], wanted[3::2], strict=True):
            _print_growth(sides[few], sides[many])


def _ask(sides: list[Side], rounds: int) -> None:
    for _ in range(rounds):
        for sort in dict.fromkeys(sort for each in sides for sort in each.addresses):
            for each in sides:
                if sort in each.addresses:
                    each.ask(sort)


def _print_costs(ours: Side, stock: Side) -> None:
    print(f"{ours.articles} articles in both{'':10}bytes  queries  processor, a request")
    for sort in COST:
        for each in (ours, stock):
            print(
                f"  {sort:12}{each.name:8}{each.sizes[sort]:15,}{each.queries[sort]:9}"
                f"{each.cost(sort) * 1000:12.2f} ms"
            )
        print(f"  {sort:12}stock ÷ ours {stock.cost(sort) / ours.cost(sort):.1f}")


def _print_growth(few: Side, many: Side) -> None:
    print(f"{few.name}{'':27}{few.articles:,} articles  {many.articles:,} articles")
    for sort in few.addresses:
        before, after = few.cost(sort), many.cost(sort)
        print(
            f"  {sort:30}{before * 1000:9.2f} ms{after * 1000:13.2f} ms  × {after / before:.2f}"
            f"  {few.queries[sort]} and {many.queries[sort]} queries"
        )


if __name__ == "__main__":
    main()
