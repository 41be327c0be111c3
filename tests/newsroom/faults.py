"""What goes wrong on real sites, each at an address of its own under /faults/."""

import itertools
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from html import escape

from tests.newsroom.article import OUTLET, Article, text, wib
from tests.newsroom.feeds import rss, rss_item
from tests.newsroom.pages import article_page, document
from tests.newsroom.reply import Reply, page
from tests.newsroom.site import Site

HUGE = 12 * 1024 * 1024
BOMB = 64 * 1024 * 1024

STORY = Article(
    slug="wrong-charset",
    title="Kafé “Misal” di Kota Teladan – Rasa yang Tak Pernah Ada",
    description="Kafé rekaan di Kota Teladan menyajikan kopi “umpama”.",
    published=wib("2025-06-04 09:30"),
    section="faults",
    authors=("Dewi Ibarat",),
    editors=("Joko Rekaan",),
    tags=("Kafé",),
    caption="Suasana kafé – foto rekaan",
    initials="dwi",
    paragraphs=text("""
    Kafé “Misal” di Jalan Andaian menyajikan kopi yang, kata pemiliknya, “tak pernah benar-benar ada”.

    Pengunjung datang sejak pagi – sebagian hanya untuk mencicipi crème brûlée buatan Tuti Fiksi.

    Menurut Tuti, resep itu ia karang sendiri dan tak akan pernah ia tulis…
    """),
)
"""The story of the pages that are damaged but can still be read whole."""


OTHER_HOST = "http://127.0.0.9:9/"
"""Another private host for a redirect to lead to: on loopback, so that even a broken guard sends nothing further."""


def faults_feed(site: Site) -> bytes:
    """A sound feed that links to every fault and to two good articles."""
    items = [f"<item><title>{name}</title><link>{site.url}{path(name)}</link></item>\n" for name in FAULTS] + [
        rss_item(site, article) for article in site.articles[:2]
    ]
    return rss(site, items, "/faults/feed.xml").encode()


def path(name: str) -> str:
    """Where a fault is."""
    return f"/faults/{name}/"


def readable(name: str) -> Article:
    """The article on a damaged page that a careful reader still gets whole."""
    return replace(STORY, slug=name)


def challenge_page(status: int = 403) -> Reply:
    """What a wall such as Cloudflare's shows to a client it takes for a robot."""
    html = """<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper" role="main">
<h1>wartacontoh.example</h1><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and
cookies to continue</span></div></noscript></div>
<script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1"></script>
<p>Checking your browser before accessing wartacontoh.example. Ray ID: 0000000000000000</p></body></html>"""
    headers = {"Server": "cloudflare", "cf-mitigated": "challenge", "CF-RAY": "0000000000000000-XXX"}
    return Reply(status, html.encode(), headers=headers)


def not_found(site: Site) -> Reply:
    """The newsroom's 404 page."""
    return _simple(site, "Laman tidak ditemukan", "<p>Laman yang Anda cari tidak ada.</p>", 404)


def gone(site: Site) -> Reply:
    """The newsroom's 410 page."""
    return _simple(site, "Berita dihapus", "<p>Berita ini sudah dihapus oleh redaksi.</p>", 410)


def _simple(site: Site, title: str, main: str, status: int = 200, **headers: str) -> Reply:
    head = f"<title>{escape(title)} - {OUTLET}</title>"
    html = document(site, head, f'<h1 class="page-title">{escape(title)}</h1>{main}', "page idtheme")
    return page(html, status, **headers)


def _error(site: Site) -> Reply:
    return page("<h1>Terjadi galat pada situs ini.</h1>", 500)


def _unavailable(site: Site) -> Reply:
    return page("<h1>Situs sedang dalam perawatan.</h1>", 503, Retry_After="2")


def _too_many(site: Site) -> Reply:
    return page("<h1>Too Many Requests</h1>", 429, Retry_After="2")


def _forbidden(site: Site) -> Reply:
    return page("<h1>403 Forbidden</h1>", 403)


def _challenge(site: Site) -> Reply:
    return challenge_page()


def _challenge_503(site: Site) -> Reply:
    return challenge_page(503)


def _slow(site: Site) -> Reply:
    return Reply(body=itertools.repeat(b"<!-- sabar -->\n"), pace=0.2)


def _hang(site: Site) -> Reply:
    return Reply(never=True)


def _redirect_loop(site: Site) -> Reply:
    return page("", 302, Location=f"{site.url}/faults/redirect-loop/again/")


def _redirect_off_host(site: Site) -> Reply:
    # A crawler without a guard really sends this request: never an address that could hand out something.
    return page("", 302, Location=OTHER_HOST)


