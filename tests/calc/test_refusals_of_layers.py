"""Norms, paddings, resampling and rearranging layers that torch refuses, and in which words."""

import pytest

from tests.calc.test_refusals import refused, with_layers

AT_CONSTRUCTION = [
    ("BatchNorm2d(8, bias=1)", "needs True or False for `bias`, not 1"),
    ("InstanceNorm2d(0)", "needs `num_features` of at least 1, not 0"),
    ("GroupNorm(3, 8)", "needs `num_channels` divisible by num_groups=3, not 8"),
    ("LayerNorm(())", "needs at least one number for `normalized_shape`"),
    ("LayerNorm((4, 0))", "needs `normalized_shape` of at least 1, not 0"),
    ("LayerNorm(4, bias=None)", "needs True or False for `bias`, not None"),
    ("RMSNorm('4')", "needs a whole number for `normalized_shape`, not '4'"),
    ("LocalResponseNorm(0)", "needs `size` of at least 1, not 0"),
    ("PReLU(0)", "needs `num_parameters` of at least 1, not 0"),
    ("GLU('rows')", "needs a whole number for `dim`, not 'rows'"),
    ("Softmax(1.5)", "needs a whole number for `dim`, not 1.5"),
    ("ZeroPad2d((1, 2))", "needs 4 numbers for `padding`, not 2"),
    ("ReflectionPad1d(0.5)", "needs a whole number for `padding`, not 0.5"),
    ("CircularPad2d()", "needs `padding`"),
    ("Upsample(0)", "needs `size` of at least 1, not 0"),
    ("Upsample(scale_factor=0)", "needs numbers above 0 for `scale_factor`, not 0"),
    ("Upsample(scale_factor=(2, True))", "needs numbers above 0 for `scale_factor`, not True"),
    ("Upsample(scale_factor='2')", "needs numbers above 0 for `scale_factor`, not '2'"),
    ("Upsample(2, align_corners=1)", "needs True or False for `align_corners`, not 1"),
    ("UpsamplingNearest2d(2, mode='area')", "has no argument `mode`"),
    ("PixelShuffle(0)", "needs `upscale_factor` of at least 1, not 0"),
    ("PixelUnshuffle(-1)", "needs `downscale_factor` of at least 1, not -1"),
    ("ChannelShuffle(0)", "needs `groups` of at least 1, not 0"),
    ("Unfold(0)", "needs `kernel_size` of at least 1, not 0"),
    ("Fold(4)", "needs `kernel_size`"),
    ("Fold((4, 4, 4), 2)", "needs 2 numbers for `output_size`, not 3"),
    ("Unflatten(1, 6)", "needs a list of sizes for `unflattened_size`"),
    ("Unflatten(1, (2, None))", "needs a whole number for `unflattened_size`, not None"),
    ("MaxUnpool2d(2, 0)", "needs `stride` of at least 1, not 0"),
    ("LPPool2d(0, 2)", "needs a number other than 0 for `norm_type`, not 0"),
    ("LPPool1d(True, 2)", "needs a number other than 0 for `norm_type`, not True"),
    ("LPPool2d(2)", "needs `kernel_size`"),
    ("Embedding(10)", "needs `embedding_dim`"),
    ("Embedding(10, 3, padding_idx=10)", "has 10 vectors, and none with the index 10"),
    ("EmbeddingBag(10, 3, padding_idx=-11)", "has 10 vectors, and none with the index -11"),
    ("EmbeddingBag(10, 3, sparse=2)", "needs True or False for `sparse`, not 2"),
]


@pytest.mark.parametrize(("call", "said"), AT_CONSTRUCTION)
def test_a_layer_torch_would_not_make_is_refused_with_its_call(call: str, said: str) -> None:
    error = refused(with_layers(f"ReLU(), {call}"))
    assert str(error) == f"`{call}` {said}"


