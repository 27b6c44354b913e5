import logging


def first():
    # ruleid: python.swallowed-error
    try:
        work()
    except:
        pass


def second():
    # ruleid: python.swallowed-error
    try:
        work()
    except Exception:
        pass


def third():
    # ruleid: python.swallowed-error
    try:
        work()
    except Exception as error:
        pass


def fourth():
    # ok: python.swallowed-error
    try:
        work()
    except FileNotFoundError:
        pass


def fifth():
    # ok: python.swallowed-error
    try:
        work()
    except Exception:
        logging.exception("work failed")


def sixth():
    # ok: python.swallowed-error
    try:
        work()
    finally:
        done()
