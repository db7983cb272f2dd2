"""Dateline reads reporting about attacks and keeps a sourced incident record."""

__version__ = "0.1.0"
