"""Modules that nobody has asked anything of yet, though they have been imported."""

import sys
from importlib import import_module
from types import ModuleType


class Deferred(ModuleType):
    """Stands for a module, which is imported when something of it is first asked for."""

    def __getattr__(self, name: str) -> object:
        """Return what the module itself has of this name."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def defer(*names: str) -> None:
    """Have these modules imported only when something of them is asked for, unless they have been imported already."""
    for name in names:
        sys.modules.setdefault(name, Deferred(name))
