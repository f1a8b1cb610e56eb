"""Workbooks and tables that a spreadsheet opens."""
