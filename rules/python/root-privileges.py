import os


def elevate():
    # ruleid: python.root-privileges
    os.setuid(0)


def back():
    # ruleid: python.root-privileges
    os.seteuid(0)


def late(user, group):
    os.setuid(user)
    # ruleid: python.root-privileges
    os.setgid(group)


def drop(user, group):
    os.setgroups([])
    # ok: python.root-privileges
    os.setgid(group)
    # ok: python.root-privileges
    os.setuid(user)


def check():
    # ok: python.root-privileges
    return os.getuid() == 0
