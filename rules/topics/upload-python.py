@app.post("/upload")
def upload():
    # ruleid: topics.upload-python
    file = request.files["file"]
    # ok: topics.upload-python
    other = open("file.txt")
    return [file, other]


@api.post("/avatar")
# ruleid: topics.upload-python
async def avatar(file: UploadFile):
    return await file.read()
