@app.errorhandler(Exception)
# ruleid: topics.error-handler-python
def failed(error):
    # ruleid: topics.error-handler-python
    return {"error": "internal error"}, 500


@app.route("/")
def index():
    # ok: topics.error-handler-python
    return {"ok": True}, 200
