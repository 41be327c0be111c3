"""One article, one address: what does not choose the page is taken off, and nothing else is touched."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import url_query_cleaner

TRACKING = re.compile(
    r"""(?:amp;)?(?:
      utm_\w+ | hsa_\w+ | mtm_\w+ | pk_\w+ | at_(?:medium|campaign)\w*                    # campaigns
    | fbclid | gclid | gclsrc | dclid | gbraid | wbraid | gad_source | msclkid | yclid    # clicks on advertisements
    | twclid | ttclid | li_fat_id | igshid? | mibextid | fb_action_\w+ | fb_source | fb_comment_id
    | mc_[ce]id | _ga | _gl | _openstat | _hs(?:enc|mi) | xtor | cmpid | ncid | spm | sfnsn | tag_from
    | ref | ref_(?:src|url) | referr?er | share | nb                                      # where the reader came from
    | replytocom | amp | output_?type | noamp | usqp                                      # copies of the same page
    )""",
    re.VERBOSE | re.IGNORECASE,
)
BLOGGER_PATH = re.compile(r"/(?:\d{4}/\d\d/[^/]+\.html|p/[^/]+\.html)?")
MANY_SLASHES = re.compile(r"(?<!:)/{2,}")
PORTS = {"http": ":80", "https": ":443"}
GOOGLE_AMP = re.compile(r"https?://(?:www\.google\.[a-z.]+/amp|[\w-]+\.cdn\.ampproject\.org/[a-z])/(s/)?(.+)")
AMP_END = re.compile(r"(?<=.)/amp(/?)$|\.amp(?=\.html$)|\.amp$")
AMP_START = re.compile(r"^/amp(?=/.)")
MOBILE_HOST = re.compile(r"^(?:m|amp|mobile|wap)\.(?=[^.:]+\.[^.:]+)")


def clean_address(url: str) -> str:
    """The address without tracking and fragment, host in lower case, without default port and doubled slashes.

    The order and spelling of what remains stay; an address that does not parse comes back as it is.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    netloc = _netloc(parts.netloc, parts.scheme)
    path = MANY_SLASHES.sub("/", parts.path) or ("/" if netloc else "")
    names = {piece.partition("=")[0] for piece in parts.query.split("&")}
    drop = [name for name in names if TRACKING.fullmatch(name) or (name == "m" and BLOGGER_PATH.fullmatch(path))]
    # An old site may have put the page's name behind "#!".
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    bare = urlunsplit((parts.scheme, netloc, path, parts.query, ""))
    cleaned = url_query_cleaner(bare, drop, remove=True, unique=False) if parts.query else bare
    return f"{cleaned}#{fragment}" if fragment else cleaned.strip()


def amp_origin(url: str) -> str:
    """The full page's address as the usual AMP and mobile addresses hint at it; any other address only cleaned.

    A hint to compare by, not to fetch: whether the page exists there only its own canonical link says.
    """
    if found := GOOGLE_AMP.fullmatch(url.strip()):
        url = f"http{'s' if found[1] else ''}://{found[2]}"
    url = clean_address(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    path = AMP_START.sub("", AMP_END.sub(r"\1", parts.path))
    return urlunsplit(parts._replace(netloc=MOBILE_HOST.sub("", parts.netloc), path=path))


def _netloc(netloc: str, scheme: str) -> str:
    login, at, host = netloc.rpartition("@")
    return f"{login}{at}{host.lower().removesuffix(PORTS.get(scheme, ':'))}"
