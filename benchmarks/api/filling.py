"""A project's database filled with articles, and the addresses that are to be asked for.

In its environment, `python -m benchmarks.api.filling ours|stock NUMBER`; prints JSON: by what is asked for,
several addresses, so that none of them is asked again and again.
"""

import json
import sys

from . import filling_ours, filling_stock


def main() -> None:
    import django

    django.setup()
    name, number = sys.argv[1], int(sys.argv[2])
    fill = {"ours": filling_ours.fill, "stock": filling_stock.fill}[name]
    print(json.dumps(fill(number)))


if __name__ == "__main__":
    main()
