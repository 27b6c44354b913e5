/** Reads `requires:` of a taint rule: which labels the data must have. */

/** An expression over labels, as plain data. */
export type Requires =
  | { readonly op: "label"; readonly name: string }
  | { readonly op: "constant"; readonly value: boolean }
  | { readonly op: "and" | "or"; readonly left: Requires; readonly right: Requires }
  | { readonly op: "not"; readonly of: Requires };

/** The label of data whose source names none, and what a sink asks for that names none. */
export const defaultLabel = "__SOURCE__";

/** Deeper than this nobody writes one. */
const deepest = 100;

/** @returns What is wrong with the text, for a person, when it is no expression of labels, `and`, `or`, `not` and parentheses. */
export function parseRequires(text: string): Requires | string {
  const words = text.match(/\w+|[()]|\S/g) ?? [];
  let at = 0;
  let depth = 0;
  /** `level` 0 reads `or`, 1 reads `and`, 2 one operand. */
  const read = (level: 0 | 1 | 2): Requires | string => {
    if (level === 2) return readOperand();
    const word = level === 0 ? "or" : "and";
    let left = read(level === 0 ? 1 : 2);
    while (words[at] === word && typeof left !== "string") {
      at++;
      const right = read(level === 0 ? 1 : 2);
      left = typeof right === "string" ? right : { op: word, left, right };
    }
    return left;
  };
  const readOperand = (): Requires | string => {
    const word = words[at++];
    if (word === undefined) return "it ends where a label should stand";
    if (++depth > deepest) return "it is nested too deep";
    if (word === "not") {
      const of = readOperand();
      return typeof of === "string" ? of : { op: "not", of };
    }
    if (word === "(") {
      const inner = read(0);
      if (typeof inner !== "string" && words[at++] !== ")") return "a parenthesis is not closed";
      return inner;
    }
    if (/^true$/i.test(word) || /^false$/i.test(word)) return { op: "constant", value: word.toLowerCase() === "true" };
    if (!/^[A-Za-z_]\w*$/.test(word) || word === "and" || word === "or") return `"${word}" is not a label`;
    return { op: "label", name: word };
  };
  const parsed = read(0);
  return typeof parsed === "string" || at === words.length ? parsed : `"${words[at]}" is not expected there`;
}

/** @param has Whether the data carries a label. */
export function isMet(requires: Requires, has: (label: string) => boolean): boolean {
  switch (requires.op) {
    case "label":
      return has(requires.name);
    case "constant":
      return requires.value;
    case "and":
      return isMet(requires.left, has) && isMet(requires.right, has);
    case "or":
      return isMet(requires.left, has) || isMet(requires.right, has);
    case "not":
      return !isMet(requires.of, has);
  }
}

/** Whether less data can meet it where more does not. */
export function hasNegation(requires: Requires): boolean {
  switch (requires.op) {
    case "label":
    case "constant":
      return false;
    case "not":
      return true;
    default:
      return hasNegation(requires.left) || hasNegation(requires.right);
  }
}
