"""What a page's markup itself calls furniture: navigation, comments, teasers, promotions, share buttons."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

# In these lists a hyphen may be missing, and * stands for any letters.
TALK = "comment comments disqus* komentar respond replies livefyre"
LEGAL = "cookie cookies consent gdpr ccpa onetrust* ot-sdk* didomi* qc-cmp* cmp privacy* truste* modal*"
OTHERS = """
    related* recommend* recirc* terkait relevant also baca-juga also-read read-more read-next read-also more-stories
    more-news more-from more-in more-on more-articles more-posts trending popular terpopuler* most-read most-viewed
    most-popular latest terbaru teaser teasers promo* outbrain* taboola* zergnet revcontent up-next next-post
    next-article prev-next display-card jp-relatedposts yarpp* terkini lainnya berita-lain* artikel-lain*
"""
FURNITURE = f"""
    {TALK} {LEGAL} {OTHERS}
    newsletter* subscri* sign-up* donat* membership paywall* piano* register* login sponsor* advert* ad ads adv
    adsbygoogle iklan dfp* commercial affiliate merch* shopping
    sidebar* side-bar side-col* rail footer* foot masthead site-header global-header nav navbar navigation menu*
    breadcrumb breadcrumbs toolbar tool-box skip-to* skip-link* pagination pager
    share sharing sharedaddy social* follow* addtoany addthis sharethis whatsapp telegram google-news
    popup* overlay lightbox banner* toast alert-bar hidden visually-hidden sr-only screen-reader* noprint offscreen
    author-bio author-box author-info author-card author-profile author-description author-about author-desc
    author-detail author-details about-author* about-the-author* bio biography contributor contributors byline* by-line
    tag-line
    caption* wp-caption-text tr-caption photo-credit image-credit credit credits gallery slideshow carousel slider
    tag tags tag-list tag-cloud topic topics categories cat-links keywords labels
    print printonly print-only print-hide printfriendly toc table-of-contents ez-toc* lwptoc* disclaimer disclosure
    copyright correction corrections feedback poll quiz survey rating vote votes reaction reactions emoji-react*
    player jwplayer* video videos video-player video-embed video-container video-wrap* audio-player listen tts speech
    accessibility* article-sources source-guidelines trust-project
    posted-on entry-meta entry-footer entry-utility post-meta post-footer post-navigation post-tags post-author
    post-info article-meta article-footer article-tags article-info article-byline article-labels meta metadata
    timestamp publish*-date
    page-links post-nav-links post-views* pvc* post-ratings* essb* ssba* heateor* crp-related rp4wp* saboxplugin*
    jeg-share* jeg-post-tags irp irp-wrapper inline-related-post jnews-inline*
    twitter-tweet instagram-media fb-post tiktok-embed bluesky-embed pull-quote pull-quotes
"""
SUMMARY = """
    dek deck stand-first sub-head sub-headline sub-heading sub-hed sub-title entry-summary lede leadtext
    article-summary article-excerpt article-lead article-intro article-description article-strapline article-abstract
    post-summary post-excerpt post-lead post-intro heading-summary heading-excerpt
"""
ROLES = frozenset("navigation complementary search banner contentinfo dialog alert menu menubar".split())
STATED = re.compile(r"(?:^|(?<=\s))(?:(?:tag|category|post|type|status|format|elementor|wp-block|has|js)-\S*|\S+:\S+)")
"""Class names that say what a story is about or how it looks; WordPress puts its tags and categories there."""
WIDGET = re.compile(r"(?:^|\s)widgets?(?:$|[\s_-])", re.IGNORECASE)
LETTERS = 4_000
"""Of an element's names; a flood of them is asked a dozen patterns."""
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _named(words: str) -> re.Pattern[str]:
    """A pattern that finds any of the words as a whole word of a class or id."""
    longest_first = sorted(words.split(), key=len, reverse=True)
    alternatives = "|".join(word.replace("*", r"\w*").replace("-", "[-_]*") for word in longest_first)
    return re.compile(rf"(?:^|[\s_-])(?:{alternatives})(?:$|[\s_-]|\d)", re.IGNORECASE)


_FURNITURE, _STRANGE, _SUMMARY = _named(FURNITURE), _named(f"{TALK} {LEGAL}"), _named(SUMMARY)
_OTHERS = _named(f"{TALK} {LEGAL} {OTHERS}")


def names_of(element: HtmlElement) -> str:
    """An element's class and id, as the functions below read them."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:LETTERS]


def hyphenated(names: str) -> str:
    """Names with a hyphen between the words that camel case joins."""
    return HUMP.sub("-", names)


def is_frame(element: HtmlElement) -> bool:
    """Whether tag or role say that an element is the page's frame: navigation, footer, search, a dialog."""
    role = element.get("role")
    return element.tag in ("nav", "footer", "dialog") or bool(role and role.lower() in ROLES)


def is_furniture(element: HtmlElement) -> bool:
    """Whether class, id or a hidden state say that an element is no part of a story."""
    return element.get("aria-hidden") == "true" or _is_furniture(names_of(element))


@lru_cache(maxsize=65536)
def _is_furniture(names: str) -> bool:
    plain = hyphenated(STATED.sub("", names))
    return _FURNITURE.search(plain) is not None or WIDGET.search(plain) is not None


@lru_cache(maxsize=65536)
def is_strange(names: str) -> bool:
    """Whether class and id say that other people's words or legal notices are in an element.

    They may be longer than the story, and are none of it all the same.
    """
    return _STRANGE.search(hyphenated(names)) is not None


@lru_cache(maxsize=8192)
def is_of_others(names: str) -> bool:
    """Whether class and id say that other articles or other people's words are in an element."""
    return _OTHERS.search(hyphenated(names)) is not None


@lru_cache(maxsize=8192)
def is_summary(names: str) -> bool:
    """Whether class and id say that an element sums up the story under its headline."""
    return _SUMMARY.search(hyphenated(names)) is not None
