import os
import shutil
from pathlib import Path

BASE = "/srv/files"


def read_file(filename):
    # ruleid: python.path-from-parameter
    with open(os.path.join(BASE, filename)) as file:
        return file.read()


def read_text(name):
    # ruleid: python.path-from-parameter
    return open("/srv/texts/" + name).read()


def delete_user_file(username, filename):
    target = os.path.join(BASE, username, filename)
    # ruleid: python.path-from-parameter
    os.remove(target)


def report(report_name):
    path = f"/srv/reports/{report_name}.csv"
    # ruleid: python.path-from-parameter
    return open(path).read()


def checked(filename):
    target = os.path.realpath(os.path.join(BASE, filename))
    if not target.startswith(BASE + os.sep):
        raise ValueError("outside")
    # ok: python.path-from-parameter
    return open(target).read()


def bare(filename):
    # ok: python.path-from-parameter
    return open(os.path.join(BASE, os.path.basename(filename))).read()


def any_file(path):
    # ok: python.path-from-parameter
    return open(path).read()


def numbered(page: int):
    # ok: python.path-from-parameter
    return open(os.path.join(BASE, f"{page}.txt")).read()


def attachment(base_dir, attachment_name):
    path = os.path.join(base_dir, attachment_name)
    # ruleid: python.path-from-parameter
    with open(path, "rb") as file:
        return file.read()


def profile(name):
    # ruleid: python.path-from-parameter
    with open("profiles/" + name + ".json") as file:
        return file.read()


WORK = Path("/srv/work")


def remove_project(project_name):
    # ruleid: python.path-from-parameter
    shutil.rmtree(WORK / project_name)


def read_note(name):
    # ruleid: python.path-from-parameter
    return (WORK / name).read_text()


def remove_checked_project(project_name):
    if project_name not in os.listdir(WORK):
        raise KeyError(project_name)
    # ok: python.path-from-parameter
    shutil.rmtree(WORK / project_name)


def read_bare_note(name):
    # ok: python.path-from-parameter
    return (WORK / os.path.basename(name)).read_text()
