"""Tests of decks that are being written."""
