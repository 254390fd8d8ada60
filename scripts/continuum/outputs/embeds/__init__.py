"""Pieces that other sites show."""
