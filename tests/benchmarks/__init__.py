"""Figures against the budgets; all with `python3 dev.py bench`, one with `python -m tests.benchmarks.NAME`."""
