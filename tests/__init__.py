"""The tests of ltsched; they mirror the package."""
