"""`python -m ltsched` is the same as `ltsched`."""

from ltsched.cli import main

if __name__ == "__main__":
    main()
