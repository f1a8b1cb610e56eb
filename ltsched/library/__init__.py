"""What `import ltsched` offers, a file for each task. The command line does its work with the same calls."""
