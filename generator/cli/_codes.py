"""Codes of rules as they are typed: `ART004`, `art004`, `missing-alt`, or a family such as `ART`."""

from __future__ import annotations

import re

import click

from generator.checks import list_rules
from generator.ids import find_nearest


def read_codes(typed: tuple[str, ...], option: str) -> frozenset[str]:
    """Read lists of codes, names and families, separated by commas or spaces; refuses what no rule is called."""
    found: set[str] = set()
    for word in (word for each in typed for word in re.split(r"[,\s]+", each) if word):
        codes = _find_codes(word)
        if not codes:
            raise click.UsageError(f'{option}: no rule is called "{word}". {hint_code(word)}')
        found |= codes
    return frozenset(found)


def hint_code(word: str) -> str:
    """Say what was probably meant by a word that no rule is called."""
    rules = list_rules()
    names = {name.lower(): name for rule in rules for name in (rule.code, rule.name, rule.family)}
    near = [names[each] for each in find_nearest(word.lower(), names)]
    return f"Did you mean {' or '.join(chr(34) + each + chr(34) for each in near)}?" if near else "See them all with: exhibit explain"


def _find_codes(word: str) -> set[str]:
    upper, lower = word.upper(), word.lower()
    return {rule.code for rule in list_rules() if upper in (rule.code, rule.family) or lower == rule.name}
