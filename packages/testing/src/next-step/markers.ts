import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A place where the scaffold could only guess, or where only the author knows: `TODO(rollcall): …` in a comment or a text. */
export interface Marker {
  /** From the project's folder on, with `/`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const left = new Set(['node_modules', 'dist', 'coverage', '.git', '.changeset']);
const readable = /\.(?:ts|json|md|yml|yaml)$|^LICENSE$/;
const largestBytes = 2_000_000;

/** All that are left in a project, file by file in alphabetical order. */
export function markersOf(folder: string): readonly Marker[] {
  return filesOf(folder).flatMap((path) => {
    const file = relative(folder, path).split(sep).join('/');
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((source, index) => {
        const text = /TODO\(rollcall\):\s*(.*)/.exec(source)?.[1];
        return text === undefined ? [] : [{ file, line: index + 1, text: withoutEnd(text) }];
      });
  });
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return left.has(entry.name) ? [] : filesOf(path);
      return entry.isFile() && readable.test(entry.name) && statSync(path).size <= largestBytes ? [path] : [];
    });
}

/** The comment or the text that a marker stands in ends behind it. */
function withoutEnd(text: string): string {
  return text.replace(/\s*(?:-->|\*\/|["'`][\s\]}),;]*)\s*$/, '').trim();
}
