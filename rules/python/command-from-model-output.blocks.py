import subprocess

from anthropic import Anthropic

client = Anthropic()
CHECKS = {"tests": ["pytest", "-q"]}


def collected(messages, tools):
    reply = client.messages.create(model="claude", max_tokens=500, tools=tools, messages=messages)
    calls = [block for block in reply.content if block.type == "tool_use"]
    for call in calls:
        # ruleid: python.command-from-model-output
        subprocess.run(call.input["command"], shell=True)


def at_once(messages, tools):
    reply = client.messages.create(model="claude", max_tokens=500, tools=tools, messages=messages)
    for part in reply.content:
        if part.type == "tool_use":
            # ruleid: python.command-from-model-output
            subprocess.run(part.input["command"], shell=True)


def chosen(messages, tools):
    reply = client.messages.create(model="claude", max_tokens=500, tools=tools, messages=messages)
    calls = [block for block in reply.content if block.type == "tool_use"]
    for call in calls:
        # ok: python.command-from-model-output
        subprocess.run(CHECKS.get(call.input["check"], ["true"]), check=False)


def of_the_program(jobs):
    for job in jobs:
        # ok: python.command-from-model-output
        subprocess.run(job.input, shell=True)
