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
function loadKnown(dir, name) {
  if (!KNOWN.includes(name)) throw new RangeError(name);
  // ok: javascript.path-from-parameter
  return fs.readFileSync(dir + "/" + name + ".tpl", "utf8");
}
