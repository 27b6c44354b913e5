from functools import partial

from langchain_community.agent_toolkits.openapi import planner
from langchain_community.chains.graph_qa.cypher import GraphCypherQAChain
from langchain_community.tools.requests.tool import RequestsGetTool
from langchain_experimental.agents import create_csv_agent, create_pandas_dataframe_agent


def table_agent(llm, frame):
    # ruleid: python.agent-guard-off
    return create_pandas_dataframe_agent(llm, frame, verbose=True, allow_dangerous_code=True)


def api_agent(llm, spec, wrapper):
    # ruleid: python.agent-guard-off
    return planner.create_openapi_agent(spec, wrapper, llm, allow_dangerous_requests=True)


def graph_chain(llm, graph):
    # ruleid: python.agent-guard-off
    chain = GraphCypherQAChain.from_llm(llm=llm, graph=graph, allow_dangerous_requests=True)
    return chain.invoke({"query": "who knows whom"})


def tools(wrapper):
    # ruleid: python.agent-guard-off
    return [RequestsGetTool(requests_wrapper=wrapper, allow_dangerous_requests=True)]


def guarded(llm, frame):
    # ok: python.agent-guard-off
    return create_pandas_dataframe_agent(llm, frame, verbose=True)


def said_no(llm, path):
    # ok: python.agent-guard-off
    return create_csv_agent(llm, path, allow_dangerous_code=False)


def by_setting(llm, path, sandboxed):
    # ok: python.agent-guard-off
    return create_csv_agent(llm, path, allow_dangerous_code=sandboxed)


def other_option(llm, path):
    # ok: python.agent-guard-off
    return partial(create_csv_agent, llm, path, allow_dangerous=True)
