import type { EmployeeField } from '../employee/employee.ts';
import type { FileSource } from './file-source.ts';
import type { HttpClient } from './http-client.ts';
import type { CustomerConfig, Manifest, PlatformConfig } from './manifest.ts';
import type { MapReport } from './map-report.ts';

/** A file for those who declare one; nothing for everybody else. */
export type FileOf<M extends Manifest> = Manifest extends M
  ? FileSource | undefined
  : M extends { readonly file: object }
    ? FileSource
    : undefined;

/** What `list`, `get` and `changes` are given. Everything they know of the world comes through it. */
export interface ReadContext<M extends Manifest = Manifest> {
  readonly http: HttpClient;
  readonly config: CustomerConfig<M>;
  readonly platform: PlatformConfig<M>;
  /** What the customer gave, where the manifest says that a file is read. */
  readonly file: FileOf<M>;
  /** Is this field asked for? A look-up that only serves others can be left out. */
  wants(...fields: readonly EmployeeField[]): boolean;
  readonly now: Date;
  readonly signal: AbortSignal;
  /**
   * Runs a look-up that only adds names. 401, 403 and 404 give `fallback` and a warning in the report, which names
   * what is lost; every other failure ends the read.
   */
  optional<T>(name: string, lost: readonly EmployeeField[], work: () => Promise<T>, fallback: T): Promise<T>;
  /** Says something about this read that an administrator should know. No personal data. */
  warn(message: string): void;
}

/** What `map` is given beside the record. */
export interface MapContext<M extends Manifest = Manifest> extends MapReport {
  readonly config: CustomerConfig<M>;
  /** The day in UTC, `YYYY-MM-DD`. The engine decides by the person's own zone (rule S4). */
  readonly today: string;
}
