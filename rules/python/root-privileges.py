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


def run_job(docker_client, image):
    # ruleid: python.root-privileges
    return docker_client.containers.run(image, privileged=True, remove=True)


def run_job_narrow(docker_client, image):
    # ok: python.root-privileges
    return docker_client.containers.run(image, privileged=False, read_only=True)
