/** A text without structure, for rules that read any text. */

import type { Tree } from "./node.ts";

/** One `file` node without children; its language stands for none. */
export function textTree(text: string): Tree {
  const root = {
    kind: "file",
    role: "",
    text: "",
    type: "",
    start: 0,
    end: text.length,
    children: [],
    parent: undefined,
    holds: 0,
  } as const;
  return { language: "javascript", text, root, comments: [], errors: [] };
}
