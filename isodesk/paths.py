"""Where isodesk keeps things on this computer: workspace, settings, cache, logs.

`ISODESK_HOME` puts all of them under one folder (a stick, a test).
"""

import os
from pathlib import Path

import appdirs

_NAME = "isodesk"


def _home() -> Path | None:
    home = os.environ.get("ISODESK_HOME")
    return Path(home) if home else None


def default_workspace() -> Path:
    """The workspace used when nobody names another one (decisions 7)."""
    home = _home()
    return home / "workspace" if home else Path(appdirs.user_data_dir(_NAME, False)) / "workspace"


def standards_folder() -> Path:
    """Standards of the user's own, one file each; shared by all workspaces of this user."""
    home = _home()
    return home / "standards" if home else Path(appdirs.user_data_dir(_NAME, False)) / "standards"


def settings_file() -> Path:
    """Preferences of this user on this computer."""
    home = _home()
    folder = home / "config" if home else Path(appdirs.user_config_dir(_NAME, False))
    return folder / "settings.json"


def cache_folder() -> Path:
    """Holds only what can be made again."""
    home = _home()
    return home / "cache" if home else Path(appdirs.user_cache_dir(_NAME, False))


def log_folder() -> Path:
    """Rotating logs and the trace of the last crash."""
    home = _home()
    return home / "log" if home else Path(appdirs.user_log_dir(_NAME, False))
