"""How WordPress stores a post: with the block editor's comments, or bare with empty lines by the classic editor."""

from collections.abc import Iterator

from tests.wordpress.post import Block, Post


def content(post: Post) -> str:
    """The post's `post_content`."""
    write = _block if post.written_in == "block" else _classic
    return "\n\n".join(write(block) for block in _with_ends(post))


def _with_ends(post: Post) -> Iterator[Block]:
    """The blocks with the dateline before the first paragraph and the initials behind the last."""
    own = [index for index, block in enumerate(post.blocks) if block.kind == "paragraph"]
    for index, block in enumerate(post.blocks):
        if block.kind != "paragraph":
            yield block
            continue
        opening = post.dateline.text if post.dateline and index == own[0] else ""
        closing = f" ({post.initials})" if post.initials and index == own[-1] else ""
        yield Block("paragraph", (f"{opening}{block.texts[0]}{closing}",))


def _block(block: Block) -> str:
    text = block.texts[0] if block.texts else ""
    match block.kind:
        case "heading":
            return _wrapped("heading", f'<h2 class="wp-block-heading">{text}</h2>')
        case "list":
            lines = "".join(_wrapped("list-item", f"<li>{item}</li>") for item in block.texts)
            return _wrapped("list", f"<ul>{lines}</ul>")
        case "quote":
            inner = _wrapped("paragraph", f"<p>{text}</p>")
            return _wrapped("quote", f'<blockquote class="wp-block-quote">{inner}</blockquote>')
        case "figure":
            caption = f'<figcaption class="wp-element-caption">{text}</figcaption>'
            return _wrapped(
                "image", f'<figure class="wp-block-image"><img src="{block.src}" alt=""/>{caption}</figure>'
            )
        case "page":
            return _wrapped("nextpage", "<!--nextpage-->")
        case _:
            return _wrapped("paragraph", f"<p>{text}</p>")


def _classic(block: Block) -> str:
    text = block.texts[0] if block.texts else ""
    match block.kind:
        case "heading":
            return f"<h3>{text}</h3>"
        case "list":
            return "<ul>\n" + "\n".join(f" \t<li>{item}</li>" for item in block.texts) + "\n</ul>"
        case "quote":
            return f"<blockquote>{text}</blockquote>"
        case "figure":
            image = f'<img class="size-full" src="{block.src}" alt="" width="800" height="450" />'
            return f'[caption id="" align="aligncenter" width="800"]{image} {text}[/caption]'
        case "also":
            return f"<strong>{text}</strong>"
        case "page":
            return "<!--nextpage-->"
        case _:
            return text


def _wrapped(name: str, markup: str) -> str:
    return f"<!-- wp:{name} -->\n{markup}\n<!-- /wp:{name} -->"
