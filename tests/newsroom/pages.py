"""Article pages, with the markup habits of a gmr theme on WordPress."""

import json
from html import escape
from itertools import groupby
from urllib.parse import quote
from zlib import crc32

from tests.newsroom.article import OUTLET, SECTIONS, Article, printed
from tests.newsroom.site import Site, section_path

NOTICE = (
    "Warta Contoh adalah redaksi fiktif yang dibuat untuk pengujian perangkat lunak. "
    "Semua nama, tempat, dan peristiwa di dalamnya rekaan."
)


def article_page(site: Site, article: Article, number: int | None = 1) -> str:
    """The page of an article; `number` picks one of its pages, None shows all in one."""
    return document(
        site,
        head=_head(site, article, number),
        main=_story(site, article, number) + _after_story(site, article),
        body_class="post-template-default single single-post single-format-standard idtheme kentooz",
    )


def document(site: Site, head: str, main: str, body_class: str = "home blog idtheme kentooz") -> str:
    """A whole page of the newsroom: its head, its menus and footer, and the given main part."""
    menu = "".join(
        f'<li class="menu-item"><a href="{site.url}{section_path(section)}">{section}</a></li>' for section in SECTIONS
    )
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
<link rel="alternate" type="application/rss+xml" title="{OUTLET} &raquo; Feed" href="{site.url}/feed/">
<meta name="generator" content="WordPress 6.5">
</head>
<body class="{body_class}">
<div id="page" class="site inner-wrap">
<header id="masthead" class="site-header">
<div class="gmr-top-date">{printed(site.changed).split(" - ")[0]}</div>
<div class="gmr-logo"><a href="{site.url}/" rel="home">{OUTLET}</a></div>
<nav id="site-navigation"><ul id="primary-menu" class="menu">{menu}</ul></nav>
</header>
<div id="content" class="gmr-content"><div class="container"><div class="row">
<main id="main" class="site-main col-md-8">
{main}
</main>
{_sidebar(site)}
</div></div></div>
<footer id="colophon" class="site-footer">
<p>{NOTICE}</p>
<p class="copyright">Copyright &copy; 2025 {OUTLET}</p>
</footer>
</div>
</body>
</html>
"""


def _sidebar(site: Site) -> str:
    rows = "".join(
        f'<li><a class="rp-title" href="{escape(site.link(article, "sidebar"))}">{escape(article.title)}</a></li>'
        for article in site.articles[:5]
    )
    return (
        '<aside id="secondary" class="widget-area col-md-4"><div class="widget newkarma-widget-rp">'
        f'<h3 class="widget-title">Berita Terpopuler</h3><ul>{rows}</ul></div></aside>'
    )


def _head(site: Site, article: Article, number: int | None) -> str:
    address, title = site.address(article), escape(article.title)
    about = escape(article.description)
    lines = [
        f"<title>{title} - {OUTLET}</title>",
        f'<meta name="description" content="{about}">',
        f'<link rel="canonical" href="{address}">',
        f'<link rel="amphtml" href="{address}amp/">',
        '<meta property="og:locale" content="id_ID">',
        '<meta property="og:type" content="article">',
        f'<meta property="og:site_name" content="{OUTLET}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{about}">',
        f'<meta property="og:url" content="{address}">',
        f'<meta property="og:image" content="{site.url}{article.image}">',
    ]
    if article.robots:
        lines.append(f'<meta name="robots" content="{escape(article.robots)}">')
    # Without a search-engine plugin a page has neither JSON-LD nor dates in its head.
    if article.json_ld != "none":
        lines.append(f'<meta property="article:published_time" content="{article.published.isoformat()}">')
        if article.modified:
            lines.append(f'<meta property="article:modified_time" content="{article.modified.isoformat()}">')
        lines.append(f'<meta property="article:section" content="{article.section}">')
        lines.append(f'<script type="application/ld+json">{_json_ld(site, article)}</script>')
    if article.second_page_from and number == 1:
        lines.append(f'<link rel="next" href="{address}?page=2">')
    if article.second_page_from and number == 2:
        lines.append(f'<link rel="prev" href="{address}">')
    return "\n".join(lines)


def _json_ld(site: Site, article: Article) -> str:
    news = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.description,
        "mainEntityOfPage": {"@type": "WebPage", "@id": site.address(article)},
        "url": site.address(article),
        "image": {"@type": "ImageObject", "url": site.url + article.image},
        "datePublished": article.published.isoformat(),
        "articleSection": article.section,
        "keywords": list(article.tags),
        "inLanguage": "id",
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": OUTLET, "url": site.url},
        "isAccessibleForFree": not article.paywalled,
    }
    if article.modified:
        news["dateModified"] = article.modified.isoformat()
    if article.json_ld == "graph":
        rest = [{"@type": "WebSite", "name": OUTLET, "url": site.url}, {"@type": "BreadcrumbList"}]
        return json.dumps({"@context": "https://schema.org", "@graph": [*rest, news]}, ensure_ascii=False)
    whole = json.dumps({"@context": "https://schema.org", **news}, ensure_ascii=False)
    if article.json_ld == "broken":
        # As a template does that prints values without escaping them, and a comma after the last one.
        return whole.replace('"headline": "', '"headline": "Berita "utama": \n').removesuffix("}") + ",}"
    return whole


def _story(site: Site, article: Article, number: int | None) -> str:
    times = f'<time class="entry-date published" datetime="{article.published.isoformat()}">' + (
        f"{printed(article.published)}</time>"
    )
    if article.modified:
        times += f'<time class="updated" datetime="{article.modified.isoformat()}"></time>'
    return f"""<article id="post-{number_of(article)}" class="post type-post status-publish hentry">
