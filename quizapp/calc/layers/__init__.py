"""Every layer that can be written, each in the file of its family.

To add one: a class with its shape, parameters and MACs in the file where it belongs, its kind in
that file's ``KINDS`` and its name in the table here, the tensors it allocates and the windows it
takes in ``calc/proof``, and rows of torch's own numbers in ``tests/calc``.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from quizapp.calc.layers.layer import REQUIRED, Kind, Layer, Shape, as_written
from quizapp.on_demand import Table

_FAMILIES: Mapping[str, str] = {
    "convolution": "Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d",
    "pooling": (
        "MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d "
        "AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d "
        "AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d "
        "MaxUnpool1d MaxUnpool2d MaxUnpool3d LPPool1d LPPool2d LPPool3d"
    ),
    "normalization": (
        "BatchNorm1d BatchNorm2d BatchNorm3d InstanceNorm1d InstanceNorm2d InstanceNorm3d "
        "GroupNorm LayerNorm RMSNorm LocalResponseNorm"
    ),
    "padding": (
        "ConstantPad1d ConstantPad2d ConstantPad3d ZeroPad1d ZeroPad2d ZeroPad3d "
        "ReflectionPad1d ReflectionPad2d ReflectionPad3d "
        "ReplicationPad1d ReplicationPad2d ReplicationPad3d "
        "CircularPad1d CircularPad2d CircularPad3d"
    ),
    "shuffling": "PixelShuffle PixelUnshuffle ChannelShuffle Unfold Fold Unflatten",
    "embedding": "Embedding EmbeddingBag",
    "resampling": "Upsample UpsamplingNearest2d UpsamplingBilinear2d",
    "activations": "PReLU GLU Softmax LogSoftmax Softmin Softmax2d",
    "dense": "Linear Flatten flatten",
    "learned": "Parameter",
    "elementwise": (
        "Identity ReLU ReLU6 LeakyReLU ELU SELU CELU GELU SiLU Mish Sigmoid LogSigmoid Tanh "
        "Tanhshrink Softsign Hardsigmoid Hardswish Hardtanh Hardshrink Softshrink Softplus "
        "Threshold RReLU relu sigmoid tanh "
        "Dropout Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout"
    ),
    "lazy": (
        "LazyConv1d LazyConv2d LazyConv3d "
        "LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d "
        "LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d "
        "LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d LazyLinear"
    ),
    "functional": "interpolate pad",
    "joining": "add mul cat stack",
    "multiplying": "matmul scaled_dot_product_attention Bilinear",
    "rearranging": "permute reshape expand transpose squeeze unsqueeze",
    "taking": "narrow chunk split mean",
    "attention": "MultiheadAttention TransformerEncoderLayer TransformerDecoderLayer",
    "recurrent": "RNN LSTM GRU RNNCell LSTMCell GRUCell",
}
"""The file of each family, and the layers in it by the names that they are written with."""


def kinds_in(family: str) -> Mapping[str, Kind]:
    """The layers of a family, its file read: most networks are made of three or four."""
    return {kind.name: kind for kind in import_module(f"{__name__}.{family}").KINDS}


KINDS: Mapping[str, Kind] = Table(_FAMILIES, kinds_in)
"""By the name a layer is written with: a class of ``torch.nn``, or a function of torch."""


def build_layer(name: str, args: Sequence[Any], keywords: Mapping[str, Any]) -> Layer:
    """The layer that the call of ``name`` describes. Raises NetworkError as torch would refuse."""
    return KINDS[name].layer(args, keywords)


__all__ = ["KINDS", "REQUIRED", "Kind", "Layer", "Shape", "as_written", "build_layer", "kinds_in"]
