class TemplateLoader {
  load(name) {
    // ruleid: javascript.path-from-parameter
    return fs.readFileSync(this.dir + "/" + name + ".tpl", "utf8");
  }
  loadBare(name) {
    // ok: javascript.path-from-parameter
    return fs.readFileSync(this.dir + "/" + path.basename(name) + ".tpl", "utf8");
  }
}

export async function saveImage({ name, data }) {
  const target = join(FOLDER, name);
  // ruleid: javascript.path-from-parameter
  await writeFile(target, data);
}
export async function loadPage(page) {
  // ruleid: javascript.path-from-parameter
  return readFile(join(PAGES, page), "utf8");
}
export async function saveNamed({ name, data }) {
  const target = join(FOLDER, `${randomUUID()}.png`);
  // ok: javascript.path-from-parameter
  await writeFile(target, data);
  return name;
}
export async function loadKnown(page) {
  if (!KNOWN.includes(page)) throw new RangeError(page);
  // ok: javascript.path-from-parameter
  return readFile(join(PAGES, page), "utf8");
}
