"""What markup itself calls furniture: navigation, comments, teasers, promotions, share buttons, captions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

# In these lists a hyphen may be missing, and * stands for any letters.
TALK = "comment comments disqus* komentar respond replies livefyre"
LEGAL = "cookie cookies consent gdpr ccpa onetrust* ot-sdk* didomi* qc-cmp* cmp privacy* truste* modal*"
OTHERS = """
    related* recommend* recirc* terkait relevant also baca-juga also-read read-more read-next read-also more-stories
    more-news more-from more-in more-on more-articles more-posts trending popular terpopuler* most-read most-viewed
    most-popular latest terbaru teaser teasers promo* outbrain* taboola* zergnet revcontent up-next next-post
    next-article prev-next display-card jp-relatedposts yarpp* irp terkini lainnya berita-lain* artikel-lain*
"""
CAPTION = "caption* wp-caption-text photo-credit image-credit"
PICTURES = f"{CAPTION} gallery slideshow"
SAID_OF_IT = """
    byline* by-line contributor contributors credit credits correction corrections copyright pull-quote pull-quotes
    posted-on entry-meta post-meta post-author post-info article-meta article-info article-byline meta metadata
    timestamp publish*-date
"""
"""What is said of a story, or by it once more: in its own container the rules for its text read and judge that."""
APART = f"""
    {TALK} {LEGAL} {OTHERS} {PICTURES}
    newsletter* subscri* sign-up* donat* membership paywall* piano* register* login sponsor* advert* ad ads adv
    adsbygoogle iklan dfp* commercial affiliate merch* shopping
    sidebar* side-bar side-col* rail footer* foot masthead site-header global-header nav navbar navigation menu*
    breadcrumb breadcrumbs toolbar tool-box skip-to* skip-link* pagination pager
    share sharing sharedaddy social* follow* addtoany addthis sharethis whatsapp telegram google-news
    popup* overlay lightbox banner* toast alert-bar hidden visually-hidden sr-only screen-reader* noprint offscreen
    author-bio author-box author-info author-card author-profile author-description author-about author-desc
    author-detail author-details about-author* about-the-author* bio biography
    tag-line carousel slider
    tag tags tag-list tag-cloud topic topics categories cat-links keywords labels
    print printonly print-only print-hide printfriendly toc table-of-contents ez-toc* lwptoc* disclaimer disclosure
    feedback poll quiz survey rating vote votes reaction reactions emoji-react*
    player jwplayer* video videos video-player video-embed video-container video-wrap* audio-player listen tts speech
    accessibility* article-sources source-guidelines trust-project
    entry-footer entry-utility post-footer post-navigation post-tags article-footer article-tags article-labels
    page-links post-nav-links post-views* pvc* post-ratings* essb* ssba* heateor* crp-related rp4wp* saboxplugin*
    jeg-share* jeg-post-tags inline-related-post jnews-inline*
    twitter-tweet instagram-media fb-post tiktok-embed bluesky-embed
"""
SUMMARY = """
    dek deck stand-first sub-head sub-headline sub-heading sub-hed sub-title entry-summary lede leadtext
    article-summary article-excerpt article-lead article-intro article-description article-strapline article-abstract
    post-summary post-excerpt post-lead post-intro heading-summary heading-excerpt
"""
ROLES = frozenset("navigation complementary search banner contentinfo dialog alert menu menubar".split())
STATED = re.compile(
    r"(?:^|(?<=\s))(?:(?:tag|category|post|type|status|format|elementor|wp-block|has|js)-\S*|\S+:\S+"
    r"|hidden(?=\s(?:\S+\s){0,4}\w+:(?:block|inline|flex|grid|table)))"
)
"""Class names that say what a story is about or how it looks: WordPress puts its tags and categories there; "hidden
md:block" is shown where there is room."""
SYSTEMS = re.compile(r"(?:^|\s)(?:widgets?(?:$|[\s_-])|code-block-\d)", re.IGNORECASE)
"""Names that systems number: WordPress' widgets, and what Ad Inserter puts between paragraphs."""
UNSEEN = re.compile(r"(?:^|\s)(?:screen-reader-\S+|sr-only|visually-hidden)(?:$|\s)")
"""Classes of words for who hears a page, which stand in the midst of others too."""
LETTERS = 4_000
"""Of an element's names; a flood of them is asked a dozen patterns."""
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ALL_SHARE = 0.85
"""Comments may be longer than the story; what holds more of the text than this is the page, whatever its name."""
OTHERS_SHARE = 0.5
"""The same for what is named after related articles: their teasers may be many and the story short."""
MAIN_SHARE = 0.3
"""The same for whatever else is named as furniture."""


