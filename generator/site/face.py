"""What every page of one site shares: the school's name, its words, its edition, where things are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

SHELL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "nav_label": "Site",
        "nav_home": "Home",
        "nav_pages": "Pages about the school",
        "nav_exhibition": "Exhibition",
        "nav_works": "Works",
        "nav_graduate_profile": "Graduate profile",
        "nav_about": "About",
        "footer_accessibility": "Accessibility",
        "footer_privacy": "Privacy",
        "edition_public": "",
        "edition_onsite": "This copy is for the screens at the school. Please do not put it on the web.",
        "edition_family": "This is the family copy. It shows more than the web does. Please do not pass it on.",
        "edition_staff": "Staff copy. Never publish this folder.",
        "palette_auto": "Light or dark as your device is set. Switch to light",
        "palette_light": "Light. Switch to dark",
        "palette_dark": "Dark. Switch to as your device is set",
    }
)
"""Every word that the shell itself says, in English; search says what Material's translations say."""


@dataclass(frozen=True, slots=True)
class SiteFace:
    """What the shell needs to know of a site.

    `name` is the school's, `url` where the public site will stand, or "". `edition` is "public",
    "onsite", "family" or "staff"; `indexed` lets search engines list its pages. `lang` and
    `direction` are those of the school's first language, `languages` all it uses, for search.
    `logo` is an address of the output, or "". `sections` are the words of the header with their
    addresses, in order: "exhibition", "works", "graduate-profile"; "about" follows from the
    school's pages. `words` replaces `SHELL_WORDS` one by one, `translations` does so by language.
    `inks` and `inks_night` are CSS declarations of the school's pair.
    """

    name: str
    edition: str = "public"
    lang: str = "en"
    direction: str = "ltr"
    languages: tuple[str, ...] = ()
    url: str = ""
    indexed: bool = False
    logo: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    inks: str = ""
    inks_night: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def words_in(self, lang: str) -> dict[str, str]:
        """The shell's words for a page in this language; what is not translated falls back."""
        near = self.translations.get(lang) or self.translations.get(lang.partition("-")[0]) or {}
        return {**SHELL_WORDS, **self.words, **near}

    @property
    def root(self) -> str:
        """The path that the site stands under on its host, with slashes at both ends."""
        path = urlsplit(self.url).path.strip("/")
        return f"/{path}/" if path else "/"


@dataclass(frozen=True, slots=True)
class SchoolLinks:
    """The school's own pages that the shell links to: addresses of the output, or ""."""

    about: str = ""
    accessibility: str = ""
    privacy: str = ""
