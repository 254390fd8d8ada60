"""Bytes -> Content, every fault with its line."""
