"""What the app works out on the phone: one definition in Python, two runtimes.

A logic module (``opening``, ``country``) holds pure functions over plain dicts, lists, strings
and numbers. Python calls them at build time and in tests; ``pwa_app.logic.javascript`` compiles
the same source to an ES module with PScript, and property tests hold that both give the same
answer. The clock, the time zone and storage are never read here: they come in as arguments.

To write a logic function:

1. Put it in a module of this package, with types and a docstring. Name it in ``__all__`` to
   export it; functions left out of ``__all__`` stay private to the compiled module.
2. Name the module in ``NAMES`` in ``javascript.py``.
3. Keep to the subset below. What can be seen to be wrong stops the build with file, line,
   function and reason (``subset.py``).
4. Add a two-runtime property test in ``tests/logic`` with the ``in_browser`` fixture.

The subset, beside plain expressions, ``if``, ``for``, ``while`` and list comprehensions:

* Read a dict with ``d.get(key)`` and test ``d.get(key) is None``; never ``key in d``. Keys are
  strings. A key that a person typed needs a prefix (``"own:" + word``): JavaScript treats the
  key ``__proto__`` specially. Keys that look like whole numbers change the order of a dict.
* ``a - b * (a // b)`` for a remainder, ``(2 * a + b) // (2 * b)`` for rounding, ``len(xs) - n``
  for a slice from the end, a loop for a sum, ``sorted(xs, key=...)`` with a number or a string
  as key.
* ``text.split(",")`` with its separator; ``in`` only on a name annotated, or written, as a list,
  tuple or string.
* ``while`` and the ``if`` of a comprehension take a comparison, or a function of the module that
  is annotated ``-> bool``: an empty list is true in JavaScript there.
* Arguments by position. No ``match``, dict or set comprehensions, generators, classes,
  ``try``, ``with``, imports (but ``typing`` and ``__future__``) or format specifications.
* The types must match before ``==``: JavaScript finds ``1`` and ``"1"`` equal. Numbers are
  doubles: whole numbers are exact to 2**53, and a float with a whole value prints without
  ``.0``. A missing index or key is no error in JavaScript, and neither is a division by zero:
  test first.

Beside the compiled modules, ``browser/`` holds what only the platform knows (the wall clock of
a time zone, letters without their accents). ``zones`` and ``javascript`` run at build time only.
"""
