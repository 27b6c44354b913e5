"""A name in the database runs a program (a real shell and SQLite)."""
import os
import sqlite3

RULE = "python.command-from-database"


def run(program, name):
    with sqlite3.connect("files.db") as database:
        database.execute("CREATE TABLE IF NOT EXISTS files (name TEXT)")
        database.execute("DELETE FROM files")
        database.execute("INSERT INTO files VALUES (?)", (name,))
    return program.count()


def good(program):
    with open("a.txt", "w") as file:
        file.write("12345")
    return run(program, "a.txt")


def attack(program):
    run(program, "x; touch taken")
    return os.path.exists("taken") or None
