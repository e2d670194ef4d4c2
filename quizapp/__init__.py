"""A terminal gym for neural-network architecture.

Importing this package imports nothing else: every room is imported by the verb that needs it.
"""

__version__ = "0.1.0"
