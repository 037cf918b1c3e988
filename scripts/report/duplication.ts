import { readFileSync } from 'node:fs';
import { Detector, MemoryStore, type IClone, type IMapFrame } from '@jscpd/core';
import { Tokenizer } from '@jscpd/tokenizer';

export interface SourceFile {
  readonly connector: string;
  readonly path: string;
}

export interface Duplication {
  /** Of all lines. */
  readonly percent: number;
  readonly lines: number;
  readonly duplicatedLines: number;
  /** Pairs of places, such as `connectors/a/src/list.ts:3-9 = connectors/b/src/list.ts:1-7`. */
  readonly copies: readonly string[];
}

/** jscpd's own defaults: what is shorter is no copy. */
export const shortest = { minLines: 5, minTokens: 50 } as const;

/** Lines that stand in another connector too: of every pair the later copy counts, as jscpd counts. */
export async function duplicationOf(files: readonly SourceFile[]): Promise<Duplication> {
  const detector = new Detector(new Tokenizer(), new MemoryStore<IMapFrame>(), [], { ...shortest, maxLines: 100_000 });
  const connectors = new Map(files.map(({ path, connector }) => [path, connector]));
  const duplicated = new Set<string>();
  const copies: string[] = [];
  let lines = 0;
  for (const { path, connector } of files) {
    const text = readFileSync(path, 'utf8');
    lines += text.trimEnd().split('\n').length;
    for (const clone of await detector.detect(path, text, 'typescript')) {
      const [copy, original] = sidesOf(clone, path);
      if (connectors.get(original.sourceId) === connector) continue;
      for (let line = copy.start.line; line <= copy.end.line; line += 1) duplicated.add(`${path}:${String(line)}`);
      copies.push(`${placeOf(copy)} = ${placeOf(original)}`);
    }
  }
  return { percent: lines === 0 ? 0 : (duplicated.size / lines) * 100, lines, duplicatedLines: duplicated.size, copies };
}

type Side = IClone['duplicationA'];

function sidesOf({ duplicationA, duplicationB }: IClone, path: string): readonly [copy: Side, original: Side] {
  return duplicationA.sourceId === path ? [duplicationA, duplicationB] : [duplicationB, duplicationA];
}

function placeOf({ sourceId, start, end }: Side): string {
  const [, below = sourceId] = /\/(connectors\/.*)$/.exec(sourceId) ?? [];
  return `${below}:${String(start.line)}-${String(end.line)}`;
}
