"""Names: the form that an edition prints, which never falls back to a longer one."""

from __future__ import annotations

from generator.model.office import RosterRow


def name_form(row: RosterRow, form: str) -> str:
    """Print a learner's name in a form: "none", "pseudonym", "first" or "first-initial"; "" for none.

    `display_name` is printed whole, never split; the given name is never printed (FORMATS section 2).
    """
    if form == "pseudonym":
        return row.pseudonym
    if form == "first":
        return row.display_name
    if form == "first-initial" and row.display_name:
        initial = row.family_name[:1].upper()
        return f"{row.display_name} {initial}." if initial else row.display_name
    return ""


def family_name_form(row: RosterRow, form: str) -> str:
    """Print a name for the family edition, where the family's own name for the child goes first."""
    if form == "first":
        return row.family_edition_name or row.display_name
    return name_form(row, form)
