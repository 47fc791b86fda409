"""How the record is cited, with its version: one sentence, and an entry for a list of references."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from analytics.english import long_date
from files.paths import ROOT

CITATION = ROOT / "CITATION.cff"


@dataclass(frozen=True)
class Work:
    """What is cited, as CITATION.cff has it."""

    title: str
    authors: tuple[str, ...]
    license: str


@cache
def work() -> Work:
    """The title, the authors and the licence in CITATION.cff. Raises ValueError where it lacks one."""
    text = CITATION.read_text(encoding="utf-8")
    titles, licences = re.findall(r'^title: "(.+)"$', text, re.M), re.findall(r"^license: (\S+)$", text, re.M)
    names = tuple(re.findall(r'^  - name: "(.+)"$', text, re.M))
    if len(titles) != 1 or len(licences) != 1 or not names:
        raise ValueError("CITATION.cff needs one title, one license and the names of its authors")
    return Work(titles[0], names, re.sub(r"CC-BY-(\d)", r"CC BY \1", licences[0]))


def citation(version: str, built_on: str = "") -> str:
    """One sentence to cite the record by; `built_on`: the day of its build, as ISO, where it is known."""
    said, day = work(), f", record of {long_date(date.fromisoformat(built_on))}" if built_on else ""
    return f"{'; '.join(said.authors)}: {said.title}. Data version {version}{day}. {said.license}."


def bibtex(version: str, built_on: str) -> str:
    """The same as an entry of BibTeX."""
    said = work()
    lines = {
        "author": " and ".join(f"{{{name}}}" for name in said.authors),
        "title": f"{{{said.title}}}",
        "year": built_on[:4],
        "version": version,
        "note": f"Data version {version}, record of {long_date(date.fromisoformat(built_on))}. {said.license}",
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in lines.items())
    return f"@misc{{cosponsorship-{version},\n{body}\n}}"
