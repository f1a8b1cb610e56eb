"""The rules, one file each, as constraints: they mirror those of `ltsched.domain.rules`.

Every file here is loaded with this package, so that `post` finds the model of each rule by its type.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

__all__: list[str] = []

for _module in pkgutil.walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)
