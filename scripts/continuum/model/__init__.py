"""What a level of care is: the typed shape of `levels.yaml`."""

import os

# No plugin has a say in what a file means, and to look for some takes time at every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
