import logging


def first():
    try:
        work()
    except:
        # ruleid: python.swallowed-error
        pass


def second():
    try:
        work()
    # ruleid: python.swallowed-error
    except Exception:
        pass


def third():
    try:
        work()
    # ruleid: python.swallowed-error
    except Exception as error:
        pass


def with_an_end():
    try:
        work()
    # ruleid: python.swallowed-error
    except BaseException:
        ...
    finally:
        done()


def in_a_loop(items):
    for item in items:
        try:
            work(item)
        except:
            # ruleid: python.swallowed-error
            continue


def fourth():
    try:
        work()
    # ok: python.swallowed-error
    except FileNotFoundError:
        pass


def fifth():
    try:
        work()
    # ok: python.swallowed-error
    except Exception:
        logging.exception("work failed")


def sixth():
    # ok: python.swallowed-error
    try:
        work()
    finally:
        done()


def one_in_a_loop(items):
    for item in items:
        try:
            work(item)
        # ok: python.swallowed-error
        except Exception:
            continue
