"""The pages that list articles for readers: the home page and the sections."""

from html import escape

from tests.newsroom.article import OUTLET, Article, printed
from tests.newsroom.pages import document
from tests.newsroom.site import Site, section_path


def home_page(site: Site) -> str:
    """The front page: the newest six articles."""
    head = (
        f'<title>{OUTLET} - Kabar fiktif dari Kabupaten Contoh</title><link rel="canonical" href="{site.url}/">'
        '<meta property="og:type" content="website">'
    )
    return document(site, head, _items(site, site.articles[:6]))


def section_page(site: Site, section: str, number: int = 1) -> str | None:
    """One page of a section, with a link to the next where there is one; None past the last."""
    all_articles = site.in_section(section)
    start = (number - 1) * site.per_page
    shown = all_articles[start : start + site.per_page]
    if not shown:
        return None
    head = f"<title>{section} - {OUTLET}</title>"
    pager = f'<span class="page-numbers current">{number}</span>'
    if start + site.per_page < len(all_articles):
        following = site.url + section_path(section, number + 1)
        head += f'<link rel="next" href="{following}">'
        pager += f'<a class="next page-numbers" rel="next" href="{following}">Berikutnya</a>'
    main = (
        f'<h1 class="page-title">{section}</h1>{_items(site, shown)}'
        f'<nav class="navigation pagination"><div class="nav-links">{pager}</div></nav>'
    )
    return document(site, head, main, "archive category idtheme kentooz")


def _items(site: Site, articles: tuple[Article, ...]) -> str:
    return '<div id="infinite-container">' + "\n".join(_item(site, one) for one in articles) + "</div>"


def _item(site: Site, article: Article) -> str:
    link = escape(site.link(article, "section"))
    return (
        '<article class="item-article post hentry">'
        f'<h2 class="entry-title"><a href="{link}" rel="bookmark">{escape(article.title)}</a></h2>'
        f'<div class="entry-meta"><time class="entry-date published" datetime="{article.published.isoformat()}">'
        f"{printed(article.published)}</time></div>"
        f'<div class="entry-content-archive"><p>{escape(article.description)}</p></div></article>'
    )
