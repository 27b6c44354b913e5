from pathlib import Path

ROOT = Path("/srv/files")


def read(relative):
    wanted = ROOT / relative
    # ruleid: python.path-from-parameter
    return wanted.read_bytes()


def write(relative_name, text):
    wanted = ROOT / relative_name
    # ruleid: python.path-from-parameter
    wanted.write_text(text)


def read_inside(relative):
    wanted = (ROOT / relative).resolve()
    if not wanted.is_relative_to(ROOT):
        raise PermissionError("outside")
    # ok: python.path-from-parameter
    return wanted.read_bytes()


def read_last(relative):
    wanted = ROOT / Path(relative).name
    # ok: python.path-from-parameter
    return wanted.read_bytes()