class Named(Protocol):
    """An element or its attributes: what tells an attribute's value by its name."""

    def get(self, name: str, /) -> str | None:
        """The value; None where there is no such attribute."""


def _named(words: str) -> re.Pattern[str]:
    """A pattern that finds any of the words as a whole word of a class or id."""
    longest_first = sorted(words.split(), key=len, reverse=True)
    alternatives = "|".join(word.replace("*", r"\w*").replace("-", "[-_]*") for word in longest_first)
    return re.compile(rf"(?:^|[\s_-])(?:{alternatives})(?:$|[\s_-]|\d)", re.IGNORECASE)


_APART, _FURNITURE = _named(APART), _named(f"{APART} {SAID_OF_IT}")
_CAPTION, _PICTURES = _named(CAPTION), _named(PICTURES)
_STRANGE, _OTHERS, _SUMMARY = _named(f"{TALK} {LEGAL}"), _named(f"{TALK} {LEGAL} {OTHERS}"), _named(SUMMARY)


def names_of(element: Named) -> str:
    """An element's class and id, as the functions below read them."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:LETTERS]


def hyphenated(names: str) -> str:
    """Names with a hyphen between the words that camel case joins."""
    return HUMP.sub("-", names)


def share_of(tag: str, element: Named, *, in_story: bool = False) -> float:
    """The largest share of the text around it that an element may hold and be furniture; 0 where nothing calls it so.

    `in_story` says that it stands in the story's own container.
    """
    role = element.get("role")
    if tag in ("nav", "footer") or (role and role.lower() in ROLES):
        return 1
    if tag in HEADINGS:
        # Its id is its own text, made an address; and what a heading alone is called, a list of contents goes by.
        share = _heading_share((element.get("class") or "")[:LETTERS])
    else:
        share = _share_of(names_of(element), tag in ("article", "main"), in_story)
    return share or (MAIN_SHARE if element.get("aria-hidden") == "true" else 0)


@lru_cache(maxsize=65536)
def _share_of(names: str, is_whole: bool, in_story: bool) -> float:
    if not is_whole and _STRANGE.search(hyphenated(names)):
        return ALL_SHARE
    plain = hyphenated(STATED.sub("", names))
    if not ((_APART if in_story else _FURNITURE).search(plain) or SYSTEMS.search(plain)):
        return 0
    return OTHERS_SHARE if is_of_others(names) else MAIN_SHARE


@lru_cache(maxsize=8192)
def _heading_share(names: str) -> float:
    plain = hyphenated(STATED.sub("", names))
    return MAIN_SHARE if _OTHERS.search(plain) or UNSEEN.search(plain) or _CAPTION.search(plain) else 0


def is_unseen(element: Named) -> bool:
    """Whether class says that an element's words are for who hears the page."""
    names = element.get("class")
    return names is not None and _is_unseen(names[:LETTERS])


@lru_cache(maxsize=8192)
def _is_unseen(names: str) -> bool:
    return UNSEEN.search(names) is not None


@lru_cache(maxsize=8192)
def is_caption(names: str) -> bool:
    """Whether class and id say that an element's words stand under a picture."""
    return _CAPTION.search(hyphenated(names)) is not None


@lru_cache(maxsize=8192)
def is_of_pictures(names: str) -> bool:
    """Whether class and id say that pictures or their captions are in an element."""
    return _PICTURES.search(hyphenated(names)) is not None


@lru_cache(maxsize=8192)
def is_of_others(names: str) -> bool:
    """Whether class and id say that other articles or other people's words are in an element."""
    return _OTHERS.search(hyphenated(names)) is not None


@lru_cache(maxsize=8192)
def is_summary(names: str) -> bool:
    """Whether class and id say that an element sums up the story under its headline."""
    return _SUMMARY.search(hyphenated(names)) is not None
