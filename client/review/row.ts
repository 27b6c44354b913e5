/** A row of a tree view as plain data, so that what a tree shows can be tested without an editor. */

import type { FolderReview, LineSpan, ViewFinding } from "../../server/protocol.ts";
import type { Translate } from "../../server/review/translate.ts";

/** What a row stands for, as icon and as word; colour only adds to it. */
export type RowIcon =
  | "critical"
  | "high"
  | "medium"
  | "low"
  | "problem"
  | "needs a person"
  | "looks fine"
  | "not touched"
  | "unseen"
  | "seen"
  | "folder"
  | "files"
  | "not reviewed"
  | "evidence";

/** A range in a document, zero-based. */
export interface RowTarget {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

export interface Row {
  /** Stays the same while the thing it stands for does, so that selection and open branches survive a refresh. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: RowIcon;
  /** Title and paragraphs; plain text. */
  readonly tooltip: readonly string[];
  /** Read aloud instead of label and description: the state in words, first what it is. */
  readonly spoken: string;
  /** Which commands its menu offers. */
  readonly context: string;
  readonly expanded: boolean;
  readonly children: readonly Row[];
  readonly target?: RowTarget;
  readonly finding?: ViewFinding;
  /** Changed lines that the row's mark covers. */
  readonly marks?: { readonly uri: string; readonly lines: readonly LineSpan[] };
  readonly item?: { readonly folderUri: string; readonly id: string; readonly title: string; readonly note: string };
}

/** A folder of the workspace with what it holds. */
export function folderRow(
  { folderUri, folderName }: FolderReview,
  description: string,
  children: readonly Row[],
  t: Translate,
): Row {
  return {
    id: `folder ${folderUri}`,
    label: folderName,
    description,
    icon: "folder",
    tooltip: [folderName, description],
    spoken: t("folder {0}, {1}", folderName, description),
    context: "folder",
    expanded: true,
    children,
  };
}

/** The row with this id at any depth. */
export function findRow(rows: readonly Row[], id: string): Row | undefined {
  for (const row of rows) {
    const found = row.id === id ? row : findRow(row.children, id);
    if (found) return found;
  }
  return undefined;
}

/** Gives the second and later rows with an id of their own: two equal findings are two rows, and a tree refuses equal ids. */
export function withUniqueIds(rows: readonly Row[], seen = new Map<string, number>()): Row[] {
  return rows.map((row) => {
    const before = seen.get(row.id) ?? 0;
    seen.set(row.id, before + 1);
    const id = before === 0 ? row.id : `${row.id} #${before + 1}`;
    return { ...row, id, children: withUniqueIds(row.children, seen) };
  });
}
