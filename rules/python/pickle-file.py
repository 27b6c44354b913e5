import json
import pickle
import shelve

import joblib
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
