/** Whether a file holds one of the texts that rules ask for: all that were asked for before are looked for in one pass. */

import type { Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { compileSearch } from "./literalScan.ts";

type Holds = (wanted: string) => boolean;

const ofTrees = new Notes<Tree, Holds>();

/** @returns Tells whether the code has a text in it, apart from capital and small letters; asked in small ones. */
export function heldTexts(tree: Tree): Holds {
  let holds = ofTrees.get(tree);
  if (!holds) {
    holds = holder(textOf(tree));
    ofTrees.set(tree, holds);
  }
  return holds;
}

/** What the nodes of a tree stand for: of a part of a file the text of its statements. */
function textOf({ text, root, whole }: Tree): string {
  return whole ? root.children.map(({ start, end }) => text.slice(start, end)).join("\n") : text;
}

/** Texts that some rule asked a file for, by their place in the search. */
interface Asked {
  readonly places: Map<string, number>;
  search: (text: string) => Uint8Array;
  /** How many of them are searched for. */
  searched: number;
}

/** So many more are looked for one by one before the search is made anew. */
const fewest = 16;
/** Rules that change while somebody writes them ask for ever more. */
const most = 5000;

let asked = none();

function none(): Asked {
  return { places: new Map(), search: compileSearch([]), searched: 0 };
}

function learned(): Asked {
  const { places, searched } = asked;
  if (places.size > most) asked = none();
  else if (places.size - searched >= fewest + searched / 2) {
    asked.search = compileSearch([...places.keys()]);
    asked.searched = places.size;
  }
  return asked;
}

function holder(text: string): Holds {
  const small = text.toLowerCase();
  const { places, search } = learned();
  const found = search(small);
  const others = new Map<string, boolean>();
  return (wanted) => {
    const place = places.get(wanted);
    if (place !== undefined && place < found.length) return found[place] === 1;
    if (place === undefined && /^[\x00-\x7f]+$/.test(wanted)) places.set(wanted, places.size);
    let holds = others.get(wanted);
    if (holds === undefined) {
      holds = small.includes(wanted);
      others.set(wanted, holds);
    }
    return holds;
  };
}
