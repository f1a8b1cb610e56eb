"""What people have settled: fixed times, and the windows that they wish for."""
