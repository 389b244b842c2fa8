"""The configuration that MkDocs and Material are given: the school's `mkdocs.yml`, made safe.

What a school may choose stays: palette, features inside a page, icons, extensions, plugins. What
would reach out to another host, move the output or break the shell is set by us.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search import LangOption
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import get_theme_dir

from generator.errors import ExhibitError
from generator.layout import MKDOCS
from generator.site.face import SiteFace

_EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]
_BREAKING = ("navigation.", "header.", "toc.", "announce.", "search.share")
_REACHING_OUT = ("analytics", "consent", "version", "alternate", "social", "polyfills", "homepage", "scope")
_OUT_OF_REACH = ("pymdownx.snippets", "pymdownx.b64")
"""Extensions that put any file of the machine into a page."""


def load_config(school: Path, face: SiteFace, theme_dirs: Sequence[Path], source: Path, target: Path) -> tuple[MkDocsConfig, str]:
    """Load the configuration for a school, and a sentence on what was wrong with its file, or "".

    `theme_dirs` are laid over Material, the first on top. `source` is the folder of Markdown and
    `target` the folder that MkDocs writes. A file that cannot be used gives the built-in one.
    """
    chosen, wrong = _read_chosen(school)
    for settings in (chosen, {}):
        config = MkDocsConfig(config_file_path=str(school / MKDOCS))
        config.load_dict(_make_settings(settings, face, source, target))
        try:
            errors, _ = config.validate()
        except (ConfigurationError, ValidationError, TypeError, AttributeError, ImportError) as error:
            errors = [(MKDOCS, error)]
        if not errors:
            break
        key, error = errors[0]
        wrong = f"The setting {key} cannot be used: {str(error).rstrip('.')}. The built-in settings were used instead."
    else:
        raise ExhibitError(f"MkDocs does not accept the built-in settings: {wrong} Install the versions that Exhibit asks for.")
    config.theme.dirs[:0] = [str(folder) for folder in theme_dirs if folder.is_dir()]
    _prefix_ids(config)
    return config, wrong


def _read_chosen(school: Path) -> tuple[dict[str, Any], str]:
    """Read what a school chose, with a sentence where the file cannot be used."""
    path = school / MKDOCS
    if path.is_symlink():
        return {}, "This file is a link. Put the file itself here; the built-in settings were used instead."
    if not path.is_file():
        return {}, ""
    chosen: dict[str, Any] = {}
    config = MkDocsConfig(config_file_path=str(path))
    config.load_dict = chosen.update  # type: ignore[method-assign]
    try:
        with path.open("rb") as file:
            config.load_file(file)
    except (ConfigurationError, ValueError, OSError, TypeError, RecursionError) as error:
        return {}, f"This file cannot be read as YAML: {' '.join(str(error).split())}. The built-in settings were used instead."
    return chosen, ""


def _make_settings(chosen: Mapping[str, Any], face: SiteFace, source: Path, target: Path) -> dict[str, Any]:
    """Make the settings for MkDocs from what a school chose."""
    extra = chosen.get("extra") if isinstance(chosen.get("extra"), dict) else {}
    extensions = chosen.get("markdown_extensions", _EXTENSIONS)
    kept = ("nav", "hooks", "extra_css", "extra_javascript", "exclude_docs", "draft_docs", "not_in_nav", "validation")
    return {
        **{key: chosen[key] for key in kept if key in chosen},
        "site_name": face.name or "School",
        "docs_dir": str(source),
        "site_dir": str(target),
        "use_directory_urls": False,
        "strict": False,
        "theme": _make_theme(chosen.get("theme"), face),
        "plugins": _make_plugins(chosen.get("plugins"), face),
        "markdown_extensions": _drop(extensions, _OUT_OF_REACH),
        "extra": {**{key: value for key, value in extra.items() if key not in _REACHING_OUT}, "generator": False},
    }


def _drop(chosen: Any, names: tuple[str, ...]) -> Any:
    """Leave out the extensions of these names from a list or a map of extensions."""
    if isinstance(chosen, dict):
        return {key: value for key, value in chosen.items() if key not in names}
    if isinstance(chosen, list):
        return [one for one in chosen if (next(iter(one)) if isinstance(one, dict) and one else one) not in names]
    return chosen


def _make_theme(chosen: Any, face: SiteFace) -> dict[str, Any]:
    """Make the theme's settings: Material, no fonts from elsewhere, nothing that fights the shell."""
    theme = dict(chosen) if isinstance(chosen, dict) else {}
    for key in ("custom_dir", "logo", "static_templates"):
        theme.pop(key, None)
    features = theme["features"] if isinstance(theme.get("features"), list) else []
    words = face.words_in(face.lang)
    theme.setdefault("palette", _make_palette(words))
    theme.setdefault("language", find_language(face.lang))
    return {
        **theme,
        "name": "material",
        "font": False,
        "features": [one for one in features if isinstance(one, str) and not one.startswith(_BREAKING)],
    }


