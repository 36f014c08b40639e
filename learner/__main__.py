"""Lets `python -m learner` start the program from a checkout."""

from learner.cli import main

if __name__ == "__main__":
    main()
