"""Fixed forms: lines of a news page that are known by how they are written, wherever they stand."""

import re
from typing import Literal

FixedKind = Literal["byline", "updated", "notice"]

LONGEST_LINE = 160  # characters; a longer line is prose, however it begins

AGENCY = (
    r"(?:Getty(?: Images)?|AFP|AP|(?:The )?Associated Press|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Bloomberg|Shutterstock|"
    r"Anadolu(?: Agency)?|Xinhua|TASS|Kyodo|Yonhap|UPI|DPA|dpa|ANSA|Press Association|(?:The )?Canadian Press|ZUMA|"
    r"Alamy|Sipa(?: USA)?|NurPhoto|WireImage|iStock|Handout|CBC|CNN|BBC|NPR|VNA|IRNA|ISNA|SANA|Wikimedia(?: Commons)?)"
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ]"
_NAME_WORD = rf"(?:(?:al-|el-|d['’]|O['’])?{_CAPITAL}[\w’'.-]*)"
_PARTICLE = r"(?:(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ter|van|von)\s)"
NAME = rf"{_NAME_WORD}(?:\s{_PARTICLE}{{0,2}}{_NAME_WORD}){{1,3}}"
_ROLE = rf"(?:(?:Senior |Chief )?(?:Staff|Correspondent|Reporter|Writer|Editor|Columnist|Special)|{AGENCY})"

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"

_BYLINE = re.compile(
    rf"(?:(?:Written|Reported|Posted|Story|Report|Words|Text|Analysis|Opinion) )?(?:by|By|BY):? "
    rf"(?!{_MONTH}|{_WEEKDAY})(?:{NAME}|{_ROLE})(?![’']s)\b.*"
)
_BARE_BYLINE = re.compile(rf"{NAME}(?:(?:,| and| &| und) {NAME}){{0,4}}(?:(?:,| \||/) ?{_ROLE}.{{0,40}})?")
_UPDATED = re.compile(
    r"(?:(?:last|first|originally) )?(?:updated?|published|posted|modified|created|filed|revised)"
    r"(?: (?:on|at))?(?:\W*|\W+(?:.*\d.*|yesterday|today|just now))"
    r"|\d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d(?::\d\d)?)?"  # the counter of a player
    r"|\d+[- ]min(?:ute)?s?(?: to)? read"
    r"|\d+ (?:minute|min|hour|day|week|month|year)s? ago",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W*(?:additional )?(?:reporting|editing|writing) by\b.*"
    r"|sign up (?:for|to|here|now)\b.*|sign in(?: (?:to|here)\b.*)?|subscribe(?: (?:to|for|now|today)\b.*)?"
    r"|follow us\b.*|follow \w+(?: \w+)? on (?:twitter|x|facebook|instagram|telegram|whatsapp)\b.*|join our .*"
    r"|(?:read|see|hear|watch) (?:more|also|next)\b.*|(?:also|further) read(?:ing)?\b.*|click here\b.*"
    r"|(?:related|recommended|more|popular|top)(?: (?:articles?|stories|topics|content|coverage|links?|for you))?:?"
    r"|more (?:from|on|like) this(?: \w+)?|more from .{1,40}|most (?:read|popular|viewed)|related: .*"
    r"|(?:continue|keep) reading\b.*|(?:article |story )?continues (?:below|after)\b.*"
    r"|skip (?:to|ad|advertisement)\b.*|advertisements?|sponsored(?: content)?|loading\W*"
    r"|share(?: (?:this|on|via|page|article|story)\b.*)?|(?:leave a |view |show )?comments?(?: \(?\d+\)?)?"
    r"|(?:tags?|topics?|sources?): .{1,80}"
    r"|(?:copyright )?(?:©|\(c\) ?(?=\d)).*|copyright \d.*|all rights reserved\b.*|this material may not be\b.*"
    r"|\S+@\S+\.\w+|(?:https?://|www\.)\S+|\[?(?:image|video|gallery|audio|photo)\]?",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"contributed to this (?:report|story|article)\b.{0,40}$")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

_DATE_WORD = re.compile(
    rf"{_MONTH}|{_WEEKDAY}|\d[\d:./-]*(?:st|nd|rd|th|am|pm|h)?|[ap]\.?m\.?|at|on|of|(?-i:[A-Z]{{2,4}})|[|/·•–—-]",
    re.IGNORECASE,
)
_MONTH_OR_NUMBERS = re.compile(rf"\b{_MONTH}\W*\d|\d\W*{_MONTH}|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}")
_DATELINE_END = re.compile(rf"(?:\({AGENCY}\)|[—–_-]|,\s{_MONTH} \d{{1,2}},? \d{{4}})$")


def fixed_kind(line: str) -> FixedKind | None:
    """The kind of a line that is known by its form alone, else None. A line of marks alone is a notice."""
    if len(line) > LONGEST_LINE:
        return None if _LETTER_OR_DIGIT.search(line) else "notice"
    if _UPDATED.fullmatch(line):
        return "updated"
    if _NOTICE.fullmatch(line) or _CONTRIBUTED.search(line) or not _LETTER_OR_DIGIT.search(line):
        return "notice"
    return "byline" if _BYLINE.fullmatch(line) and not ends_sentence(line) else None


def is_bare_byline(line: str) -> bool:
    """Names and nothing else, as above an article: "Adam Morrow", "Jane Doe and John Roe, Staff Writers"."""
    return len(line) <= LONGEST_LINE and _BARE_BYLINE.fullmatch(line) is not None


def is_bare_date(line: str) -> bool:
    """A date and nothing else: "Sept. 11, 2024", "6:09 p.m. CST, December 2, 2012", "2024-09-11"."""
    if len(line) > LONGEST_LINE or not _MONTH_OR_NUMBERS.search(line):
        return False
    return all(map(_DATE_WORD.fullmatch, line.replace(",", " ").split()))


def is_dateline(line: str) -> bool:
    """A place that opens a dispatch, on a line of its own: "WARSAW, Poland (AP) _", "Goma, March 19, 2013"."""
    return len(line) <= LONGEST_LINE and _DATELINE_END.search(line) is not None


_STOP = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]]*$")
_INITIALS_AT_END = re.compile(r"(?:\b[A-Z]\.)[A-Z]\.$")
_TAIL = 8  # characters; stops and initials are looked for in the last of a line


def ends_sentence(line: str) -> bool:
    """The line closes with a stop that is not that of "U.S."."""
    tail = line[-_TAIL:]
    return _STOP.search(tail) is not None and _INITIALS_AT_END.search(tail) is None
