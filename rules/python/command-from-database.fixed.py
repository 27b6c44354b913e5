import os
import shlex
import subprocess


def rebuild_all(db):
    for (name,) in db.execute("SELECT name FROM repositories"):
        # ruleid: python.command-from-database
        subprocess.run(f"git -C /srv/git/{shlex.quote(name)} gc", shell=True, check=True)


def rebuild_one(cursor, number):
    cursor.execute("SELECT name FROM repositories WHERE id = %s", (number,))
    row = cursor.fetchone()
    # ruleid: python.command-from-database
    os.system("git gc " + row[0])
    # ok: python.command-from-database
    subprocess.run(["git", "gc", row[0]], check=True)


def rebuild_named(cursor):
    for row in cursor.fetchall():
        # ruleid: python.command-from-database
        subprocess.getoutput("git gc %s" % row["name"])
        # ok: python.command-from-database
        subprocess.getoutput("git gc %s" % shlex.quote(row["name"]))
        # ok: python.command-from-database
        subprocess.getoutput("renice 5 %s" % row["pid"])


def rebuild_numbered(cursor):
    for row in cursor.fetchall():
        # ok: python.command-from-database
        os.system(f"rebuild --number {int(row['number'])}")
