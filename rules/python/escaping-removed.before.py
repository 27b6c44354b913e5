def greet(name):
    return "<h1>Hello " + html.escape(name) + "</h1>"

def pack(folder):
    os.system("tar czf out.tgz " + shlex.quote(folder))

def keep(upload):
    name = secure_filename(upload.filename)
    upload.save(os.path.join(FOLDER, name))

def search(rows, term):
    wanted = re.compile(re.escape(term), re.I)
    return [row for row in rows if wanted.search(row)]

def title(page):
    return "<title>" + html.escape(page.title) + "</title>"

def row(cell):
    return f"<td class='cell'>{html.escape(cell.text)}</td>"

def banner(box, message):
    box.kind = "banner"
    box.html = bleach.clean(message)
