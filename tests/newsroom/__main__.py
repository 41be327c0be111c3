"""Serve the newsroom until Ctrl-C."""

import argparse
import threading
from contextlib import suppress

from tests.newsroom.newsroom import Newsroom


def main() -> None:
    """Read the options, serve, and print where."""
    parser = argparse.ArgumentParser(prog="python -m tests.newsroom", description=__doc__)
    parser.add_argument(
        "--articles", type=int, default=0, metavar="N", help="generated articles to add to the twelve stories"
    )
    parser.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1 (a free one unless given)")
    options = parser.parse_args()
    with suppress(KeyboardInterrupt), Newsroom(options.articles, port=options.port) as newsroom:
        faults = f"{newsroom.url}/faults/feed.xml"
        print(f"Warta Contoh: {newsroom.url}/ (faults: {faults}; Ctrl-C stops)", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
