/**
 * What was found out about a tree, a node or a file that was made ready, kept with that object and gone with it.
 *
 * Not in a `WeakMap`: once such a map is old, the collector of young objects takes all that its values lead to for alive. Where the values
 * lead back to the file, every tree of a scan is copied twice and then left to the slow collector.
 */

/** Where an object keeps its notes; a node has it from the beginning, since all nodes are to share a hidden class. */
export const notesOf: unique symbol = Symbol("notes");

/** An object that may have notes. */
interface Noted {
  [notesOf]?: Map<unknown, unknown> | undefined;
}

/** One kind of note: at most one for each object. */
export class Notes<Of extends object, Note> {
  get(of: Of): Note | undefined {
    return (of as Noted)[notesOf]?.get(this) as Note | undefined;
  }

  set(of: Of, note: Note): void {
    const noted = of as Noted;
    const notes = noted[notesOf];
    if (notes) notes.set(this, note);
    else if (notesOf in noted) noted[notesOf] = new Map([[this, note]]);
    // A copy made by `{...of}` is another object, of which nothing is known.
    else Object.defineProperty(noted, notesOf, { value: new Map([[this, note]]) });
  }
}
