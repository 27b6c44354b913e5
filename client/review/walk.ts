/** The way through a change: the next and the previous place that wants a look. Pure. */

import type { FolderReview, LineSpan, ViewFinding } from "../../server/protocol.ts";

export interface HunkPlace {
  readonly uri: string;
  readonly lines: LineSpan;
  readonly unseen: number;
  readonly label: string;
}

export interface Position {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** All changes that still exist as text, in the order of the Changes view. */
export function hunkPlaces(reviews: readonly FolderReview[]): HunkPlace[] {
  return reviews.flatMap(({ files }) =>
    files
      .filter(({ status }) => status !== "deleted")
      .flatMap(({ uri, hunks }) => hunks.map(({ lines, unseen, label }) => ({ uri, lines, unseen, label }))),
  );
}

function findingPlaces(reviews: readonly FolderReview[]): ViewFinding[] {
  return reviews.flatMap(({ files }) =>
    files.flatMap(({ findings }) =>
      [...findings].sort((left, right) => left.line - right.line || left.character - right.character),
    ),
  );
}

/**
 * The next (1) or previous (-1) change with lines that nobody looked at, around the end. Where all were looked at, any change,
 * so that the keys still walk. `undefined` when there is none.
 */
export function stepHunk(reviews: readonly FolderReview[], from: Position | undefined, direction: 1 | -1): HunkPlace | undefined {
  const all = hunkPlaces(reviews);
  const wanted = all.some(({ unseen }) => unseen > 0) ? (place: HunkPlace) => place.unseen > 0 : () => true;
  return step(
    all,
    ({ uri, lines }) => ({ uri, start: lines.start, end: Math.max(lines.end, lines.start + 1) }),
    wanted,
    from,
    direction,
  );
}

export function stepFinding(
  reviews: readonly FolderReview[],
  from: Position | undefined,
  direction: 1 | -1,
): ViewFinding | undefined {
  return step(
    findingPlaces(reviews),
    ({ uri, line, character }) => ({ uri, start: at(line, character), end: at(line, character) }),
    () => true,
    from,
    direction,
  );
}

/** The finding as the review has it now; `undefined` when it is gone. */
export function sameFinding(reviews: readonly FolderReview[], before: ViewFinding): ViewFinding | undefined {
  const candidates = findingPlaces(reviews).filter(
    ({ uri, fingerprint, ruleId }) => uri === before.uri && fingerprint === before.fingerprint && ruleId === before.ruleId,
  );
  // Of several equal ones, the nearest to where it was.
  return candidates.sort((left, right) => Math.abs(left.line - before.line) - Math.abs(right.line - before.line))[0];
}

/** Lines and columns as one number that orders them; a line has fewer than a million columns, or its end counts as one place. */
function at(line: number, character: number): number {
  return line + Math.min(character, 999_999) / 1_000_000;
}

/** In lines, `end` exclusive. */
interface Stretch {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

function step<Place>(
  all: readonly Place[],
  stretchOf: (place: Place) => Stretch,
  wanted: (place: Place) => boolean,
  from: Position | undefined,
  direction: 1 | -1,
): Place | undefined {
  const order = direction === 1 ? all : [...all].reverse();
  const inFile = from && order.some((place) => stretchOf(place).uri === from.uri);
  if (!inFile) return order.find(wanted);
  const caret = at(from.line, from.character);
  // Behind the caret in its file, or in a file that comes later in the order.
  let passedFile = false;
  const ahead: Place[] = [];
  const behind: Place[] = [];
  for (const place of order) {
    const { uri, start, end } = stretchOf(place);
    if (uri === from.uri) passedFile = true;
    const isAhead = uri === from.uri ? (direction === 1 ? start > caret : end <= caret && start < caret) : passedFile;
    (isAhead ? ahead : behind).push(place);
  }
  return [...ahead, ...behind].find(wanted);
}
