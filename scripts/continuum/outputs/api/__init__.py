"""The data that developers get: what documents hold (`shape`), how they are filled (`fill`), how
the page explains them (`fields`), and where they stand (`files`).
"""
