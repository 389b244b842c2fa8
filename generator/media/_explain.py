"""Words for what is not taken: a name that promises something else, and kinds that are unknown."""

from __future__ import annotations

from generator.media._look import Look, find_kinds, is_folder_kind
from generator.media._problem import UnreadableMedium
from generator.media._refused import ANYTHING, find_refused, name_content


def check_suffix(look: Look) -> None:
    """Refuse a file whose name promises something else than it holds (threats P6 and A5)."""
    part = look.part
    if part is None or is_folder_kind(part) or look.suffix in part.SUFFIXES:
        return
    inside = name_content(look.head) or part.TITLE
    raise UnreadableMedium(
        f"{_say_suffix(look.suffix)}, but inside is {inside}.",
        f"If that is what you meant, rename it so that it ends in {part.SUFFIXES[0]}. "
        "If not, export it again.",
    )


def explain_unknown(look: Look) -> UnreadableMedium:
    """Words for a path of a kind that is not taken."""
    refused = find_refused(look.suffix)
    if refused:
        return UnreadableMedium(f"This is {refused[0]} ({look.suffix}).", refused[1])
    if look.folder:
        return UnreadableMedium(
            "This folder holds no web page.",
            "Put its first page in it as index.html, or name the files in it one by one.",
        )
    if look.size == 0:
        return UnreadableMedium("The file is empty.", "Copy or export it here again.")
    return _explain_file(look)


def _explain_file(look: Look) -> UnreadableMedium:
    """Words for a file that has content, but of no kind that is taken."""
    inside = name_content(look.head)
    claimed = next((part for part in find_kinds() if look.suffix in part.SUFFIXES), None)
    if "Git LFS" in inside:
        return UnreadableMedium(f"Inside is {inside}.", "Run `git lfs pull` to fetch the file.")
    if claimed:
        reason = f"{_say_suffix(look.suffix)}, but inside is {inside or 'something else'}."
        return UnreadableMedium(reason, claimed.EXPORT)
    what = f"{_say_suffix(look.suffix)}, and Exhibit does not take that kind of file."
    return UnreadableMedium(what, ANYTHING)


def _say_suffix(suffix: str) -> str:
    """The beginning of a sentence about a name's ending, free of control characters."""
    plain = "".join(letter for letter in suffix if letter.isprintable())[:20]
    return f'The name ends in "{plain}"' if plain else "The name has no ending such as .jpg"
