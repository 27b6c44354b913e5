// ruleid: javascript.incomplete-escaping
const escapeTag = (text) => text.replace("<", "&lt;");
// ruleid: javascript.incomplete-escaping
const quoted = (value) => "'" + value.replace("'", "''") + "'";
function clean(path) {
  // ruleid: javascript.incomplete-escaping
  return path.replace("../", "");
}
// ok: javascript.incomplete-escaping
const escapeAll = (text) => text.replaceAll("<", "&lt;");
// ok: javascript.incomplete-escaping
const escapeEach = (text) => text.replace(/</g, "&lt;");
// ok: javascript.incomplete-escaping
const filled = (template, name) => template.replace("{name}", name);
// ok: javascript.incomplete-escaping
const spaced = (text) => text.replace("&", " and ");

// ruleid: javascript.incomplete-escaping
const withoutScripts = (html) => html.replace(/<script\b[^>]*>/gi, "");
// ruleid: javascript.incomplete-escaping
const withoutParents = (name) => name.replace(/\.\.\//g, "");
// ok: javascript.incomplete-escaping
const withoutTags = (text) => text.replace(/[<>]/g, "");
// ok: javascript.incomplete-escaping
const withoutDots = (text) => text.replace(/\.+$/, "");
