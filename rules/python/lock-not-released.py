import threading

lock = threading.Lock()
totals = {}


def add(key, value):
    # ruleid: python.lock-not-released
    lock.acquire()
    if key not in totals:
        return
    totals[key] += value
    lock.release()


class Store:
    def __init__(self):
        self._lock = threading.RLock()

    def put(self, key, value):
        # ruleid: python.lock-not-released
        self._lock.acquire()
        self.check(key)
        self.items[key] = value
        self._lock.release()


def pay(mutex, account, sum_of):
    # ruleid: python.lock-not-released
    mutex.acquire()
    account.balance -= int(sum_of)
    account.save()
    mutex.release()


def managed(key, value):
    # ok: python.lock-not-released
    with lock:
        totals[key] = value


def finished(key):
    # ok: python.lock-not-released
    lock.acquire()
    try:
        return totals[key]
    finally:
        lock.release()


def acquire(self):
    # ok: python.lock-not-released
    self.license.acquire()
    self.license.release()
