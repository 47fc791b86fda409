"""Which State does a spelling mean, and could it mean that State on that day?

Matching is exact after folding (data/spelling.py), never by likeness. `suggest` is for typing errors; its answers are
only suggestions.

Spellings come from states.csv, name_variants_seen.csv (typing errors there were confirmed by a person), the
tables in data/name_rules, and the French, Spanish and English names of the Unicode CLDR through Babel."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process

from data.spelling import LINKS, ON_BEHALF, comma_places, key, keys, other_orders, words

RULES = Path(__file__).resolve().parent / "name_rules"

LIKE = 0.6
"""The likeness from which on a State is suggested."""
_MOST_KEPT = 5000
_MOST_CHECKED = 50_000


@dataclass(frozen=True)
class Resolution:
    """What a spelling means: `iso3`, or None; `reason` says why not, or what to mind ("" if nothing)."""

    iso3: str | None
    reason: str = ""


@dataclass(frozen=True)
class _Period:
    used_from: date | None
    used_to: date | None
    refuse: bool
    note: str


class Names:
    """All known spellings. Make one with `Names.from_files`; it never changes afterwards."""

    def __init__(
        self,
        spellings: Iterable[tuple[str, str]],
        dated: Iterable[dict[str, str]] = (),
        refused: Iterable[dict[str, str]] = (),
    ):
        """`spellings`: (name, iso3) pairs; `dated` and `refused`: rows of dated.csv and not_a_state.csv. Raises
        ValueError if one spelling would mean two States, or a State and a refusal."""
        self._iso3: dict[str, str] = {}
        self._known: dict[str, dict[str, None]] = {}
        self._commas: dict[str, set[tuple[str, ...]]] = {}
        self._period: dict[str, _Period] = {}
        self._remember()
        refused = list(refused)
        self._refused = {key(row["name"]): row["reason"] for row in refused}
        for name, iso3 in spellings:
            self._add(name, iso3)
        for row in dated:
            period = _Period(_day(row["used_from"]), _day(row["used_to"]), row["outside"] == "refuse", row["note"])
            for form in [row["name"], *other_orders(row["name"])]:
                self._add(form, row["iso3"])
                self._period[key(form)] = period
        both = sorted(set(self._refused) & set(self._iso3))
        if both:
            raise ValueError(f"spellings both known and refused: {', '.join(both)}")
        self._letters = "|".join([*self._iso3, *self._refused])
        hiding = [row["name"] for row in refused if self._hides_a_state(words(row["name"]))]
        self._refused_commas = {(key(name), comma_places(name)) for name in hiding}

    def _remember(self) -> None:
        # The same words are asked about again and again while a list is cut.
        self._checked = lru_cache(_MOST_CHECKED)(self._check)
        self._suggested = lru_cache(_MOST_KEPT)(self._look_alikes)
        self._runs_on = lru_cache(_MOST_CHECKED)(lambda joined: joined in self._letters)
        self._parts = lru_cache(_MOST_CHECKED)(self._part_of_another)

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: the spellings, not what was asked of them here."""
        asked = ("_checked", "_suggested", "_runs_on", "_parts")
        return {name: value for name, value in self.__dict__.items() if name not in asked}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._remember()

    @classmethod
    def from_files(cls, sources: Path, rules: Path = RULES) -> "Names":
        """Read the spellings from the folder of sources and the folder of rules. Raises FileNotFoundError for a missing
        table and ValueError where a spelling would mean two States."""
        files = [Path(sources) / "states.csv", Path(sources) / "name_variants_seen.csv"]
        ours = ("official_en.csv", "un_fr.csv", "un_es.csv", "dated.csv", "not_a_state.csv")
        files += [Path(rules) / name for name in ours]
        return _made(tuple(path.read_bytes() for path in files))

    def _hides_a_state(self, found: list[str]) -> bool:
        ends = range(1, len(found))
        return any("".join(part) in self._iso3 for at in ends for part in (found[:at], found[at:]))

    def _add(self, name: str, iso3: str) -> None:
        forms = [name, *other_orders(name)]
        forms += [re.sub(r"^(Saint|Sainte)\b", "St", form) for form in forms if form.startswith("Saint")]
        for form in forms:
            folded = key(form)
            known = self._iso3.setdefault(folded, iso3)
            if known != iso3:
                raise ValueError(f"the spelling {form!r} would mean both {known} and {iso3}")
            self._known.setdefault(iso3, {}).setdefault(form)
            if "," in form:
                self._commas.setdefault(folded, set()).add(comma_places(form))

    def check(self, text: str, on: date | None = None) -> Resolution:
        """What `text` means on that day, with the reason where it means nothing or needs care.

        Without `on` a name is accepted whatever its time. With `on`, a name that could not mean that State
        on that day ("Serbia and Montenegro" in 2015, "South Sudan" in 2005) is refused; a name that was
        merely not yet or no longer usual ("Swaziland" in 2020) is accepted with a remark."""
        return self._checked(text, on)

    def _check(self, text: str, on: date | None) -> Resolution:
        if ON_BEHALF.search(text):
            return Resolution(None, "spoke on behalf of a group: that is no signature of the group's members")
        for form in keys(text):
            if form in self._refused:
                return Resolution(None, self._refused[form])
            if form in self._iso3:
                return self._dated(form, text, on)
        if not words(text):
            return Resolution(None, "no name")
        return Resolution(None, "not a known name of a Member State or observer State")

    def _dated(self, form: str, text: str, on: date | None) -> Resolution:
        iso3, period = self._iso3[form], self._period.get(form)
        if on is None or period is None:
            return Resolution(iso3)
        before = period.used_from is not None and on < period.used_from
        after = period.used_to is not None and on > period.used_to
        if not (before or after):
            return Resolution(iso3)
        shown = " ".join(text.split())
        if period.refuse:
            return Resolution(None, f"“{shown}” could not mean a State on {on}: {period.note}")
        return Resolution(iso3, f"“{shown}” was not the usual name on {on}: {period.note}")

    def resolve(self, text: str, on: date | None = None) -> str | None:
        """The ISO 3166 alpha-3 code that `text` means (on that day), or None. See `check` for the reason."""
        return self.check(text, on).iso3

    def comma_fits(self, text: str) -> bool:
        """Whether the commas inside a name stand where a known spelling of it has them. For those who cut lists:
        "Korea, Republic of" is one name; "Congo, Brazzaville" is not a known one."""
        inner = text.strip(" ,;\n\t")
        if "," not in inner and ";" not in inner:
            return True
        places = comma_places(inner.replace(";", ","))
        return any(places in self._commas.get(form, ()) for form in keys(inner))

    def refuses_whole(self, text: str) -> bool:
        """Whether `text` must never resolve although it begins or ends like a State, its commas where they belong. For
        those who cut lists: "Hong Kong, China" is one place and no China."""
        places = comma_places(text.strip(" ,;\n\t").replace(";", ","))
        return any((form, places) in self._refused_commas for form in keys(text))

    def may_run_on(self, text: str) -> bool:
        """Whether these words, the last of one piece and the first of the next, can stand together in one spelling. For
        those who cut lists: True may be wrong, False is sure."""
        found = words(text)
        if len(found) < 2 or found[0] in LINKS or found[-1] in LINKS:
            return True
        return self._runs_on("".join(found))

    def may_be_part(self, text: str) -> bool:
        """Whether a longer spelling holds this one and means something else: "Guinea", "Ireland", "Niger". For those
        who read misprinted names: what is left of the longer one could mean this State."""
        return self._parts(next((form for form in keys(text) if form in self._iso3), key(text)))

    def _part_of_another(self, folded: str) -> bool:
        holding = re.findall(rf"[^|]*{re.escape(folded)}[^|]*", self._letters)
        meant = self._iso3.get(folded)
        return any(self._iso3.get(form) != meant for form in holding if form != folded)

    def suggest(self, text: str, n: int = 3) -> list[tuple[str, float]]:
        """Up to `n` States whose names look like `text`, best first, with a likeness from 0 to 1. For a person to
        choose from; nothing may accept one by itself. Likeness: the share of letters that the two have in common, in
        the same order; only LIKE and above."""
        return list(self._suggested(key(text)[:80], n))

    def _look_alikes(self, wanted: str, n: int) -> list[tuple[str, float]]:
        best: dict[str, float] = {}
        if not wanted:
            return []
        alike = process.extract(wanted, self._iso3.keys(), scorer=fuzz.ratio, score_cutoff=100 * LIKE, limit=None)
        for form, score, _ in alike:
            iso3 = self._iso3[form]
            best[iso3] = max(best.get(iso3, 0.0), score / 100)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(iso3, round(score, 3)) for iso3, score in ranked[:n]]

    def known(self, iso3: str, on: date | None = None) -> list[str]:
        """All spellings known for a State; with `on`, only those that could mean it on that day. Raises KeyError for a
        code that is not in the record."""
        return [name for name in self._known[iso3] if on is None or self.resolve(name, on) == iso3]

    def codes(self) -> list[str]:
        """The codes of all States that have a name here, sorted."""
        return sorted(self._known)

    def meant(self, text: str) -> str | None:
        """The code of a State that a person means by its code, or by any name of it; None where it is neither."""
        code = text.strip().upper()
        return code if code in self._known else self.resolve(text)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=2)
def _made(files: tuple[bytes, ...]) -> Names:
    """The names in files with these contents: each check of the record asks for them, and they are seldom others."""
    read = (list(csv.DictReader(io.StringIO(content.decode(), newline=""))) for content in files)
    states, seen, *official, dated, refused = read
    pairs = [(row[column], row["iso3"]) for row in states for column in ("name", "short_name")]
    pairs += [(row["name"], row["iso3"]) for table in official for row in table]
    pairs += [(row["state_as_written"], row["iso3"]) for row in seen]
    return Names(pairs + cldr_names({row["iso3"] for row in states}), dated, refused)


# CLDR names that are no name of the State itself.
_LEFT_OUT = {"PS"}


def cldr_names(codes: set[str]) -> list[tuple[str, str]]:
    """Names from the Unicode CLDR in English, French and Spanish, for these alpha-3 codes."""
    aliases = get_global("territory_aliases")
    pairs = []
    for iso3 in sorted(codes):
        alpha2 = aliases[iso3][0]
        if alpha2 not in _LEFT_OUT:
            pairs += [(Locale(language).territories[alpha2], iso3) for language in ("en", "fr", "es")]
    return pairs
