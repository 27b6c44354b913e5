/** Tells whether a finding of the base and one of the current text are the same code that moved within a change. Pure. */

import { type Finding, isHandover, type PathStep } from "../engine/findings/finding.ts";
import type { Guard } from "../engine/guards/guard.ts";
import { indexLines, type LineIndex } from "../engine/tree/lineIndex.ts";
import type { Hunk, LineRange } from "./change.ts";
import { baseLineOf, linesOf, removes, touchesHunk } from "./changedLines.ts";
import type { ComparedFile } from "./compareAnalyses.ts";
import type { Moves } from "./introduced.ts";
import { isWeaker, withArguments } from "./weakerGuards.ts";

/**
 * Code has moved where the lines of a path, as they are written, went from one place and stand at another beside a line that
 * stood beside them before; what an in-between place has kept must stand at that place still. A guard that held for it and holds
 * no more behind a move into another file makes it another danger.
 */
export function movesIn(files: readonly ComparedFile[]): Moves {
  const sides = { base: sideOf(files, "base"), current: sideOf(files, "current") };
  let came: readonly Standing[] | undefined;
  return {
    keyOf: (finding, side) => {
      const places = sides[side].placesOf(finding);
      return places && [finding.ruleId, ...places.map(writtenAt)].join("\0");
    },
    isMove: (before, now) => {
      const [from, to] = [sides.base.placesOf(before) ?? [], sides.current.placesOf(now) ?? []];
      return from.length === to.length && from.every((place, index) => hasMoved(place, to[index]));
    },
    keepsGuards: (before, now) => {
      const [from, to] = [sides.base.fileOf(before), sides.current.fileOf(now)];
      if (from === undefined || to === undefined) return true;
      came ??= guardsThatCame(files);
      return keepsGuards(came, [from, before], [to, now]);
    },
  };
}

type Side = "base" | "current";

/** Lines of a text that a step of a path stands on. */
interface Place {
  readonly path: string;
  readonly lines: LineRange;
  /** Absent for a file outside of the change. */
  readonly text?: LineIndex;
  readonly hunks: readonly Hunk[];
}

interface FindingsOfSide {
  readonly fileOf: (finding: Finding) => ComparedFile | undefined;
  /** In the order of the path, each line once; undefined where nothing can be told. */
  readonly placesOf: (finding: Finding) => readonly Place[] | undefined;
}

function sideOf(files: readonly ComparedFile[], side: Side): FindingsOfSide {
  const owners = new Map<Finding, ComparedFile>();
  const byPath = new Map<string, ComparedFile>();
  const texts = new Map<ComparedFile, LineIndex>();
  const known = new Map<Finding, readonly Place[] | undefined>();
  for (const file of files) {
    for (const finding of file[side]?.findings ?? []) owners.set(finding, file);
    byPath.set(side === "base" ? (file.change.basePath ?? file.change.path) : file.change.path, file);
  }
  const textOf = (file: ComparedFile): LineIndex => {
    const text = texts.get(file) ?? indexLines((side === "base" ? file.change.baseText : file.change.text) ?? "");
    texts.set(file, text);
    return text;
  };
  const placeOf = ({ span, elsewhere }: Pick<PathStep, "span" | "elsewhere">, own: ComparedFile): Place => {
    const file = elsewhere ? byPath.get(elsewhere.path) : own;
    if (!file) return { path: elsewhere?.path ?? "", lines: lineRange(elsewhere), hunks: [] };
    // A file keeps its path of now, so that a renamed one is the same on both sides.
    const { path, hunks } = file.change;
    const text = textOf(file);
    return { path, lines: elsewhere ? lineRange(elsewhere) : linesOf(text, span), text, hunks };
  };
  const placesOf = (finding: Finding): readonly Place[] | undefined => {
    const own = owners.get(finding);
    const steps = finding.path.filter((step) => !isHandover(step));
    return own && onceEach((steps.length === 0 ? [finding] : steps).map((step) => placeOf(step, own)));
  };
  return {
    fileOf: (finding) => owners.get(finding),
    placesOf: (finding) => {
      if (!known.has(finding)) known.set(finding, placesOf(finding));
      return known.get(finding);
    },
  };
}

function lineRange(elsewhere: PathStep["elsewhere"]): LineRange {
  return elsewhere ? { start: elsewhere.start.line, end: elsewhere.end.line + 1 } : { start: 0, end: 0 };
}

