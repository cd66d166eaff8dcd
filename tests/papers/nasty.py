"""
Texts that have broken tables elsewhere: formulas, separators, control characters, bidi, markup,
escapes.
"""

NASTY = [
    "=1+1", "=HYPERLINK(\"http://x.example\",\"点我\")", "+86 138", "-2+3", "@SUM(A1)", "＝1＋1", "＋86",
    "－5", "＠here",
    "\t=1+1", "\r=1+1", "  =1+1", "\u3000=1+1", "\"=1+1\"", "'=1+1", "“=1+1”", "\ufeff=1+1", "\u200b=1+1",
    "a,=1+1", "a;=cmd|' /C calc'!A0", "a\t=1+1", "a\n=1+1", "a\n- 第二项", "a\",\"=1+1", "a，＝1", "x|=1",
    "a\x00b", "a\x01b\x1f", "\x7f\x9f", "\ud800", "a\udfffb", "\ufffe\uffff", "\ufdd0", "a\r\nb\rc",
    "\u0085", "\u2028",
    "_x0041_", "_x000D_", "_x005F_x0041_", "_xZZZZ_", "x_x00e9_y",
    "<b>&amp;</b>", "]]>", "<![CDATA[x]]>", "&#0;", "'quoted'", "\"", "''", "a\"b'c", "\\", "a\\nb",
    "\u202eabc\u202c", "\u2066x\u2069", "e\u0301", "👨‍👩‍👧", "𠮷野家", "🇨🇳", "Ａ１２", "½²", "٣", "﷽",
    "0012", "1e309", "2^63", "9223372036854775808", "2026-11", "11/3", "TRUE", "NaN", "#N/A", "#REF!",
    "NULL",
    " 前后空格 ", "\n\n", " ", "长" * 5000, "行\n" * 300, "http://x.example/a?b=c&d", "mailto:a@x.example",
    "A1", "R1C1", "{=1}", "%0A=1", "DDE(\"cmd\";\"/C calc\";\"\")", "=cmd|'/C calc'!A1",
]  # fmt: skip
