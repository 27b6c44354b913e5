def greet(name):
    # ruleid: python.escaping-removed
    return "<h1>Hello " + name + "</h1>"

def pack(folder):
    # ruleid: python.escaping-removed
    os.system("tar czf out.tgz " + folder)

def keep(upload):
    # ruleid: python.escaping-removed
    name = upload.filename
    upload.save(os.path.join(FOLDER, name))

def search(rows, term):
    # ruleid: python.escaping-removed
    wanted = re.compile(term, re.I)
    return [row for row in rows if wanted.search(row)]

def title(page):
    # ok: python.escaping-removed
    return "<title>" + markupsafe.escape(page.title) + "</title>"

def row(cell):
    text = html.escape(cell.text)
    # ok: python.escaping-removed
    return f"<td class='cell'>{text}</td>"

def banner(box, message):
    # ok: python.escaping-removed
    box.kind = "banner"
