"""Decisions that both ends take: pure functions of plain values."""
