import type { AnyConnector } from '@rollcall/core';
import type { Conformance } from './conformance.ts';
import type { Measured, Measurement } from './measurement.ts';

/** One connector, as `--json` shows it. */
export interface ConnectorRow {
  readonly connector: string;
  /** Lines of code in src: neither blank nor comment, sandbox not counted. */
  readonly lines: number;
  readonly requests: number | null;
  readonly minimumRequests: number | null;
  readonly fieldsFilled: number | null;
  readonly fieldsDeclared: number;
  readonly fieldsNeverFilled: readonly string[];
  readonly casesPassed: number;
  readonly cases: number;
  readonly casesFailed: readonly string[];
  readonly faults: number | null;
  readonly wrongRemovals: number | null;
  readonly harmful: readonly string[];
  readonly maturity: string;
  readonly apiVersion: string;
  readonly checked: string;
  /** Why something could not be measured. */
  readonly error: string | null;
  readonly ok: boolean;
}

const noCases: Conformance = { passed: 0, total: 0, failed: ['there is no conformance.test.ts'] };

export function toRow(
  { manifest }: AnyConnector,
  lines: number,
  { passed, total, failed }: Conformance = noCases,
  measured: Measured = { error: 'not measured' },
): ConnectorRow {
  return {
    connector: manifest.slug,
    lines,
    fieldsDeclared: manifest.fields.length,
    casesPassed: passed,
    cases: total,
    casesFailed: failed,
    maturity: manifest.maturity,
    apiVersion: manifest.api.version,
    checked: manifest.api.checked,
    ...('error' in measured ? unmeasured(measured.error) : fromMeasurement(measured, failed.length === 0)),
  };
}

type MeasuredPart = Pick<
  ConnectorRow,
  'requests' | 'minimumRequests' | 'fieldsFilled' | 'fieldsNeverFilled' | 'faults' | 'wrongRemovals' | 'harmful' | 'error' | 'ok'
>;

function fromMeasurement(measured: Measurement, casesPass: boolean): MeasuredPart {
  const { requests, minimumRequests, declared, filled, faults, wrongRemovals, harmful } = measured;
  return {
    requests,
    minimumRequests,
    fieldsFilled: filled.length,
    fieldsNeverFilled: declared.filter((field) => !filled.includes(field)),
    faults,
    wrongRemovals,
    harmful,
    error: null,
    ok: casesPass && requests <= minimumRequests && wrongRemovals === 0 && harmful.length === 0,
  };
}

function unmeasured(error: string): MeasuredPart {
  const nothing = { requests: null, minimumRequests: null, fieldsFilled: null, faults: null, wrongRemovals: null };
  return { ...nothing, fieldsNeverFilled: [], harmful: [], error, ok: false };
}
