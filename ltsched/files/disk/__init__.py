"""What every format needs: reading text, writing whole files, one writer at a time, the clock."""
