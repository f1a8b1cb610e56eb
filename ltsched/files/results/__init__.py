"""The files of a result that programs read, and ltsched itself again."""
