import re

USERNAME = re.compile(r"^\w{3,20}")
WHOLE = re.compile(r"^\w{3,20}\Z")


def is_hostname(name):
    # ruleid: python.form-checked-in-part
    return bool(re.match(r"[a-z0-9.-]+", name))


def is_valid_username(name):
    # ruleid: python.form-checked-in-part
    return USERNAME.match(name) is not None


def validate_slug(slug):
    # ruleid: python.form-checked-in-part
    return re.match("^[a-z][a-z0-9-]*", slug)


def check_file_name(name):
    # ruleid: python.form-checked-in-part
    return re.match(r"^\w+\.[a-z]{2,4}", name) is not None


def is_valid_slug(slug):
    # ok: python.form-checked-in-part
    return bool(re.fullmatch(r"[a-z0-9-]+", slug))


def is_valid_name(name):
    # ok: python.form-checked-in-part
    return re.match(r"^[a-z]+$", name) is not None


def is_whole(name):
    # ok: python.form-checked-in-part
    return WHOLE.match(name) is not None


def is_heading(line):
    # ok: python.form-checked-in-part
    return bool(re.match(r"#+", line))


def is_valid_line(line):
    # ok: python.form-checked-in-part
    return bool(re.match(r"[a-z]+:.*", line))


def parse_number(text):
    # ok: python.form-checked-in-part
    return re.match(r"\d+", text)
