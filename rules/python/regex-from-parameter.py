import re


def count_words(text, word):
    # ruleid: python.regex-from-parameter
    return len(re.findall(r"\b" + word + r"\b", text))


def find_lines(lines, query):
    # ruleid: python.regex-from-parameter
    return [line for line in lines if re.search(query, line)]


def mentions(text, username):
    # ruleid: python.regex-from-parameter
    return re.compile(f"@{username}").search(text)


def count_plain_words(text, word):
    # ok: python.regex-from-parameter
    return len(re.findall(r"\b" + re.escape(word) + r"\b", text))


def find_matching(lines, pattern):
    # ok: python.regex-from-parameter
    return [line for line in lines if re.search(pattern, line)]


def split_words(query):
    # ok: python.regex-from-parameter
    return re.split(r"\s+", query)
