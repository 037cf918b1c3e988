import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, ResponseError, type AnyConnector, type ReadReport } from '@rollcall/core';
import type { Exchange } from '../replay/exchange.ts';
import { capture } from '../record/capture.ts';
import { runsOf } from '../record/leak-scan.ts';
import { namesOf } from '../record/needles.ts';
import { play, type Access } from '../record/scenarios.ts';
import { readVocabulary } from '../record/vocabulary.ts';
import { readExpected } from '../record/write-recordings.ts';
import { compareShapes, type Drift } from './compare-shapes.ts';
import { shapesOf } from './shapes-of.ts';

export interface DriftOptions {
  readonly access: Access;
  /** Folder of the recordings to compare with. */
  readonly fixtures: string;
  readonly source?: string | undefined;
}

export interface DriftReport {
  readonly connector: string;
  /** What was compared with: recordings of a real account where there are any, else what was written from documentation. */
  readonly against: 'recorded' | 'documented';
  readonly cases: readonly string[];
  readonly people: number;
  readonly requests: number;
  readonly outcome: ReadReport['outcome'];
  readonly drift: readonly Drift[];
}

/**
 * Reads everybody and compares the form of the answers with the recordings: by endpoint and path, never by value.
 * @throws the errors of a read; ConfigError when there is no recording to compare with
 */
export async function driftOf(connector: AnyConnector, { access, fixtures, source }: DriftOptions): Promise<DriftReport> {
  const { manifest } = connector;
  const { against, cases, exchanges } = recordingsIn(fixtures, access.now, manifest.slug);
  const { result, exchanges: asked } = await capture(
    () => play(connector, { kind: 'read' }, access),
    access.http?.origins,
    manifest.slug,
  );
  if (result.thrown !== undefined) throw result.thrown;
  const { employees, report } = result;
  if (report === undefined)
    throw new ResponseError({ code: 'not_found', vendor: manifest.slug, message: 'the read ended without a report' });
  const vocabulary = readVocabulary({ source, fixtures, manifest, employees: [] });
  const names = namesOf(employees);
  const drift = compareShapes(shapesOf(manifest, exchanges), shapesOf(manifest, asked), {
    manifest,
    knowsWord: (path, word) => vocabulary.has(path, word),
    isName: (word) => runsOf(word).some((run) => names.has(run)),
  });
  return {
    connector: manifest.slug,
    against,
    cases,
    people: employees.length,
    requests: asked.length,
    outcome: report.outcome,
    drift,
  };
}

interface Recordings {
  readonly against: DriftReport['against'];
  readonly cases: readonly string[];
  readonly exchanges: readonly Exchange[];
}

/** Of good reads: what is recorded to be refused or quarantined is no form to compare with. */
function recordingsIn(fixtures: string, now: Date, vendor: string): Recordings {
  const { cases } = readExpected(fixtures, now.toISOString());
  const good = Object.entries(cases).filter(
    ([, { error, quarantined, id, cursor }]) =>
      error === undefined && quarantined === undefined && id === undefined && cursor === undefined,
  );
  const recorded = good.filter(([, one]) => one.recorded !== undefined);
  const chosen = (recorded.length > 0 ? recorded : good).map(([name]) => name);
  if (chosen.length === 0)
    throw new ConfigError({
      vendor,
      problems: [{ field: '--out', problem: 'names a folder without recordings to compare with' }],
    });
  return {
    against: recorded.length > 0 ? 'recorded' : 'documented',
    cases: chosen,
    // One read may stand for several cases.
    exchanges: [...new Set(chosen.map((name) => readFileSync(join(fixtures, `${name}.json`), 'utf8')))].flatMap(
      (text) => JSON.parse(text) as Exchange[],
    ),
  };
}
