"""Texts that were seen to run, or might: through Jinja on the server, through HTML or a template literal in the browser."""

JINJA = "{{ cycler.__init__.__globals__.os.system('touch gazette-was-here') }}"
TEXTS = (
    "{{7*7}}",
    "{% raw %}{# comment #}",
    JINJA,
    "${alert(1)}",
    "`${alert(1)}`",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "<!-- --><b>bold</b>&lt;i&gt;",
    "'\"\\\u2028\u2029",
    "![x](http://example.org/x.png) [link](javascript:alert(1))",
    "\u202eright-to-left\u202c \u200b\u200czero\ufeff",
    ":material/bomb: :red[x] $x^2$",
    "\x1b[31mred\x07",
)
ALL = " ".join(TEXTS)
