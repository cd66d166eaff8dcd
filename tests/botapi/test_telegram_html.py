"""What Telegram makes of HTML, in its own words."""

from __future__ import annotations

import pytest

from tests.botapi.telegram_html import HtmlError, link_fault, parse, telegram_html_faults, visible_length


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<b>粗", 'Can\'t find end tag corresponding to start tag "b"'),
        ("粗</b>", "Unexpected end tag at byte offset 3"),
        ("<b>粗</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("一行<br>二行", 'Unsupported start tag "br" at byte offset 6'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("x<3", "Unclosed start tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x'", "Unclosed start tag at byte offset 0"),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=x!>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<b>x</b y>", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>👍</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#xD83D;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_refused(text: str, complaint: str) -> None:
    """Telegram refuses these with these very words, offsets in UTF-8 bytes."""
    with pytest.raises(HtmlError) as caught:
        parse(text)
    assert str(caught.value) == complaint
    assert telegram_html_faults(text) == [f"can't parse entities: {complaint}"]


@pytest.mark.parametrize(
    ("text", "shown", "entities"),
    [
        ("<b>张</b>&lt;&amp;&quot;&gt;", '张<&">', [("bold", 0, 1)]),
        ("<STRONG>x</Strong>", "x", [("bold", 0, 1)]),
        ("😀<i>y</i>", "😀y", [("italic", 2, 1)]),
        ("<u><s>ab</s></u>", "ab", [("underline", 0, 2), ("strikethrough", 0, 2)]),
        (
            "<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>",
            "ab",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        ("<blockquote expandable>长</blockquote>", "长", [("expandable_blockquote", 0, 1)]),
        ("<pre><code class='language-python'>x</code></pre>", "x", [("pre", 0, 1)]),
        ("<a href='https://example.org/?a=1&amp;b=2'>看</a>", "看", [("text_link", 0, 1)]),
        ("<a href='tg://user?id=7'>某</a>", "某", [("text_mention", 0, 1)]),
        ("<b></b>x", "x", []),
        ("&#24352;&#x5f20;", "张张", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
    ],
)
def test_accepted(text: str, shown: str, entities: list[tuple[str, int, int]]) -> None:
    """What people see, and what is bold in it, counted in UTF-16 units."""
    parsed = parse(text)
    assert parsed.text == shown
    assert [(one["type"], one["offset"], one["length"]) for one in parsed.entities] == entities
    assert parsed.faults == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("A & B", "'&' at byte offset 2 is not written as &amp;"),
        ("&nbsp;x", "'&' at byte offset 0 is not written as &amp;"),
        ("a > b", "'>' at byte offset 2 is not written as &gt;"),
        ("&lt x", "'&lt' at byte offset 0 lacks its semicolon"),
        ("<b class='x'>y</b>", "attribute 'class' of <b> means nothing to Telegram"),
        (
            "<a href='javascript:go'>y</a>",
            "link 'javascript:go' is dropped: Wrong port number specified in the URL",
        ),
        ("<a href='ftp://x.y'>y</a>", "link 'ftp://x.y' is dropped: Unsupported URL protocol"),
        ("<a href='http://localhost/'>y</a>", "link 'http://localhost/' is dropped: Wrong HTTP URL"),
        ("<code>a<b>b</b></code>", "bold inside code is dropped"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "blockquote inside blockquote is dropped"),
        ("<b> </b>\n", "no visible text"),
        ("x\x00y", "character U+0000 cannot be shown"),
        ("x\ud800", "character U+D800 cannot be shown"),
        ("字" * 4097, "4097 UTF-16 units are shown, 4096 are allowed"),
        ("😀" * 2049, "4098 UTF-16 units are shown, 4096 are allowed"),
    ],
)
def test_soft_faults(text: str, fault: str) -> None:
    """Telegram takes these or cuts them down, people see something else than was meant."""
    assert fault in telegram_html_faults(text)


def test_a_good_text_has_no_faults() -> None:
    """A question as Lianxin asks it."""
    assert telegram_html_faults("<b>本月开了几次支委会？</b>\n上月：1 次 &lt;已核对&gt;") == []


def test_visible_length_leaves_tags_out() -> None:
    """Only what is shown counts, astral characters twice, blanks at the ends not at all."""
    assert visible_length(" <b>字</b>😀&amp; \n") == 4


def test_caption_has_its_own_limit() -> None:
    """A caption of 1025 is one too many."""
    assert telegram_html_faults("x" * 1025, limit=1024) == ["1025 UTF-16 units are shown, 1024 are allowed"]
    assert telegram_html_faults("x" * 1024, limit=1024) == []


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://example.org/a?b#c", None),
        ("example.org", None),
        ("http://127.0.0.1:8080/", None),
        ("tg://resolve?domain=x", None),
        ("https://示范.中国/", None),
        ("http://localhost:8080/", "Wrong HTTP URL"),
        ("https://", "URL host is empty"),
        ("https://exa mple.org", "Disallowed character in URL host"),
        ("https://example.org:0/", "Wrong port number specified in the URL"),
        ("mailto://x@y.z", "Unsupported URL protocol"),
    ],
)
def test_links(url: str, fault: str | None) -> None:
    """Links and URL buttons pass the same check."""
    assert link_fault(url) == fault
