import json
import pickle
import shelve

import joblib
import numpy as np
import torch
from langchain_community.vectorstores import FAISS


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


def index(folder, embeddings):
    # ruleid: python.pickle-file
    return FAISS.load_local(folder, embeddings, allow_dangerous_deserialization=True)


def tenant_index(tenant, embeddings):
    # ruleid: python.pickle-file
    return FAISS.load_local(f"indexes/{tenant}", embeddings, "main", allow_dangerous_deserialization=True)


def index_of_bytes(kept, embeddings):
    # ruleid: python.pickle-file
    return FAISS.deserialize_from_bytes(kept, embeddings, allow_dangerous_deserialization=True)


def own_index(embeddings):
    # ok: python.pickle-file
    return FAISS.load_local("faiss_index", embeddings, allow_dangerous_deserialization=True)


def guarded_index(folder, embeddings):
    # ok: python.pickle-file
    return FAISS.load_local(folder, embeddings)


def written_index(store, folder):
    # ok: python.pickle-file
    return store.save_local(folder)
