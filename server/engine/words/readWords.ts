/** Reads any text as words, marks and nested blocks: what patterns of rules for `generic` are compared with. */

/** A word, or a single other character. */
export interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Zero-based. */
  readonly line: number;
  readonly word: boolean;
}

/** Lines that are indented more than the one before, or what stands between a pair of brackets. */
export interface Block {
  readonly nodes: readonly WordNode[];
}

export type WordNode = Atom | Block;

export function isBlock(node: WordNode): node is Block {
  return "nodes" in node;
}

export interface WordTree {
  readonly text: string;
  readonly root: Block;
  /** All blocks, the root first. */
  readonly blocks: readonly Block[];
}

/** Marks of a comment, which is passed over like space. */
export const commentStyles = ["c", "cpp", "shell"] as const;
export type CommentStyle = (typeof commentStyles)[number];

const comments: Readonly<Record<CommentStyle, RegExp>> = {
  c: /\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/g,
  cpp: /\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|\/\/[^\n]*/g,
  shell: /#[^\n]*/g,
};

/** Deeper blocks are read as part of the one around them. */
const maxDepth = 200;

export function readWords(text: string, style?: CommentStyle): WordTree {
  const source = style ? text.replace(comments[style], (comment) => comment.replace(/[^\n]/g, " ")) : text;
  const root = bracketed(indented(linesOf(source)));
  const blocks: Block[] = [root];
  for (const block of blocks) for (const node of block.nodes) if (isBlock(node)) blocks.push(node);
  return { text, root, blocks };
}

interface Line {
  readonly indent: number;
  readonly atoms: readonly Atom[];
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const [line, content] of source.split("\n").entries()) {
    const atoms: Atom[] = [];
    for (const found of content.matchAll(/\w+|[^\s\w]/gu)) {
      const start = from + found.index;
      atoms.push({ text: found[0], start, end: start + found[0].length, line, word: /^\w/.test(found[0]) });
    }
    const indent = /^[ \t]*/.exec(content)?.[0].replaceAll("\t", "        ").length ?? 0;
    if (atoms.length > 0) lines.push({ indent, atoms });
    from += content.length + 1;
  }
  return lines;
}

/** One level of blocks for each deeper indentation. */
function indented(lines: readonly Line[]): Block {
  const root: WordNode[] = [];
  const open: { readonly indent: number; readonly nodes: WordNode[] }[] = [{ indent: lines[0]?.indent ?? 0, nodes: root }];
  for (const { indent, atoms } of lines) {
    while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) open.pop();
    const last = open.at(-1);
    if (last && indent > last.indent && last.nodes.length > 0 && open.length < maxDepth) {
      const nodes: WordNode[] = [];
      last.nodes.push({ nodes });
      open.push({ indent, nodes });
    }
    open.at(-1)?.nodes.push(...atoms);
  }
  return { nodes: root };
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** What stands between a pair of brackets of the same block becomes a block; a bracket without its other half is a mark. */
function bracketed(block: Block, depth = 0): Block {
  const nodes: WordNode[] = [];
  const open: { readonly close: string; readonly at: number }[] = [];
  for (const node of block.nodes) {
    if (isBlock(node)) {
      nodes.push(depth < maxDepth ? bracketed(node, depth + 1) : node);
      continue;
    }
    const close = node.word ? undefined : closing[node.text];
    const pair = open.findLastIndex((one) => one.close === node.text);
    if (!node.word && pair >= 0) {
      const from = (open[pair]?.at ?? 0) + 1;
      open.length = pair;
      const inner = nodes.splice(from);
      if (inner.length > 0) nodes.push({ nodes: inner });
    }
    nodes.push(node);
    if (close !== undefined) open.push({ close, at: nodes.length - 1 });
  }
  return { nodes };
}

/** As `readWords`, without blocks for brackets: a pattern is compared with them opened. */
export function readIndentation(text: string): Block {
  return indented(linesOf(text));
}
