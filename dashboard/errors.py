"""Every error Gazette raises on purpose.

GazetteError
├── ArticleError
│   ├── ArticleNotFound      no file at that path
│   ├── NotText              bytes that are no text (binary, or an encoding nobody can guess)
│   ├── EmptyArticle         a text without a single letter
│   └── BadLine              a line of a JSON lines file that is no article
├── BadDate                  a date that is not YYYY-MM-DD
├── SpanMismatch             a span that is not a slice of its article
├── GazetteerMissing         no gazetteer where one should be
├── GazetteerDamaged         a gazetteer file that cannot be read
├── ImportRefused            a file that is no dump of GeoNames and no CSV of places
├── ImportStopped            an import that could not go on (disk full, another one running)
├── ModelMissing             no table of weights or words where one should be
├── TaggerMissing            spaCy was asked for and is not installed
├── BuildError               `gazette gazetteer build` could not go on
├── NotWritable              a result that cannot be written
├── SeedMissing              no seed article where one should be
└── DashboardError           the dashboard cannot be started (port taken, streamlit missing)

A message says what happened, with which value, and what to do.
"""


class GazetteError(Exception):
    """Base of every error raised on purpose; its text is one line meant for a person."""

    def __reduce__(self) -> tuple[object, ...]:
        """Errors come whole out of another process; Python would make them anew of their text alone."""
        return _again, (type(self), str(self), self.__dict__)


def _again(kind: type[GazetteError], text: str, fields: dict[str, object]) -> GazetteError:
    error = kind.__new__(kind, text)
    error.__dict__.update(fields)
    return error


class ArticleError(GazetteError):
    """An article cannot be read."""


class ArticleNotFound(ArticleError):
    """No file at `path`."""

    def __init__(self, path: object) -> None:
        self.path = path
        super().__init__(f"No article at {path}. Give the path of a text file, or - to read standard input.")


class NotText(ArticleError):
    """The bytes of `source` are no text; `why` says how that was seen."""

    def __init__(self, source: object, why: str) -> None:
        self.source, self.why = source, why
        super().__init__(f"{source} is not a text: {why}. Save it as UTF-8 plain text and try again.")


class EmptyArticle(ArticleError):
    """`source` holds no letter to read."""

    def __init__(self, source: object) -> None:
        self.source = source
        super().__init__(f"{source} is empty: there is no text to read. Give a file with an article in it.")


class BadLine(ArticleError):
    """Line `number` of a JSON lines input is no article; `why` says why. `article_id`: None = not read."""

    def __init__(self, source: object, number: int, why: str, *, article_id: str | None = None) -> None:
        self.source, self.number, self.why, self.article_id = source, number, why, article_id
        super().__init__(f'{source}, line {number}: {why}. Each line is an object {{"id": …, "text": …}}.')


class BadDate(GazetteError):
    """`value` is not a calendar date."""

    def __init__(self, value: object, option: str = "--published") -> None:
        self.value = value
        super().__init__(f"{option} {value!r} is not a date. Write it as YYYY-MM-DD, for example 2024-09-11.")


class SpanMismatch(GazetteError):
    """Span [start, end) of article `article_id` is not the text it claims to be."""

    def __init__(self, article_id: str, start: int, end: int) -> None:
        self.article_id, self.start, self.end = article_id, start, end
        super().__init__(
            f"Article {article_id!r}: characters {start} to {end} are not the text given for them. "
            "Offsets count Unicode code points in the unchanged text, end exclusive."
        )


GO_BACK = "Go back to the gazetteer that came with Gazette: gazette gazetteer reset"
"""The remedy where it is the user's own gazetteer that is damaged."""


class GazetteerMissing(GazetteError):
    """No gazetteer at `path`."""

    def __init__(self, path: object) -> None:
        self.path = path
        super().__init__(f"No gazetteer at {path}. Build one with: gazette gazetteer build")


class GazetteerDamaged(GazetteError):
    """The gazetteer file at `path` cannot be used; `why` says how that was seen, `remedy` what to do."""

    def __init__(self, path: object, why: str, *, remedy: str = "Build it again with: gazette gazetteer build") -> None:
        self.path, self.why = path, why
        super().__init__(f"The gazetteer file {path} cannot be used: {why}. {remedy}")


class ImportRefused(GazetteError):
    """The file at `path` is nothing a gazetteer can be made of; `why` says how that was seen."""

    def __init__(self, path: object, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(
            f"{path} cannot be imported: {why}. Give a dump of GeoNames (allCountries, IQ, alternateNamesV2; .txt or "
            ".zip) or a CSV with the columns name, lat and lon. The gazetteer is as it was."
        )


class ImportStopped(GazetteError):
    """An import that could not go on because of `why`; `remedy` says what to do."""

    def __init__(self, why: str, remedy: str) -> None:
        self.why = why
        super().__init__(f"{why}. {remedy} The gazetteer is as it was.")


class ModelMissing(GazetteError):
    """No table of weights or words at `path`."""

    def __init__(self, path: object) -> None:
        self.path = path
        super().__init__(
            f"No model at {path}. It comes with Gazette: install it again, or set GAZETTE_DATA to its data folder."
        )


class TaggerMissing(GazetteError):
    """spaCy, or a model of it, is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "spaCy and one of its English models are not installed. Install them with: pip install 'gazette[ner]' and "
            "python -m spacy download en_core_web_sm. Or leave out --ner: Gazette needs no tagger."
        )


class BuildError(GazetteError):
    """The gazetteer cannot be built."""


class NotWritable(GazetteError):
    """A result cannot be written to `path`; `why` is what the system said."""

    def __init__(self, path: object, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path} cannot be written: {why}. Give --out a file in a folder that is there and yours.")


class SeedMissing(GazetteError):
    """No seed article `name` in `folder`."""

    def __init__(self, name: object, folder: object) -> None:
        self.name, self.folder = name, folder
        super().__init__(f"No seed article {name!r} in {folder}. Its seeds.toml lists what should be there.")


class DashboardError(GazetteError):
    """The dashboard cannot be started."""
