"""Which words make an expression of time: one rule a line of the table, tried where one of its first words stands.

Templates are written for folded text (see vocabulary.fold): a blank is a gap between words, {name} a piece of _PIECES.
Every repetition is bounded, so reading is linear in the text. Where several rules match at the same place, the one
that stands first in the table wins.
"""

import re
from functools import cache

from dashboard.dates.vocabulary import (
    CENTURIES,
    DAY_PARTS,
    DECADES,
    HOLIDAYS,
    ONES,
    ORDINALS,
    SEASONS,
    TENS,
    VAGUE,
    any_of,
)
from dashboard.language.calendar import MONTHS, UNITS, WEEKDAYS

_GAP = r"(?:\s{1,3})"  # characters of white space between two words; a line end in text wrapped by hand is one too
_SHORT_NAME = 4  # letters; "sept", "thur" and shorter are abbreviations
_FULL_MONTHS = [name for name in MONTHS if len(name) > _SHORT_NAME or name in ("may", "june", "july")]
_EDGES = "end beginning start middle close rest remainder turn course".split()

_PIECES = {
    "dash": r"(?: |-)",
    "no_number": r"(?!\w|[.:]\d|,\d{3}(?!\d)| ?%| (?:percent|per cent|million|billion)\b)",
    "month": rf"(?P<month>(?:{any_of(_FULL_MONTHS)}\b|{any_of(set(MONTHS) - set(_FULL_MONTHS))}\b\.?))",
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{no_number}",
    "second_day": (
        r"(?:(?: and | or | to | through |-)(?P<other>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
        r"(?=[.,;:)](?!\d)| (?:in|at|for|by|when|with)\b|,? (?:19|20)\d\d\b|\s*$))?"
    ),
    "year": r"(?P<year>(?:1[5-9]|20)\d\d){no_number}",
    "whose": r"(?:of )?(?P<whose>(?:last|this|next|that|the same|the following|the previous) year)\b",
    "of_year": r"(?:(?:, ?| |-){year}|,? {whose})?",
    "weekday": rf"(?P<weekday>{any_of(name for name in WEEKDAYS if name.endswith('day'))})",
    "any_weekday": rf"(?P<weekday>{any_of(WEEKDAYS)})\b\.?",
    "part": rf"(?P<part>{any_of(DAY_PARTS)})\b",
    "part_of": rf"(?:(?:the )?(?:(?:early|late) )?(?P<part_of>{any_of(DAY_PARTS)}) of (?:the )?)?",
    "edge": rf"(?:the )?(?:very )?{any_of(_EDGES)}",
    "mod": r"(?:{edge} of (?:the )?|(?:the )?(?:early|late|mid|later|earlier)(?: in)?{dash})",
    "season": rf"(?P<season>{any_of(SEASONS)})\b",
    "unit": rf"(?P<unit>{any_of(UNITS)})",
    "number": rf"(?:{any_of(TENS)}(?:{{dash}}{any_of(ONES[:9])})?|{any_of(ONES)}|(?:an? |one )?(?:hundred|dozen))",
    "count": (
        r"(?P<count>\d{1,3}(?:,\d{3}|\.\d)?(?![\w.]\w)|{number}\b|(?:an?|another|(?:a )?single|one more)\b"
        rf"|(?:a )?{any_of(VAGUE)}\b(?: of)?)"
    ),
    "half": r"(?P<half>{dash}and{dash}a{dash}half| 1/2|-1/2|½)?",
    "adjective": (
        r"(?:(?:straight|consecutive|successive|more|full|whole|trading|working|business|calendar|additional|long|solid|"
        r"very|short|further) )?"
    ),
    "zone": r"(?:gmt|utc|[ecmp][sd]?t|bst|ce[s]?t|ist|local time|\((?:gmt|utc)[^()]{0,8}\))",
    "deictic": r"(?P<deictic>yesterday|today|tomorrow|tonight)\b",
    "holiday": rf"(?P<holiday>{any_of(name.replace('.', '[.]') for name in HOLIDAYS)})",
    "on_day": r"(?:,? (?:on )?(?:{weekday}\b|{deictic}))?",
}

_DIGIT = "0"  # stands for every number among the first words
_MOD = f"very early late mid later earlier {' '.join(_EDGES)}"
_WHICH = "last past previous preceding prior this current next coming following upcoming that same"
_MONTH, _WEEKDAY, _PART, _SEASON = " ".join(MONTHS), " ".join(WEEKDAYS), " ".join(DAY_PARTS), " ".join(SEASONS)
_WEEKDAYS = " ".join(f"{name}s" for name in WEEKDAYS)
_FREQUENCY = "daily weekly monthly quarterly yearly annually annual hourly nightly biweekly fortnightly"
_PLURALS = " ".join(unit + "s" for unit in UNITS)
_LONG = " ".join(f"{unit} {unit}s {unit}long {unit}slong" for unit in "hour day week month year decade".split())
_HOLIDAY = " ".join(re.split(r"\W", name)[0] for name in HOLIDAYS)
_SPANS = "past last next coming previous following first final"

