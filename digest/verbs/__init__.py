"""What each verb of the command does: a module a verb, whose `run` takes the parsed arguments.

In: parsed arguments. Out: an exit status.
"""
