"""How many queries the first address of each sort costs, once everything is warm.

In a project's environment; sorts and addresses come in as JSON, numbers go out.
"""

import json
import sys


def main() -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, queries = Client(SERVER_NAME="127.0.0.1"), {}
    for sort, addresses in json.load(sys.stdin).items():
        client.get(addresses[0])
        with CaptureQueriesContext(connection) as captured:
            response = client.get(addresses[0])
        if response.status_code != 200:
            raise SystemExit(f"{addresses[0]}: {response.status_code}")
        queries[sort] = len(captured)
    print(json.dumps(queries))


if __name__ == "__main__":
    main()
