import sqlite3

import openai
from langchain_core.tools import tool

client = openai.OpenAI()
db = sqlite3.connect("shop.db")


def ask(question):
    answer = client.responses.create(model="m", input=question)
    # ruleid: python.sql-from-model-output
    return db.execute(answer.output_text).fetchall()


@tool
def find_user(name: str) -> list:
    """Finds a user."""
    # ruleid: python.sql-from-model-output
    return db.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchall()


def run_chain(llm, question):
    query = llm.invoke(question).content
    cursor = db.cursor()
    # ruleid: python.sql-from-model-output
    cursor.execute(query)
    return cursor.fetchall()


@tool
def find_order(number: str) -> list:
    """Finds an order."""
    # ok: python.sql-from-model-output
    return db.execute("SELECT * FROM orders WHERE number = ?", (number,)).fetchall()


@tool
def first_orders(count: str) -> list:
    """Lists orders."""
    # ok: python.sql-from-model-output
    return db.execute(f"SELECT * FROM orders LIMIT {int(count)}").fetchall()


def fixed(llm, question):
    llm.invoke(question)
    # ok: python.sql-from-model-output
    return db.execute("SELECT count(*) FROM orders").fetchone()