def _make_palette(words: Mapping[str, str]) -> list[dict[str, Any]]:
    """Make the three palettes: as the device is set, light, dark."""
    rows = (
        ("(prefers-color-scheme)", "default", "material/brightness-auto", "palette_auto"),
        ("(prefers-color-scheme: light)", "default", "material/weather-sunny", "palette_light"),
        ("(prefers-color-scheme: dark)", "slate", "material/weather-night", "palette_dark"),
    )
    return [
        {"media": media, "scheme": scheme, "primary": "custom", "accent": "custom", "toggle": {"icon": icon, "name": words[word]}}
        for media, scheme, icon, word in rows
    ]


def _make_plugins(chosen: Any, face: SiteFace) -> Any:
    """Make the list of plugins: what the school chose, and always Material's search."""
    if isinstance(chosen, dict):
        plugins: list[Any] = [{name: options or {}} for name, options in chosen.items()]
    else:
        plugins = list(chosen) if isinstance(chosen, list) else []
    names = [next(iter(one)) if isinstance(one, dict) and one else one for one in plugins]
    plugins = [one for one, name in zip(plugins, names, strict=True) if name not in ("offline", "material/offline")]
    if "search" not in names and "material/search" not in names:
        plugins.insert(0, "search")
    languages = _search_languages(face)
    return [{"search": {"lang": languages}} if one == "search" and languages else one for one in plugins]


def _search_languages(face: SiteFace) -> list[str]:
    """The school's languages that the search knows how to stem; empty leaves it to Material."""
    known = LangOption()
    found = ("en" if lang == "en" else known.get_lunr_supported_lang(lang) for lang in (face.languages or (face.lang,)))
    return list(dict.fromkeys(lang for lang in found if lang))


def find_language(lang: str) -> str:
    """Find the nearest language that Material is translated to; English where there is none."""
    folder = material_folder() / "partials" / "languages"
    for name in (lang, lang.partition("-")[0]):
        if name and "/" not in name and (folder / f"{name}.html").is_file():
            return name
    return "en"


@cache
def material_folder() -> Path:
    """The folder of Material's templates and assets."""
    return Path(get_theme_dir("material"))


def _slug(text: str, separator: str) -> str:
    """Turn a heading into an id: letters of any script, digits, and the separator."""
    return re.sub(rf"[{separator}\s]+", separator, re.sub(r"[^\w\s-]", "", text).strip().lower())


def _prefix_ids(config: MkDocsConfig) -> None:
    """Give every heading's id a prefix, so that none can take the place of an element of the shell."""
    options = config.mdx_configs.setdefault("toc", {})
    inner = options.get("slugify") or _slug
    options["slugify"] = lambda text, separator: f"s-{inner(text, separator)}"
    if "toc" not in config.markdown_extensions:
        config.markdown_extensions.append("toc")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep MkDocs and its plugins from printing; what matters is returned, never logged."""
    loggers = [logging.getLogger(name) for name in ("mkdocs", "material")]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.setLevel(level)
            logger.propagate = propagate
