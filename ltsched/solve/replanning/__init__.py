"""Planning again, so that as little as possible moves."""
