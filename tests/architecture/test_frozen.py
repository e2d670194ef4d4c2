"""Frozen dataclasses of ours are the library's, only sooner made."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from quizapp import frozen


def classes(made: Any, *, slots: bool) -> tuple[Any, Any]:
    @made(frozen=True, slots=slots)
    class Layer:
        """A layer."""

        kind: ClassVar[str] = "any"
        units: int
        sizes: tuple[int, ...] = (1,)
        notes: list[str] = field(default_factory=list)
        read: object = field(default=None, repr=False, compare=False)

    @made(frozen=True, slots=slots)
    class Window(Layer):
        """A layer with a window."""

        sizes: tuple[int, ...] = (3, 3)
        stride: int = 1

        def __post_init__(self) -> None:
            if self.stride < 1:
                raise ValueError("stride")

        def __repr__(self) -> str:
            return f"Window {self.sizes}"

    return Layer, Window


def both(*, slots: bool) -> tuple[Any, Any]:
    return classes(frozen._made, slots=slots), classes(dataclasses.dataclass, slots=slots)


BOTH = [pytest.param(*both(slots=slots), id=f"slots={slots}") for slots in (True, False)]


@pytest.mark.parametrize(("ours", "theirs"), BOTH)
def test_what_is_made_has_the_same_fields_arguments_and_slots(
    ours: tuple[Any, ...], theirs: tuple[Any, ...]
) -> None:
    for our, their in zip(ours, theirs, strict=True):
        our(1)  # its arguments are known once there is one
        assert is_dataclass(our) == is_dataclass(their)
        assert [each.name for each in fields(our)] == [each.name for each in fields(their)]
        assert [each.default for each in fields(our)] == [each.default for each in fields(their)]
        assert [*inspect.signature(our).parameters] == [*inspect.signature(their).parameters]
        assert our.__match_args__ == their.__match_args__
        assert getattr(our, "__slots__", None) == getattr(their, "__slots__", None)
        assert our.__qualname__ == their.__qualname__
        assert our.__doc__ == their.__doc__


@pytest.mark.parametrize(("ours", "theirs"), BOTH)
def test_what_is_made_is_compared_hashed_and_described_the_same(
    ours: tuple[Any, ...], theirs: tuple[Any, ...]
) -> None:
    for layer, window in (ours, theirs):
        one = layer(4, (2,), ["a"], read="this")
        assert one == layer(4, (2,), ["a"], read="that")
        assert one != layer(5, (2,), ["a"])
        assert window(4) != layer(4, (3, 3))
        assert hash(layer(4, (2,), ())) == hash(layer(4, (2,), (), read=1))
        assert repr(one).endswith("Layer(units=4, sizes=(2,), notes=['a'])")
        assert repr(window(4)) == "Window (3, 3)"
        assert layer(1).notes is not layer(1).notes
        assert replace(window(4), stride=2) == window(4, stride=2)
        assert copy.deepcopy(one) == one
        assert dataclasses.asdict(layer(4)) == {
            "units": 4, "sizes": (1,), "notes": [], "read": None,
        }  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs"), BOTH)
def test_what_is_made_refuses_to_be_changed_and_what_does_not_fit(
    ours: tuple[Any, ...], theirs: tuple[Any, ...]
) -> None:
    for layer, window in (ours, theirs):
        with pytest.raises(FrozenInstanceError):
            layer(4).units = 5
        with pytest.raises(FrozenInstanceError):
            del layer(4).units
        with pytest.raises(TypeError, match="units"):
            layer()
        with pytest.raises(TypeError, match="unknown"):
            layer(4, unknown=1)
        with pytest.raises(ValueError, match="stride"):
            window(4, stride=0)


def test_the_first_that_is_made_may_be_of_a_class_below() -> None:
    layer, _ = classes(frozen._made, slots=True)

    class Named(layer):  # type: ignore[misc, valid-type]
        def __init__(self, name: str) -> None:
            super().__init__(len(name))

    assert (Named("abc").units, layer(4).units) == (3, 4)


@frozen._made(frozen=True, slots=True)
class _Kept:
    """At the top of a module, where pickle finds it."""

    number: int
    text: str


def test_what_has_slots_can_be_pickled() -> None:
    kept: Any = _Kept
    assert pickle.loads(pickle.dumps(kept(3, "b"))) == kept(3, "b")  # noqa: S301 # our own
