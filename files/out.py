"""The file that a command line means by `--out`."""

from pathlib import Path


def target(text: str, default_name: str) -> Path:
    """The file that `--out` means: a folder gets the default name. Raises ValueError where it cannot be written."""
    path = Path(text).expanduser() if text else Path(default_name)
    if path.is_dir():
        path = path / default_name
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent} to put {path.name} into")
    return path


def extension(text: str) -> str:
    """The ending of the file that `--out` means, small and without its dot; "" for a folder or a name without one."""
    return "" if not text or Path(text).is_dir() else Path(text).suffix.lower().lstrip(".")