ON_BATCH = "would work on the batch; axis 1 is the channels"
CORNERS = "has no corners to align in mode nearest"
AT_WORK = [
    ("InstanceNorm2d(4, affine=True)", (8, 6, 6), "expects 4 channels and gets 8"),
    ("InstanceNorm2d(8)", (8, 6), "expects a shape of 3 numbers and gets 8×6"),
    ("InstanceNorm1d(8)", (8, 1), "needs more than one number in each channel of 8×1"),
    ("GroupNorm(2, 8)", (6, 4), "expects 8 channels and gets 6"),
    ("GroupNorm(4, 8, affine=False)", (6, 4),
     "needs `channels` divisible by num_groups=4, not 6"),
    ("LayerNorm((6, 4))", (8, 6, 6), "normalizes 6×4 and gets 8×6×6"),
    ("RMSNorm((8, 6, 6))", (6, 6), "normalizes 8×6×6 and gets 6×6"),
    ("LocalResponseNorm(5)", (8,), "expects a shape of 3 numbers and gets 8"),
    ("PReLU(4)", (8, 6), "expects 4 channels and gets 8"),
    ("GLU()", (8, 5), "halves axis -1, which must be even and is 5"),
    ("GLU(0)", (8, 6), ON_BATCH),
    ("GLU(3)", (8, 6), "has no axis 3: with the batch there are 3"),
    ("Softmax(0)", (8, 6), ON_BATCH),
    ("Softmax()", (8, 6), ON_BATCH),
    ("LogSoftmax(-4)", (8, 6), "has no axis -4: with the batch there are 3"),
    ("Softmax2d()", (8, 6), "expects a shape of 3 numbers and gets 8×6"),
    ("ZeroPad1d((-4, 0))", (8, 3), "cannot cut 4 pixels off 3"),
    ("ConstantPad1d((-4, 3), 0)", (8, 3), "cannot cut 4 pixels off 3"),
    ("ZeroPad2d(1)", (8,), ON_BATCH),
    ("ZeroPad3d(1)", (8,), "expects a shape of 4 numbers and gets 8"),
    ("ReflectionPad2d((0, 3, 0, 0))", (8, 6, 3), "cannot pad 3 pixels by 3 in mode reflect"),
    ("CircularPad1d(4)", (8, 3), "cannot pad 3 pixels by 4 in mode circular"),
    ("CircularPad1d(-2)", (8, 3), "leaves nothing of 8×3: the result would be 8×-1"),
    ("ReplicationPad1d((-3, 0))", (8, 3), "leaves nothing of 8×3: the result would be 8×0"),
    ("ReplicationPad2d(1)", (8, 3), "expects a shape of 3 numbers and gets 8×3"),
    ("Upsample()", (8, 6), "needs either `size` or `scale_factor`"),
    ("Upsample(3, 2)", (8, 6), "needs either `size` or `scale_factor`"),
    ("Upsample(3, align_corners=False)", (8, 6), CORNERS),
    ("Upsample(3, recompute_scale_factor=True)", (8, 6),
     "has no scale factor to recompute: `size` is given"),
    ("Upsample(3, mode='lanczos')", (8, 6, 6),
     ("knows nearest, linear, bilinear, bicubic, trilinear, area, nearest-exact for `mode`, "
      "not 'lanczos'")),
    ("Upsample(3, mode='bilinear')", (8, 6), "works in mode bilinear on 2 axes and gets 8×6"),
    ("Upsample(3)", (8,), "works in mode nearest on 1–3 axes and gets 8"),
    ("Upsample((3, 3))", (8, 6), "needs 1 numbers for `size`, not 2"),
    ("Upsample(scale_factor=(3, 3))", (8, 6), "needs 1 numbers for `scale_factor`, not 2"),
    ("UpsamplingBilinear2d(3)", (8, 6), "works in mode bilinear on 2 axes and gets 8×6"),
    ("PixelShuffle(2)", (6, 4, 4), "needs channels divisible by 2·2, not 6"),
    ("PixelShuffle(2)", (8, 4), "expects a shape of 3 numbers and gets 8×4"),
    ("PixelUnshuffle(2)", (8, 4, 5), "needs height and width divisible by 2, not 5"),
    ("ChannelShuffle(3)", (8, 4), "needs `channels` divisible by groups=3, not 8"),
    ("ChannelShuffle(2)", (8,), "expects a shape of 3 numbers and gets 8"),
    ("Unfold((2, 1), dilation=2)", (8, 1, 4),
     "leaves nothing of 1×4: the result would be -1×4"),
    ("Unfold(2)", (8, 4), "expects a shape of 3 numbers and gets 8×4"),
    ("Fold(3, 2)", (6, 4), "needs columns of 4 numbers a channel, not 6 in all"),
    ("Fold((3, 4), 2)", (8, 5), "takes 6 columns for a map of 3×4 and gets 5"),
    ("Fold(3, 2)", (8,), "expects a shape of 2 numbers and gets 8"),
    ("Unflatten(1, (2, 3))", (8, 4), "cannot split 8 into (2, 3)"),
    ("Unflatten(1, (3, -1))", (8, 4), "cannot split 8 into (3, -1)"),
    ("Unflatten(1, (-1, -1))", (8, 4), "cannot split 8 into (-1, -1)"),
    ("Unflatten(1, (-2, -4))", (8, 4), "cannot split 8 into (-2, -4)"),
    ("Unflatten(1, ())", (8, 4), "cannot split 8 into ()"),
    ("Unflatten(0, (2, 1))", (8, 4), ON_BATCH),
    ("MaxUnpool2d(2, padding=3)", (8, 1, 1),
     "leaves nothing of 8×1×1: the result would be 8×-4×-4"),
    ("LPPool3d(2, 3)", (8, 2, 4, 4), "is larger than the map: kernel 3 on 2"),
    ("EmbeddingBag(9, 2, mode='min')", (8,), "knows sum, mean, max for `mode`, not 'min'"),
    ("EmbeddingBag(9, 2, mode='max', sparse=True)", (8,),
     "cannot scale gradients by frequency, or make them sparse, in mode max"),
    ("EmbeddingBag(9, 2)", (8, 4),
     "expects a shape of 1 numbers and gets 8×4; shapes are written without the batch"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "shape", "reason"), AT_WORK)
def test_a_layer_torch_would_not_run_is_refused_with_number_and_figures(
    call: str, shape: tuple[int, ...], reason: str
) -> None:
    error = refused(with_layers("Identity()", call, shape=shape))
    assert str(error) == f"layer 2: `{call}` {reason}"
    assert error.path == ("layers", 1)


def test_zeros_cannot_be_put_around_nothing() -> None:
    gone = ("ZeroPad1d((-6, 0))", "ReflectionPad1d(0)")
    assert str(refused(with_layers(*gone, shape=(8, 6)))).endswith(
        "cannot work on an empty map: 8×0"
    )
