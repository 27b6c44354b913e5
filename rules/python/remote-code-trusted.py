import torch
from datasets import load_dataset
from transformers import AutoModel

# ruleid: python.remote-code-trusted
first = AutoModel.from_pretrained("someone/model", trust_remote_code=True)
# ruleid: python.remote-code-trusted
second = load_dataset("someone/data", trust_remote_code=True)
# ruleid: python.remote-code-trusted
third = torch.hub.load("someone/repository", "model")
# ok: python.remote-code-trusted
fourth = AutoModel.from_pretrained("someone/model")
# ok: python.remote-code-trusted
fifth = AutoModel.from_pretrained("someone/model", trust_remote_code=True, revision="4f2c9d1")
# ok: python.remote-code-trusted
sixth = torch.hub.load("/srv/models", "model", source="local")
