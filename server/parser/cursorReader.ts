/** Reads a grammar's tree through tree-sitter's own cursor: slower than reading its memory, and independent of its layout. */

import { errorSymbol, missing, type ReadTree } from "./grammar.ts";
import { copyOut, growArrays, startArrays } from "./nodeArrays.ts";

export const readWithCursor: ReadTree = (tree, grammar, language, text) => {
  const cursor = tree.walk();
  const errorId = grammar.typeNames.length - 1;
  const { typeFlags } = grammar;
  let memory = startArrays();
  let count = 0;
  let parent = -1;
  try {
    for (;;) {
      if (count === memory.capacity) memory = growArrays(memory);
      const symbol = cursor.nodeTypeId;
      const id = symbol === errorSymbol ? errorId : symbol;
      const start = cursor.startIndex;
      const end = cursor.endIndex;
      memory.type[count] = id;
      memory.field[count] = cursor.currentFieldId;
      memory.start[count] = start;
      memory.end[count] = end;
      memory.parent[count] = parent;
      // Only an empty node can be one that error recovery inserted.
      memory.flags[count] = (typeFlags[id] ?? 0) | (start === end && cursor.nodeIsMissing ? missing : 0);
      const node = count++;
      if (cursor.gotoFirstChild()) {
        parent = node;
        continue;
      }
      memory.next[node] = count;
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return copyOut(memory, count, grammar, language, text);
        memory.next[parent] = count;
        parent = memory.parent[parent] ?? -1;
      }
    }
  } finally {
    cursor.delete();
  }
};
