"""Specs to a deck: figures joined, numbers in words, references resolved."""
