"""Scrapy's settings: only what differs from Scrapy's own, each with its reason."""

import os

from kalbarcrawl import __version__

BOT_NAME = "kalbarcrawl"
# A spider under each publisher's name; NewsSpider itself is no spider to run.
SPIDER_LOADER_CLASS = "kalbarcrawl.spiders.loader.PublisherLoader"

# Ours, also read from the environment. An operator's address or page, so that a newsroom can ask us to stop.
KALBARCRAWL_CONTACT = os.environ.get("KALBARCRAWL_CONTACT", "")
KALBARCRAWL_DATA = os.environ.get("KALBARCRAWL_DATA", "data")
# A SQLAlchemy URL; without one the store is KALBARCRAWL_DATA/kalbarcrawl.sqlite.
KALBARCRAWL_STORE = os.environ.get("KALBARCRAWL_STORE", "")
# "human", or "json": a line of JSON for each event on standard error.
KALBARCRAWL_LOG_FORMAT = os.environ.get("KALBARCRAWL_LOG_FORMAT", "human")
KALBARCRAWL_ALLOW_PRIVATE = os.environ.get("KALBARCRAWL_ALLOW_PRIVATE", "") == "1"
# Hours until each further look at an article, and the days for which it is looked at again.
KALBARCRAWL_RECHECK_HOURS = [6, 24, 72]
KALBARCRAWL_RECHECK_DAYS = 3
# Hours between two questions for corrections of old articles, where a newsroom's system can answer (WordPress).
KALBARCRAWL_CORRECTIONS_HOURS = 24
# Seconds we wait when told to (Retry-After, 429, 503); longer, and the next run tries again instead.
KALBARCRAWL_LONGEST_WAIT = 60
# When `crawl --due` chose its publishers (ISO 8601): one that another process has looked at since is left alone.
KALBARCRAWL_CHOSEN = ""
# So many refusals in a row (blocked, 429, 503, timeouts) and the crawl of that publisher ends: it is not wanted now.
KALBARCRAWL_REFUSALS = 10
# At most so many articles and listings of a publisher an hour; what is left over comes with the next run. 0: no bound.
KALBARCRAWL_HOURLY_BUDGET = 0
# Whether to leave out what its site reserves (no archive, no AI agents, TDM reservation) instead of only recording it.
KALBARCRAWL_OBEY_RIGHTS = False

# Whether to keep all that is fetched as KALBARCRAWL_DATA/warc/NAME/RUN.warc.gz, to read it again with later rules.
KALBARCRAWL_ARCHIVE = os.environ.get("KALBARCRAWL_ARCHIVE", "") == "1"

# Who we are, honestly; robots.txt files know us by the bare name.
USER_AGENT = f"kalbarcrawl/{__version__}" + (f" (+{KALBARCRAWL_CONTACT})" if KALBARCRAWL_CONTACT else "")
ROBOTSTXT_USER_AGENT = "kalbarcrawl"
ROBOTSTXT_OBEY = True
# Regional newsrooms run on small servers: one request at a time, a second apart (Scrapy adds its own +-50 %).
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1
# Beyond the one under way only as many as keep it busy: every one more is one more to wait for at a stop.
CONCURRENT_REQUESTS = 4
# The pages are Indonesian; a site that speaks two languages should send that one.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,ms;q=0.8,en;q=0.5",
}
# A session says nothing about an article, and a paywall's counter is not ours to feed.
COOKIES_ENABLED = False
# Scrapy allows 3 minutes and 1 GiB and takes any certificate; no news page needs that.
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_VERIFY_CERTIFICATES = True
# One look more, not two: what fails twice is tried again at the next run.
RETRY_TIMES = 1
REDIRECT_MAX_TIMES = 8
# A page that sends its reader on by meta refresh is mostly one that reloads itself.
METAREFRESH_ENABLED = False
# Every answer comes to the spider, whatever its status: each one is an outcome.
HTTPERROR_ALLOW_ALL = True
# The outcome says it; these would say it again, with a traceback.
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"
LOG_LEVEL = "WARNING"
# Scrapy's own, timed also where no answer comes.
DOWNLOAD_HANDLERS = {
    "http": "kalbarcrawl.spiders.download.TimedDownload",
    "https": "kalbarcrawl.spiders.download.TimedDownload",
}

DOWNLOADER_MIDDLEWARES = {
    # Behind Scrapy's retry (550), before its robots.txt reader gets the answer.
    "kalbarcrawl.politeness.RobotsUnavailable": 540,
    # Between Scrapy's retry (550) and the network: it sees a 429 before the retry is queued.
    "kalbarcrawl.politeness.Backoff": 555,
    # Nearer to the network than whatever unpacks or reads an answer.
    "kalbarcrawl.spiders.archive.Archive": 595,
    # Next to the network, behind redirects and the proxy.
    "kalbarcrawl.politeness.Guard": 890,
}
EXTENSIONS = {"kalbarcrawl.politeness.CrawlDelay": 0}
ITEM_PIPELINES = {
    "kalbarcrawl.pipelines.Refine": 100,
    "kalbarcrawl.pipelines.Duplicates": 200,
    "kalbarcrawl.pipelines.Keep": 300,
}
# About 100 tasks a response otherwise; our pipelines never wait, so one does the same work for less.
CONCURRENT_ITEMS = 1
# A local port that runs Python, and a console: nobody asked for either.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
# `-O out.jsonl` writes the same letters as our own files, and no file that claims success when there was nothing.
FEED_EXPORT_ENCODING = "utf-8"
FEED_STORE_EMPTY = False
