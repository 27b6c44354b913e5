def wait_for(queue, name):
    status = queue.status(name)
    # ruleid: python.endless-loop
    while status != "done":
        print("waiting")
    return status


def count_down(n):
    # ruleid: python.endless-loop
    while n > 0:
        print(n)
        if n == 5:
            print("half way")


# ruleid: python.endless-loop
def factorial(n):
    return n * factorial(n - 1)


def wait_until(queue, name):
    status = queue.status(name)
    # ok: python.endless-loop
    while status != "done":
        status = queue.status(name)
    return status


def count_down_by_one(n):
    # ok: python.endless-loop
    while n > 0:
        print(n)
        if n % 2 == 0:
            n -= 1
        else:
            n = n - 3


def divide(total, parts):
    # ok: python.endless-loop
    while total > 0:
        total, rest = divmod(total, parts)
        print(rest)


def first_even(numbers, n):
    # ok: python.endless-loop
    while n > 0:
        for one in numbers:
            if one % 2 == 0:
                return one


# ok: python.endless-loop
def factorial_of(n):
    return 1 if n <= 1 else n * factorial_of(n - 1)


class Number:
    # ok: python.endless-loop
    def factorial(self, n):
        return factorial(n)


def read_all(file, size):
    # ok: python.endless-loop
    while size > 0:
        size -= len(file.read(100))


def bits(i):
    # ok: python.endless-loop
    while i != 0:
        print(i & 1)
        i >>= 8


def fetch_all(client, base):
    items = []
    page = 1
    # ok: python.endless-loop
    while True:
        items.extend(client.get(base, page)["items"])
        page += 1
    return items


def fetch_until_empty(client, base):
    items = []
    page = 1
    # ok: python.endless-loop
    while True:
        found = client.get(base, page)["items"]
        if not found:
            break
        items.extend(found)
        page += 1
    return items


def drain(queue):
    found = []
    try:
        # ok: python.endless-loop
        while True:
            found.append(queue.get_nowait())
    except Empty:
        pass
    return found


def serve(socket):
    # ok: python.endless-loop
    while True:
        answer(socket.accept())


def work(jobs):
    # ok: python.endless-loop
    while True:
        jobs.get().run()
    return 0