function onceEach(places: readonly Place[]): Place[] {
  const keyOf = ({ path, lines }: Place): string => `${path}:${lines.start}-${lines.end}`;
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

/** What stands there; of a file outside of the change the place, which is as it was. */
function writtenAt({ path, lines, text }: Place): string {
  if (!text) return `${path}:${lines.start}`;
  const written: string[] = [];
  for (let line = lines.start; line < Math.min(lines.end, text.lineCount); line++) written.push(plain(text.lineText(line)));
  return written.join("");
}

/** Without spaces, and without what a line takes on when it goes to a file of its own. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^export\s+(?:default\s+)?/, "")
    .replace(/\s+/g, "");
}

function hasMoved(from: Place, to: Place | undefined): boolean {
  if (!to) return false;
  if (!from.text || !to.text) return from.path === to.path && from.lines.start === to.lines.start;
  const went = from.hunks.some((hunk) => removes(hunk, from.lines));
  const came = touchesHunk(to.hunks, to.lines);
  if (went !== came) return false;
  if (!went) return from.path === to.path && baseLineOf(to.hunks, to.lines.start) === from.lines.start;
  const [before, after] = neighbours(to.text, to.lines);
  const [oldBefore, oldAfter] = neighbours(from.text, from.lines);
  return (before !== "" && before === oldBefore) || (after !== "" && after === oldAfter);
}

/** The next lines before and behind that say something; "" at the end of the text. */
function neighbours(text: LineIndex, { start, end }: LineRange): [before: string, after: string] {
  const next = (from: number, by: 1 | -1): string => {
    for (let line = from; line >= 0 && line < text.lineCount; line += by) {
      const written = text.lineText(line);
      if (/\p{L}{2}/u.test(written)) return plain(written);
    }
    return "";
  };
  return [next(start - 1, -1), next(end, 1)];
}

type Held = readonly [file: ComparedFile, finding: Finding];

/** A guard and the text that it stands in. */
interface Standing {
  readonly guard: Guard;
  readonly text: string;
}

/** Guards for a whole file that the change puts there. */
function guardsThatCame(files: readonly ComparedFile[]): readonly Standing[] {
  return files.flatMap(({ change, current }) => {
    const text = change.text ?? "";
    const found = (current?.guards?.found ?? []).filter(({ reach }) => reach === "file");
    const lines = found.length > 0 ? indexLines(text) : undefined;
    return found.flatMap((guard) =>
      lines && touchesHunk(change.hunks, linesOf(lines, guard.finding.span)) ? [{ guard, text }] : [],
    );
  });
}

/** Whether each kind of guard that held for a finding of the base holds where it stands now. */
function keepsGuards(came: readonly Standing[], [from, before]: Held, [to, now]: Held): boolean {
  const ofUnit = (from.base?.guards?.found ?? []).filter((guard) => guard.reach !== "file" && holdsFor(guard, before));
  if (ofUnit.length === 0) return true;
  const text = to.change.text ?? "";
  const here = (to.current?.guards?.found ?? []).filter((guard) => guard.reach === "file" || holdsFor(guard, now));
  const name = moduleName(to.change.path);
  // A router may be given the guard where it is taken in.
  const there = came.filter((one) => one.text.includes(name));
  const standing = [...here.map((guard): Standing => ({ guard, text })), ...there];
  const baseText = from.change.baseText ?? "";
  return ofUnit.every(({ finding: { ruleId, span } }) =>
    standing.some(
      (one) =>
        one.guard.covers.includes(ruleId) &&
        !isWeaker(withArguments(baseText, span), withArguments(one.text, one.guard.finding.span)),
    ),
  );
}

/** What an import of a file has in it: its name, or for `index.js` and `__init__.py` that of its folder. */
function moduleName(path: string): string {
  const [folder = "", file = ""] = path.split("/").slice(-2).length > 1 ? path.split("/").slice(-2) : ["", path];
  const name = file.replace(/\.\w+$/, "");
  return name === "index" || name === "__init__" ? folder : name;
}

function holdsFor({ unit }: Guard, { span, path }: Finding): boolean {
  const steps = [span, ...path.flatMap((step) => (step.elsewhere ? [] : [step.span]))];
  return steps.some(({ start, end }) => unit.start <= start && end <= unit.end);
}