def _redirect_to_file(site: Site) -> Reply:
    return page("", 302, Location="file:///etc/hostname")


def _wrong_charset(site: Site) -> Reply:
    html = article_page(site, readable("wrong-charset"))
    return Reply(200, html.encode(), "text/html; charset=iso-8859-1")


def _wrong_charset_bytes(site: Site) -> Reply:
    html = article_page(site, readable("wrong-charset-bytes"))
    return Reply(200, html.encode("windows-1252", "xmlcharrefreplace"))  # the meta element still says UTF-8


def _disallowed(site: Site) -> Reply:
    return page(article_page(site, readable("disallowed")))


def _huge(site: Site) -> Reply:
    html = article_page(site, replace(STORY, slug="huge")).encode()
    opening, closing = html.split(b"<p>Comment</p>")
    filler = b"<p>Kalimat rekaan yang diulang tanpa akhir.</p>\n" * 1400

    def body() -> Iterator[bytes]:
        yield opening
        yield from itertools.repeat(filler, HUGE // len(filler) + 1)
        yield closing

    return Reply(body=body())


@cache
def _bomb() -> bytes:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    blank = b"<p>" + b" " * (1024 * 1024 - 3)
    parts = [squeeze.compress(blank) for _ in range(BOMB // len(blank))]
    return b"".join([*parts, squeeze.flush()])


def _gzip_bomb(site: Site) -> Reply:
    return Reply(200, _bomb(), headers={"Content-Encoding": "gzip"})


def _wrong_type(site: Site) -> Reply:
    return Reply(200, b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n%%EOF\n", "application/pdf")


def _truncated(site: Site) -> Reply:
    html = article_page(site, replace(STORY, slug="truncated")).encode()
    return Reply(200, html[: len(html) // 2], headers={"Content-Length": str(len(html))})


def _paywall(site: Site) -> Reply:
    stub = replace(STORY, slug="paywall", paywalled=True, paragraphs=STORY.paragraphs[:1], initials="")
    offer = '<div class="paywall"><p>Berlangganan untuk membaca berita selengkapnya.</p></div>'
    return page(article_page(site, stub).replace("<p>Comment</p>", offer))


def _empty_body(site: Site) -> Reply:
    bare = replace(STORY, slug="empty-body", paragraphs=(), caption="")
    return page(article_page(site, bare))


def _no_title(site: Site) -> Reply:
    body = "".join(f"<p>{escape(block)}</p>" for block in STORY.paragraphs)
    return page(
        '<!DOCTYPE html><html lang="id"><head><meta charset="UTF-8"></head><body><article>'
        f'<time class="entry-date published" datetime="{STORY.published.isoformat()}"></time>'
        f'<div class="entry-content">{body}</div></article></body></html>'
    )


def _soft_404(site: Site) -> Reply:
    return _simple(site, "Halaman tidak ditemukan", "<p>Maaf, halaman yang Anda cari tidak ditemukan.</p>")


def _login(site: Site) -> Reply:
    form = (
        '<form id="loginform" method="post" action="/masuk/"><p>Silakan masuk untuk melanjutkan.</p>'
        '<label>Surel <input type="email" name="log"></label>'
        '<label>Kata sandi <input type="password" name="pwd"></label><button>Masuk</button></form>'
    )
    return _simple(site, "Masuk", form)


def _gallery(site: Site) -> Reply:
    photos = "".join(
        f'<figure><img src="{site.url}{one.image}" alt=""><figcaption>Foto rekaan</figcaption></figure>'
        for one in site.articles[:9]
    )
    return _simple(site, "Galeri Foto", f'<div class="gallery">{photos}</div>')


FAULTS: dict[str, Callable[[Site], Reply]] = {
    "not-found": not_found,
    "gone": gone,
    "error": _error,
    "unavailable": _unavailable,
    "too-many": _too_many,
    "forbidden": _forbidden,
    "challenge": _challenge,
    "challenge-503": _challenge_503,
    "slow": _slow,
    "hang": _hang,
    "redirect-loop": _redirect_loop,
    "redirect-off-host": _redirect_off_host,
    "redirect-to-file": _redirect_to_file,
    "wrong-charset": _wrong_charset,
    "wrong-charset-bytes": _wrong_charset_bytes,
    "huge": _huge,
    "gzip-bomb": _gzip_bomb,
    "wrong-type": _wrong_type,
    "truncated": _truncated,
    "paywall": _paywall,
    "empty-body": _empty_body,
    "no-title": _no_title,
    "soft-404": _soft_404,
    "login": _login,
    "not-article": _gallery,
    "disallowed": _disallowed,
}
