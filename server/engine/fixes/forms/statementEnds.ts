/** Whether the statements of a JavaScript file end with semicolons, for the lines that a fix adds. Pure. */

import type { Node, Tree } from "../../tree/node.ts";

const simple = new Set<Node["kind"]>(["assign", "await", "call", "declare", "import", "return", "throw", "update"]);

/** As most of the file's statements do; with them where it has none of its own to go by. */
export function endsStatements({ root, text, language }: Tree): boolean {
  if (language === "python") return false;
  let ended = 0;
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.role === "statement" && simple.has(node.kind)) {
      const rest = /^[ \t]*(;|\/\/|\r?\n|$)/.exec(text.slice(node.end, node.end + 200))?.[1];
      if (text[node.end - 1] === ";" || rest === ";") ended++;
      else if (rest !== undefined) ended--;
    }
    pending.push(...node.children);
  }
  return ended >= 0;
}

/**
 * @param template Statements as a rule writes them: each with its semicolon. The last keeps its own, which what follows in the file may need; so does
 *   one before a line that would else go on with it.
 */
export function withoutEnds(template: string): string {
  return template.replace(/;(?=[ \t]*\n\s*[^\s([`+/<-]| \})/g, "");
}

/** Whether code goes on with a statement before it that has no semicolon: it begins with a bracket, a template, a sign or a regex. */
export function goesOn(code: string): boolean {
  return /^(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*(?:[([`+-]|<(?!\/)|\/(?![/*]))/.test(code);
}
