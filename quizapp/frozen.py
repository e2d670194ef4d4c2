"""Frozen dataclasses, made in a seventh of the time.

Until Python 3.13 ``dataclasses.dataclass`` compiles each of six methods by itself: 0.43 ms a class
where :func:`_made` takes 0.06. The first question comes to 110 classes, and is to be on the screen
in half as long again as Textual takes to say hello (180 ms). From 3.13 on it is the library's own.
"""

import dataclasses
import inspect
import sys
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, cast, get_origin

__all__ = ["dataclass"]

T = TypeVar("T")
_Fields = dict[str, Field[Any]]


def _made(*, frozen: Literal[True], slots: bool = False) -> Callable[[type[T]], type[T]]:  # noqa: ARG001 # the library's face
    """What ``dataclasses.dataclass`` gives, for classes that use of it what ours use.

    Fields may have defaults, factories, and be left out of ``repr`` or comparisons; classes may
    inherit fields and have ``__post_init__``.
    """
    return _with_slots if slots else _in_place


def _in_place(cls: type[T]) -> type[T]:
    fields, own = _fields_of(cls)
    for name, field in own.items():
        if isinstance(cls.__dict__.get(name), Field):
            if field.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, field.default)
    for name, value in _methods(cls, fields).items():
        setattr(cls, name, value)
    return cls


def _with_slots(cls: type[T]) -> type[T]:
    """Another class in its place: slots cannot be added to one that is there."""
    fields, own = _fields_of(cls)
    inherited = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
    left_out = {*own, "__dict__", "__weakref__"}
    body = {name: value for name, value in cls.__dict__.items() if name not in left_out}
    body |= _methods(cls, fields)
    body |= {"__getstate__": _state, "__setstate__": _take_state}
    body |= {"__slots__": tuple(name for name in fields if name not in inherited)}
    made: Any = type(cls)(cls.__name__, cls.__bases__, body)  # type: ignore[misc] # a metaclass
    made.__qualname__ = cls.__qualname__
    return cast("type[T]", made)


def _fields_of(cls: type) -> tuple[_Fields, _Fields]:
    """All fields, those inherited first, and of them the class's own."""
    fields: _Fields = {}
    for base in reversed(cls.__mro__[1:]):
        fields |= getattr(base, "__dataclass_fields__", {})
    own: _Fields = {}
    for name, annotation in inspect.get_annotations(cls).items():
        if not _is_of_the_class(annotation):
            own[name] = _field(name, annotation, getattr(cls, name, MISSING))
    return fields | own, own


def _field(name: str, annotation: Any, default: Any) -> Field[Any]:
    if isinstance(default, MemberDescriptorType):
        default = MISSING
    made: Any = default if isinstance(default, Field) else dataclasses.field(default=default)
    made.name, made.type, made.kw_only = name, annotation, False
    # `fields` and `replace` look for it.
    made._field_type = dataclasses._FIELD  # type: ignore[attr-defined] # noqa: SLF001 # until 3.13
    return cast("Field[Any]", made)


def _is_of_the_class(annotation: object) -> bool:
    if isinstance(annotation, str):
        return annotation.startswith("ClassVar")
    return annotation is ClassVar or get_origin(annotation) is ClassVar


def _methods(cls: type, fields: _Fields) -> dict[str, Any]:
    """What the class does not have from its writer."""
    compared = _getter(*(name for name, field in fields.items() if field.compare))
    shown = [name for name, field in fields.items() if field.repr]

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if type(other) is type(self) else NotImplemented

    def hashed(self: object) -> int:
        return hash(compared(self))

    def described(self: object) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({values})"

    methods: dict[str, Any] = {
        "__init__": _maker(fields, checks=hasattr(cls, "__post_init__")),
        "__repr__": described, "__eq__": equal, "__hash__": hashed,
        "__setattr__": _unset, "__delattr__": _unset,
    }  # fmt: skip
    written = {name for name, value in cls.__dict__.items() if value is not None}
    return {
        "__dataclass_fields__": fields,
        "__match_args__": tuple(fields),
        **{name: value for name, value in methods.items() if name not in written},
    }


def _getter(*names: str) -> Callable[[object], tuple[object, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _maker(fields: _Fields, *, checks: bool) -> Callable[..., None]:
    """The ``__init__``, compiled when the first is made: of most classes a start makes none."""

    def init(self: object, *values: object, **named: object) -> None:
        bases = (base for base in type(self).__mro__ if vars(base).get("__init__") is init)
        owner = next(bases, None)
        made = _compiled(owner or type(self), fields, checks=checks)
        if owner is not None:  # else another thread was sooner
            owner.__init__ = made  # type: ignore[misc]
        made(self, *values, **named)

    return init


def _compiled(owner: type, fields: _Fields, *, checks: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    arguments, lines = ["self"], []
    for name, field in fields.items():
        if field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            arguments.append(f"{name}=_default_{name}")
        elif field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            arguments.append(f"{name}=_missing")
            lines.append(f"if {name} is _missing: {name} = _make_{name}()")
        else:
            arguments.append(name)
        slot = getattr(owner, name, None)
        if isinstance(slot, MemberDescriptorType):  # a third sooner
            known[f"_set_{name}"] = slot.__set__
            lines.append(f"_set_{name}(self, {name})")
        else:
            lines.append(f"_set(self, {name!r}, {name})")
    if checks:
        lines.append("self.__post_init__()")
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(arguments)}):\n {body}", known)  # noqa: S102 # of names alone
    made: Callable[..., None] = known["__init__"]
    return made


def _unset(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"field {name!r} of a {type(self).__qualname__} cannot be changed")


def _state(self: object) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]  # type: ignore[arg-type]


def _take_state(self: object, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):  # type: ignore[arg-type]
        object.__setattr__(self, field.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = dataclasses.dataclass if sys.version_info >= (3, 13) else _made