# name: (first words, but for a leading "the"; template)
_TABLE = {
    "iso": (
        _DIGIT,
        r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)"
        r"(?:t(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?P<zone>z)?)?(?!\w|-\w)",
    ),
    "slashed": (_DIGIT, r"(?P<first>\d{1,4})/(?P<second>\d{1,2})(?:/(?P<third>\d{1,4}))?(?![\w/%]|\.\d)"),
    "dotted": (_DIGIT, r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\w|\.\d)"),
    "clock": (
        _DIGIT,
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:m\b|\.m\b\.?)"
        r"(?P<zone>,? {zone}(?!\w))?{on_day}",
    ),
    "clock24": (_DIGIT, r"(?P<hour>[01]?\d|2[0-3]):?(?P<minute>[0-5]\d) (?P<zone>gmt|utc|local time)\b{on_day}"),
    "noon": ("noon midday midnight", r"(?P<noon>noon|midday|midnight)\b{on_day}"),
    "month_day": (
        f"{_PART} {_MONTH} {_WEEKDAY} early late last next this",
        r"{part_of}(?:{any_weekday},? )?(?:(?P<which>last|next|this) )?"
        r"{month} ?(?:the )?(?P<first_day>{day}){second_day}{of_year}",
    ),
    "day_month": (
        f"{_DIGIT} {_PART} {_WEEKDAY} early late",
        r"{part_of}(?:{any_weekday},? )?(?:the )?"
        r"(?:(?P<other>0?[1-9]|[12]\d|3[01])(?:th)?(?: and | or | to |-))?{day}{dash}(?:of )?{month}{of_year}",
    ),
    "week_of": (
        "first last final week",
        r"(?:the )?(?:(?P<which>first|last|final) )?week of {month}(?: {day})?{of_year}",
    ),
    "month": (
        f"{_MOD} {_MONTH} last next this that previous following",
        r"(?:{mod})?(?:(?P<which>last|next|this|this past|the previous|the following|that) )?"
        r"{month}(?:,? (?:of )?{year}|,? {whose})?",
    ),
    "every": (
        "every each",
        r"(?:every|each) (?:(?P<count>other|few|\d{1,2}|{number}) )?(?:{weekday}|{unit}|{season})s?\b",
    ),
    "per": ("per once twice times", r"(?:per|(?:once|twice|times) an?) {unit}\b"),
    "frequency": (_FREQUENCY, rf"(?P<word>{any_of(_FREQUENCY.split())})\b"),
    "weekday": (
        f"{_PART} {_WEEKDAY} {_WEEKDAYS} {_WHICH} early late",
        r"{part_of}(?:(?P<which>last|next|this past|this coming|this|past|coming|previous|following) )?"
        r"{weekday}(?P<plural>s?)\b(?: {part})?",
    ),
    "deictic": (
        "earlier later day yesterday today tomorrow tonight",
        r"(?:(?P<shift>the day (?:before|after)) )?(?:(?:earlier|later) )?{deictic}(?: {part})?",
    ),
    "day_part": (_WHICH, r"(?P<which>last|this|that|(?:the )?(?:next|same|following|previous)) {part}"),
    "decade": (
        f"{_DIGIT} {_MOD} {' '.join(DECADES)} '",
        r"(?:(?:the )?(?:{mod})?(?P<decade>(?:1[5-9]|20)\d)0'?s"
        r"|(?:the (?:{mod})?|(?<=s\sand\s))'?(?P<tens>\d)0'?s|'(?P<bare>\d)0s"
        rf"|the (?:{{mod}})?(?P<word>{any_of(DECADES)}))\b",
    ),
    "century": (
        f"{_DIGIT} {_MOD} {' '.join(CENTURIES)} twenty",
        rf"(?:the )?(?:{{mod}})?(?:(?P<number>1\d|2[01])(?:th|st)|(?P<word>{any_of(CENTURIES)})){{dash}}century\b",
    ),
    "quarter": (
        f"{_DIGIT} {' '.join(ORDINALS)} q year",
        r"(?:the )?(?:(?P<year_first>(?:19|20)\d\d) |(?P<ago>year{dash}(?:ago|earlier)) )?"
        rf"(?:(?P<ordinal>{any_of(ORDINALS)}){{dash}}(?P<kind>quarter|half)|q(?P<number>[1-4]))\b"
        r"(?:,? (?:of |in )?(?:(?:fiscal )?(?:year )?{year}|(?P<whose>(?:last|this|next|that|the) year)\b))?",
    ),
    "same_quarter": (
        "quarter latest year same corresponding comparable period",
        r"(?:the )?(?:(?P<which>latest|same|corresponding|comparable|year{dash}(?:ago|earlier)) )?"
        r"(?P<unit>quarter|period)\b(?P<ago> (?:a year (?:ago|earlier|before)|(?:of )?last year)\b)?",
    ),
    "season": (
        f"{_MOD} {_WHICH} {_SEASON}",
        r"(?:{mod})?(?:(?P<which>last|past|this past|this|next|coming|following|previous|that|the) )?{season}"
        r"(?: (?:of )?{year}|,? {whose})?",
    ),
    "holiday": (
        f"last next this {_HOLIDAY}",
        r"(?:(?P<which>last|next|this) )?{holiday}\b(?:,? {year}|,? {whose})?",
    ),
    "fiscal": ("fiscal financial fy", r"(?:(?:fiscal|financial) (?:year )?|fy ?-?)(?P<year>(?:19|20)\d\d)\b"),
    "relative": (
        f"{_MOD} {_WHICH}",
        r"(?:{mod})?(?P<the>the )?(?P<which>last|past|previous|preceding|prior|this past|this|current|next|coming|"
        r"following|upcoming|that|same)(?: (?:fiscal|calendar|financial|entire|whole))? "
        r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b",
    ),
    "edge_of": (" ".join(["very", *_EDGES]), r"{edge} of the (?P<unit>day|week|month|quarter|year|decade|century)\b"),
    "day_ends": ("day", r"the day\b"),
    "weekend": ("weekend", r"(?P<which>the )weekend\b"),
    "counted": (
        f"{_DIGIT} {' '.join((*TENS, *ONES, *VAGUE))} a an another single hundred dozen half {_SPANS}",
        rf"(?:(?:the )?(?P<span>{any_of(_SPANS.split())}) )?"
        r"(?:{count}{half}{dash}{adjective}|(?P<halved>half)(?: an?)?{dash}){unit}s?\b(?:{dash}long\b)?"
        r"(?: (?P<tail>ago|earlier|later|from now|hence)\b)?",
    ),
    "long": (_LONG, r"(?P<unit>day|week|month|year|decade|hour)(?P<plural>s?)-?long\b"),
    "vague": (
        f"{_PLURALS} recent coming these past last next",
        r"(?:(?P<which>recent|coming|these|past|the past|the last|the next|the coming) )?"
        r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b(?: (?P<tail>ago|earlier|later)\b)?",
    ),
    "present": (
        "right now currently nowadays at current",
        r"(?:right now|now|currently|nowadays|at present|current)\b",
    ),
    "past": (
        "more recently recent distant not past",
        r"(?:more recently|recently|the (?:recent |distant |not-too-distant )?past|recent)\b",
    ),
    "future": (
        "near foreseeable not immediate distant future soon",
        r"(?:(?:the )?(?:near|foreseeable|not-too-distant|immediate|distant) future|the future|soon)\b",
    ),
    "year": (f"{_DIGIT} {_MOD} year", r"(?:{mod})?(?:the year )?{year}"),
    "spelled_year": (
        "nineteen year",
        rf"(?:the )?(?:(?:year )?nineteen{{dash}}(?P<years>{any_of(TENS)}(?:{{dash}}{any_of(ONES[:9])})?)"
        rf"|year two thousand(?:(?: and)? (?P<after>{any_of(ONES)}))?)\b",
    ),
    "short_year": ("'", r"'(?P<short>\d\d)\b(?!s)"),
}

RULES = tuple(_TABLE)
"""The names of the rules, in the order in which they are tried."""

FIRST_WORD = re.compile(r"(?<![\w$£€#@])(?:[a-z]+|(?<!\d[.,:/])\d+|'(?=\d\d))")
"""A word, a number or the apostrophe of "'82". A number that hangs on a currency sign or on another number is none."""


def _by_first_word() -> dict[str, tuple[str, ...]]:
    rules: dict[str, list[str]] = {}
    for name, (words, _) in _TABLE.items():
        for word in dict.fromkeys(words.split()):
            rules.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in rules.items()}


_BY_FIRST_WORD = _by_first_word()


def rules_for(word: str) -> tuple[str, ...]:
    """The names of the rules an expression with this first word (folded, after any "the") can follow, in order."""
    return _BY_FIRST_WORD.get(_DIGIT if word.isdigit() else word, ())


@cache
def pattern(rule: str) -> re.Pattern[str]:
    """The pattern of a rule, with named parts; compiled when first asked for."""
    template = _TABLE[rule][1]
    while re.search(r"\{[a-z_]+\}", template):
        template = re.sub(r"\{([a-z_]+)\}", lambda piece: _PIECES[piece[1]], template)
    return re.compile(template.replace(" ", _GAP))
