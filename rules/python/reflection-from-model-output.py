import importlib
import json

import tools
from openai import OpenAI

client = OpenAI()
TOOLS = {"weather": tools.weather, "clock": tools.clock}


def step(messages, schema):
    response = client.chat.completions.create(model="gpt-4o", messages=messages, tools=schema)
    for call in response.choices[0].message.tool_calls or []:
        args = json.loads(call.function.arguments)
        # ruleid: python.reflection-from-model-output
        func = getattr(tools, call.function.name)
        messages.append({"role": "tool", "content": str(func(**args))})


def step_with_table(messages, schema):
    response = client.chat.completions.create(model="gpt-4o", messages=messages, tools=schema)
    for call in response.choices[0].message.tool_calls or []:
        args = json.loads(call.function.arguments)
        # ok: python.reflection-from-model-output
        func = TOOLS[call.function.name]
        messages.append({"role": "tool", "content": str(func(**args))})


def plan(prompt):
    answer = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": prompt}])
    chosen = json.loads(answer.choices[0].message.content)
    # ruleid: python.reflection-from-model-output
    return globals()[chosen["tool"]](**chosen["args"])


def plan_checked(prompt):
    answer = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": prompt}])
    chosen = json.loads(answer.choices[0].message.content)
    if chosen["tool"] not in ("weather", "clock"):
        raise ValueError("unknown tool")
    # ok: python.reflection-from-model-output
    return globals()[chosen["tool"]](**chosen["args"])


class Agent:
    def tool_search(self, query):
        return query

    def run(self, reply):
        results = []
        for block in reply.content:
            if block.type == "tool_use":
                # ruleid: python.reflection-from-model-output
                results.append(getattr(self, block.name)(**block.input))
        return results

    def run_own(self, reply):
        results = []
        for block in reply.content:
            if block.type == "tool_use":
                # ok: python.reflection-from-model-output
                results.append(getattr(self, f"tool_{block.name}")(**block.input))
        return results


def load_skill(llm, task):
    name = llm.invoke("Which skill fits? " + task)
    # ruleid: python.reflection-from-model-output
    return importlib.import_module(name).run(task)


def show(response):
    # ok: python.reflection-from-model-output
    return getattr(response, "usage", None)


def step_known(call):
    allowed = {tool["function"]["name"] for tool in SCHEMAS}
    name = call.function.name
    if name in allowed:
        # ok: python.reflection-from-model-output
        return getattr(tools, name)(call.function.arguments)
    return None


class MarkedAgent:
    def run(self, messages):
        answer = client.chat.completions.create(model="gpt-4o", messages=messages)
        for call in answer.choices[0].message.tool_calls:
            # ok: python.reflection-from-model-output
            method = getattr(self, call.function.name, None)
            if not getattr(method, "is_tool", False):
                raise ValueError("unknown tool")
            method(call.function.arguments)


def draw(page, styles):
    for block in page.blocks:
        # ok: python.reflection-from-model-output
        yield getattr(styles, block.name)
