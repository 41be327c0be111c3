"""All that commands import, for the process they are forked off: imported there once, not by each of them anew."""

import gc
import importlib
import pkgutil
import xml.sax.expatreader  # noqa: F401 - feedparser looks it up by name
from collections.abc import Iterator

from scrapy.settings import default_settings
from scrapy.utils.misc import load_object

import kalbarcrawl

THEIR_OWN = ("kalbarcrawl.__main__", "kalbarcrawl.settings", "kalbarcrawl.publishers.")
"""Read by each command: they look at its environment, or are files it finds in folders of its own."""


def ours() -> Iterator[str]:
    """The project's modules."""
    for module in pkgutil.walk_packages(kalbarcrawl.__path__, "kalbarcrawl."):
        if not module.name.startswith(THEIR_OWN):
            yield module.name


def scrapys() -> Iterator[str]:
    """What Scrapy looks up by name as a crawl begins."""
    for setting, value in vars(default_settings).items():
        if setting.endswith("_BASE") and isinstance(value, dict):
            yield from (one for one in (*value, *value.values()) if isinstance(one, str) and one.startswith("scrapy."))
        elif isinstance(value, str) and value.startswith("scrapy."):
            yield value


for name in ours():
    importlib.import_module(name)
for path in scrapys():
    load_object(path)
gc.freeze()  # no command looks through all of this again for garbage
