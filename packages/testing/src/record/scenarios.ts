import {
  getEmployee,
  readChanges,
  readEmployees,
  RollcallError,
  type AnyConnector,
  type Change,
  type Employee,
  type EmployeeField,
  type HttpOptions,
  type ReadProgress,
  type ReadReport,
} from '@rollcall/core';

/** What is asked of a vendor for one recording. */
export type Scenario =
  | { readonly kind: 'read'; readonly maxRecords?: number }
  | { readonly kind: 'get'; readonly id: string }
  | { readonly kind: 'changes'; readonly cursor: string | null };

export interface Access {
  readonly config: Readonly<Record<string, unknown>>;
  readonly platform: Readonly<Record<string, unknown>> | undefined;
  readonly now: Date;
  readonly fields?: readonly EmployeeField[] | undefined;
  readonly http?: HttpOptions | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** What came of it, as far as recordings say it. */
export interface Outcome {
  readonly employees: readonly Employee[];
  readonly report?: ReadReport;
  readonly gone?: true;
  readonly changes?: readonly Change[];
  readonly cursor?: string;
  readonly error?: { readonly name: string; readonly code: string };
  /** The error itself, for those who can do nothing without an answer. */
  readonly thrown?: RollcallError;
}

/** Plays a scenario. What the vendor refuses is an outcome; an interruption is thrown. */
export async function play(connector: AnyConnector, scenario: Scenario, access: Access): Promise<Outcome> {
  const options = {
    config: access.config,
    platform: access.platform,
    clock: { now: () => access.now },
    http: access.http,
    signal: access.signal,
    ...(access.fields !== undefined && { fields: access.fields }),
  };
  try {
    if (scenario.kind === 'get') {
      const found = await getEmployee(connector, scenario.id, options);
      return found.found ? { employees: [found.employee] } : { employees: [], gone: true };
    }
    if (scenario.kind === 'changes') {
      const { fields: _, ...others } = options;
      return { employees: [], ...(await readChanges(connector, scenario.cursor, others)) };
    }
    const read = readEmployees(connector, { ...options, onProgress: access.onProgress, maxRecords: scenario.maxRecords });
    const employees: Employee[] = [];
    for await (const page of read.pages()) employees.push(...page.employees);
    return { employees, report: await read.report };
  } catch (error) {
    access.signal?.throwIfAborted();
    if (!RollcallError.isInstance(error)) throw error;
    return { employees: [], error: { name: error.name, code: error.code }, thrown: error };
  }
}

/** One request after the other, so that the second telling asks in the order of the first. */
export function oneAtATime(connector: AnyConnector): AnyConnector {
  return { ...connector, manifest: { ...connector.manifest, limits: { ...connector.manifest.limits, concurrency: 1 } } };
}
