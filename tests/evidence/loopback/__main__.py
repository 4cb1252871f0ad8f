"""``python -m tests.evidence.loopback``: start the servers and list what they do, until Ctrl-C."""

from __future__ import annotations

import time

from tests.evidence.loopback.server import Loopback, behaviours


def main() -> None:
    with Loopback() as loopback:
        for each in behaviours():
            print(f"{loopback.url(each.name):60} {each.says}")  # noqa: T201 - a program for people
        print(f"allow_hosts: {list(loopback.allow_hosts)}")  # noqa: T201
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
