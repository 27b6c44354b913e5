/** Tells calls of which everybody knows that they give what they hold or are handed, so that nothing is assumed. Pure. */

/** Methods of texts, lists and tables; what they give comes from their object. */
const methods = new Set(
  (
    "get getlist get_all getall getone pop items values copy strip lstrip rstrip lower upper title capitalize casefold replace split rsplit splitlines " +
    "partition rpartition encode decode removeprefix removesuffix zfill ljust rjust center trim trimStart trimEnd toLowerCase toUpperCase " +
    "toString slice substring substr padStart padEnd normalize at concat replaceAll"
  ).split(" "),
);

/** Functions that give what they are handed in another form. */
const functions = new Set(
  (
    "str bytes list tuple dict String os.path.join path.join json.loads json.dumps JSON.parse JSON.stringify urllib.parse.unquote " +
    "urllib.parse.urljoin decodeURIComponent pathlib.Path"
  ).split(" "),
);

export function givesItsObject(method: string): boolean {
  return methods.has(method);
}

export function givesItsInput(name: string): boolean {
  return functions.has(name);
}