<div class="gmr-box-content gmr-single">
<header class="entry-header">
<div class="breadcrumbs"><a href="{site.url}/">Beranda</a> / <a rel="category tag"
 href="{site.url}{section_path(article.section)}">{article.section}</a></div>
<h1 class="entry-title">{escape(article.title)}</h1>
<div class="entry-meta"><span class="posted-on">{times}</span></div>
{_share_bar(site, article)}
</header>
<figure class="post-thumbnail wp-caption alignnone">
<img src="{site.url}{article.image}" alt="{escape(article.title)}" width="640" height="360">
<figcaption class="wp-caption-text">{escape(article.caption)}</figcaption>
</figure>
<div class="{site.body_class} entry-content-single clearfix">
{_content(site, article, number)}
</div>
{_credits(article)}
</div>
</article>"""


def _content(site: Site, article: Article, number: int | None) -> str:
    first, blocks = number != 2, list(article.paragraphs)
    turn = article.second_page_from
    if turn and number is not None:
        blocks = blocks[:turn] if first else blocks[turn:]
    if not blocks:
        return ""
    html = _blocks(blocks)
    if first:
        opening = f"<strong>{OUTLET}, {escape(article.place)}</strong> &#8211; "
        html[0] = html[0].replace("<p>", f"<p>{opening}", 1)
        also = [found for slug in article.read_also if (found := site.by_slug.get(slug))]
        for place, other in zip((2, 5), also, strict=False):
            link = f'<a href="{site.address(other)}">{escape(other.title)}</a>'
            html.insert(place, f"<p><strong>Baca juga: {link}</strong></p>")
        html.insert(3, '<div class="gmr-banner-insidecontent"><p>ADVERTISEMENT</p></div>')
    if turn and number is not None:
        html.append(_page_links(site.address(article), number))
    if article.initials and (not turn or number != 1):
        end = max(place for place, block in enumerate(html) if block.startswith("<p>"))
        html[end] = html[end].replace("</p>", f" ({article.initials})</p>")
    if not turn or number != 1:
        html.append("<p>Comment</p>")
    return "\n".join(html)


def _blocks(paragraphs: list[str]) -> list[str]:
    html = []
    for mark, group in groupby(paragraphs, key=lambda block: block[:2]):
        texts = [escape(block.removeprefix("## ").removeprefix("- "), quote=False) for block in group]
        if mark == "##":
            html += [f"<h3>{text}</h3>" for text in texts]
        elif mark == "- ":
            html.append("<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>")
        else:
            html += [f"<p>{text}</p>" for text in texts]
    return html


def _page_links(address: str, number: int) -> str:
    one, two = f'<a href="{address}">1</a>', f'<a href="{address}?page=2">2</a>'
    here = f'<span class="current">{number}</span>'
    pages = f"{here} {two}" if number == 1 else f"{one} {here}"
    return f'<div class="page-links"><span class="page-text">Halaman:</span> {pages}</div>'


def _credits(article: Article) -> str:
    parts = [
        f"{role}: {escape(', '.join(names))}"
        for role, names in (("Penulis", article.authors), ("Editor", article.editors))
        if names
    ]
    return f'<div class="gmr-credit-author">{" | ".join(parts)}</div>' if parts else ""


def _share_bar(site: Site, article: Article) -> str:
    to = site.address(article)
    return (
        '<ul class="gmr-socialicon-share"><li>Share</li>'
        f'<li><a rel="nofollow" href="https://social.example/share?u={to}">Facebook</a></li>'
        f'<li><a rel="nofollow" href="https://chat.example/send?text={to}">WhatsApp</a></li>'
        "<li>Salin Tautan</li></ul>"
    )


def _after_story(site: Site, article: Article) -> str:
    tags = " ".join(
        f'<a href="{site.url}/tag/{quote(tag.lower().replace(" ", "-"))}/" rel="tag">{escape(tag)}</a>'
        for tag in article.tags
    )
    others = [other for other in site.in_section(article.section) if other.slug != article.slug][:4]
    related = "".join(
        f'<li class="item-related"><a href="{site.address(other)}">{escape(other.title)}</a>'
        f'<time class="entry-date published" datetime="{other.published.isoformat()}">'
        f"{printed(other.published)}</time></li>"
        for other in others
    )
    return f"""
<div class="tags-links"><span>Tag:</span> {tags}</div>
<div class="gmr-related-post"><h3 class="related-text">Berita Terkait</h3><ul>{related}</ul></div>
<div id="comments" class="comments-area"><h3>Tinggalkan Balasan</h3>
<p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p></div>"""


def number_of(article: Article) -> int:
    """The post's number in the CMS, which never changes with its text."""
    return crc32(article.slug.encode())
