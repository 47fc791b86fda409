"""Which State a person means on the command line: its ISO code, or any of its names."""

from data.names import Names
from files import paths


def meant(text: str) -> str:
    """The ISO code of a State from its code or any name of it. Raises ValueError where it is neither, with the States
    whose names look like it."""
    names = Names.from_files(paths.SOURCES)
    if found := names.meant(text):
        return found
    near = [f"{names.known(iso3)[0]} ({iso3})" for iso3, _ in names.suggest(text)]
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise ValueError(f"no State {text!r}.{hint} Give its ISO code, such as KEN, or a name.")


def several(text: str) -> list[str]:
    """The ISO codes of States parted by commas; names with a comma inside are to be given by their code."""
    return [meant(part) for part in text.split(",") if part.strip()]
