import json
import pickle
import shelve

import joblib
import numpy as np
import torch


def load(path):
    with open(path, "rb") as file:
        # ruleid: python.pickle-file
        return pickle.load(file)


def restore(folder):
    # ruleid: python.pickle-file
    return joblib.load(folder + "/model.joblib")


# ok: python.pickle-file
model = joblib.load("model.joblib")
# ruleid: python.pickle-file
weights = torch.load("weights.pt")
# ok: python.pickle-file
store = shelve.open("cache")
# ok: python.pickle-file
safe = torch.load("weights.pt", weights_only=True)
with open("data.json") as file:
    # ok: python.pickle-file
    data = json.load(file)
with open("out.pkl", "wb") as out:
    # ok: python.pickle-file
    pickle.dump(data, out)


def profile(user_id):
    raw = redis_client.get(f"profile:{user_id}")
    # ruleid: python.pickle-file
    return pickle.loads(raw) if raw else None


def stored(cursor, name):
    row = cursor.execute("SELECT body FROM kept WHERE name = ?", (name,))
    row = cursor.fetchone()
    # ruleid: python.pickle-file
    return pickle.loads(row[0])


def profile_as_json(user_id):
    raw = redis_client.get(f"profile:{user_id}")
    # ok: python.pickle-file
    return json.loads(raw) if raw else None


def copied(value):
    raw = pickle.dumps(value)
    # ok: python.pickle-file
    return pickle.loads(raw)


def matrix(path):
    # ruleid: python.pickle-file
    return np.load(path, allow_pickle=True)


def numbers(path):
    # ok: python.pickle-file
    return np.load(path)
