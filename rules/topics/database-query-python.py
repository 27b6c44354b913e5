# ruleid: topics.database-query-python
rows = cursor.execute("SELECT * FROM users WHERE id = ?", (user_id,)).fetchall()
# ruleid: topics.database-query-python
user = session.query(User).filter_by(name=name).first()
# ruleid: topics.database-query-python
item = db.items.find_one({"id": item_id})
# ok: topics.database-query-python
page = requests.get("https://example.com")
# ok: topics.database-query-python
executor.execute(task)
