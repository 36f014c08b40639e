"""Figures against the budgets of docs/budgets.md; run all with `python3 dev.py bench`, one with `python -m tests.benchmarks.NAME`."""
