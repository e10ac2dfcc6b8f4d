"""The words of the calendar that more than dates are told by: months, days of the week, units of time."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Folded name or abbreviation, without its point -> month, 1-12."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Folded name or abbreviation -> ISO day of the week, Monday 1."""

UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
    "century": "century", "centurie": "century",
}  # fmt: skip
"""Folded unit, without a plural s -> unit."""
