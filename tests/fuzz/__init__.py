"""Anything at all into what reads foreign text: data or a typed error, never another one."""
