import { setImmediate as nextTurn } from 'node:timers/promises';
import { defaultFields, type Employee, type EmployeeField } from '../employee/employee.ts';
import type { HttpOptions, TokenStore } from '../contract/authentication.ts';
import type { FileSource } from '../contract/file-source.ts';
import type { Completeness } from '../contract/completeness.ts';
import type { AnyConnector, Connector } from '../contract/connector.ts';
import type { ReadContext } from '../contract/context.ts';
import type { CustomerConfigInput, Manifest, PlatformConfigInput } from '../contract/manifest.ts';
import type { Issue } from '../contract/map-report.ts';
import { IncompleteReadError } from '../errors/incomplete-read-error.ts';
import { checkConnector } from '../contract/check-connector.ts';
import { checkFields } from './check-fields.ts';
import { ahead } from './ahead.ts';
import { Collector } from './collector.ts';
import { createReadContext, type Clock } from './create-read-context.ts';
import { createMapRecord, type MapRecord } from './map-record.ts';
import type { ReadReport } from './read-report.ts';
import { createTextShare } from './share-texts.ts';
import { toRollcallError } from './to-rollcall-error.ts';

export interface ReadProgress {
  readonly pages: number;
  readonly records: number;
  readonly employees: number;
  readonly requests: number;
}

/** Fields that somebody fills in: required as a whole when one of them is, untyped for a connector that is not known by name. */
type PlatformOption<M extends Manifest> = Manifest extends M
  ? { readonly platform?: Readonly<Record<string, unknown>> | undefined }
  : Record<never, never> extends PlatformConfigInput<M>
    ? { readonly platform?: PlatformConfigInput<M> }
    : { readonly platform: PlatformConfigInput<M> };

/** Required for connectors that read a file. */
type FileOption<M extends Manifest> = Manifest extends M
  ? { readonly file?: FileSource | undefined }
  : M extends { readonly file: object }
    ? { readonly file: FileSource }
    : Record<never, never>;

/** `config` is what the customer entered, `platform` what the platform holds once for all its customers. */
export type ReadOptions<M extends Manifest> = PlatformOption<M> &
  FileOption<M> & {
    /** What the customer entered. */
    readonly config: Manifest extends M ? Readonly<Record<string, unknown>> : CustomerConfigInput<M>;
    /** Fields to deliver; `id` and `status` always are. Default: all but `bankAccount`. */
    readonly fields?: readonly EmployeeField[] | undefined;
    /** Default: the system's clock. */
    readonly clock?: Clock | undefined;
    readonly signal?: AbortSignal | undefined;
    /** Called after every page, and in between after every part of a large one. */
    readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
    /** A list that goes on beyond this is taken for endless. Default 1,000,000. */
    readonly maxRecords?: number | undefined;
    readonly http?: HttpOptions | undefined;
    readonly tokens?: TokenStore | undefined;
  };

/** One page as it was read, or a part of it: a vendor may answer with everyone at once. */
export interface EmployeePage {
  readonly employees: readonly Employee[];
  /** Values of these employees that could not be used. */
  readonly issues: readonly Issue[];
}

/** A read under way: employees in the vendor's order, and the report once it has ended. It can be walked once. */
export interface EmployeeRead extends AsyncIterable<Employee> {
  /** The same by page, for those who write in batches. */
  pages(): AsyncIterable<EmployeePage>;
  /** Settles when the walk ends, in whatever way. Never rejects: a failed read is a `partial` one with its error. */
  readonly report: Promise<ReadReport>;
}

/**
 * Reads all employees of one customer, without any store. Pages are fetched while they are consumed, one ahead: the
 * company is never in memory as a whole.
 *
 * The walk throws what ended it: AuthError, PermissionError, RateLimitError, UnavailableError, ResponseError,
 * IncompleteReadError, or the signal's reason.
 * @throws ConfigError at once, naming every bad field.
 * @example
 * const read = readEmployees(personio, { config: { clientId, clientSecret } });
 * for await (const employee of read) console.log(employee.id, employee.status);
 * console.log((await read.report).outcome);
 */
export function readEmployees<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  options: ReadOptions<M>,
): EmployeeRead {
  return new Read(connector, options);
}

// Some milliseconds of work.
const partSize = 250;

const systemClock: Clock = { now: () => new Date() };

/** What the platform's own callback threw: handed back as it is and not blamed on the vendor. */
class CallerFault {
  readonly fault: unknown;
  constructor(fault: unknown) {
    this.fault = fault;
  }
}

class Read implements EmployeeRead {
  readonly report: Promise<ReadReport>;
  readonly #connector: AnyConnector;
  readonly #options: ReadOptions<Manifest>;
  readonly #clock: Clock;
  readonly #collector: Collector;
  readonly #context: ReadContext;
  readonly #mapRecord: MapRecord;
  readonly #share = createTextShare();
  readonly #stop = new AbortController();
  #settle: (report: ReadReport) => void = () => undefined;
  #walked = false;

  constructor(connector: AnyConnector, options: ReadOptions<Manifest>) {
    checkConnector(connector);
    this.#connector = connector;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    const fields = new Set<EmployeeField>([...(options.fields ?? defaultFields), 'id', 'status']);
    checkFields(connector.manifest.slug, options.fields);
    const startedAt = this.#clock.now();
    const { slug, permissions, file } = connector.manifest;
    this.#collector = new Collector({
      vendor: slug,
      startedAt: startedAt.getTime(),
      fields: [...fields],
      permissions,
      isFile: file !== undefined,
    });
    this.#context = createReadContext(connector, options, {
      clock: this.#clock,
      signal: options.signal === undefined ? this.#stop.signal : AbortSignal.any([options.signal, this.#stop.signal]),
      fields,
      warn: (message) => {
        this.#collector.warn(message);
      },
      request: () => {
        this.#collector.requests += 1;
      },
    });
    const today = startedAt.toISOString().slice(0, 10);
    this.#mapRecord = createMapRecord(connector, { config: this.#context.config, today }, fields);
    this.report = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Employee, void, void> {
    for await (const page of this.pages()) yield* page.employees;
  }

  async *pages(): AsyncGenerator<EmployeePage, void, void> {
    if (this.#walked)
      throw new IncompleteReadError({
        code: 'not_complete',
        vendor: this.#connector.manifest.slug,
        message: 'a read can be walked once: call readEmployees again',
      });
    this.#walked = true;
    let ended = false;
    try {
      this.#options.signal?.throwIfAborted();
      const completeness = yield* this.#walk();
      ended = true;
      this.#settle(this.#collector.report({ kind: 'finished', completeness }, this.#clock.now().getTime()));
    } catch (error) {
      ended = true;
      throw this.#fail(error);
    } finally {
      this.#stop.abort();
      if (!ended) this.#end('the read was left before its end');
    }
  }

  async *#walk(): AsyncGenerator<EmployeePage, Completeness, void> {
    const pages = ahead(this.#connector.list(this.#context));
    try {
      for (;;) {
        this.#options.signal?.throwIfAborted();
        const result = await pages.next();
        // A page that arrived after the abort is not handed out any more.
        this.#options.signal?.throwIfAborted();
        if (result.done === true) return result.value;
        yield* this.#toPages(result.value);
      }
    } finally {
      this.#stop.abort();
      await pages.return({ proven: false, because: 'the read was left before its end' });
    }
  }

  /** A large page is handed out in parts, so that neither the next page's arrival nor the platform's other work waits for it. */
  async *#toPages(records: readonly unknown[]): AsyncGenerator<EmployeePage, void, void> {
    this.#collector.pages += 1;
    this.#refuseEndless();
    let fresh = 0;
    for (let start = 0; start === 0 || start < records.length; start += partSize) {
      if (start > 0) await nextTurn();
      this.#options.signal?.throwIfAborted();
      const part = this.#toPart(start === 0 && records.length <= partSize ? records : records.slice(start, start + partSize));
      fresh += part.fresh;
      if (part.fresh > 0 || records.length === 0) yield part.page;
    }
    if (records.length > 0 && fresh === 0) throw this.#repeatedPage();
  }

  #toPart(records: readonly unknown[]): { readonly page: EmployeePage; readonly fresh: number } {
    const employees: Employee[] = [];
    const issues: Issue[] = [];
    let fresh = 0;
    for (const record of records) {
      const mapped = this.#mapRecord(record);
      const id = 'employee' in mapped ? mapped.employee.id : mapped.employeeId;
      const first = id === undefined || this.#collector.isFirst(id);
      if (first) fresh += 1;
      if (!('employee' in mapped))
        this.#collector.quarantine(mapped.employeeId, mapped.mismatches, this.#connector.locate?.(record));
      else if (first) {
        this.#share(mapped.employee);
        employees.push(mapped.employee);
        this.#collector.employee(mapped.employee);
        for (const issue of mapped.issues) {
          issues.push(issue);
          this.#collector.issue(issue, this.#connector.locate?.(record));
        }
      }
      this.#collector.records += 1;
    }
    this.#sayProgress();
    return { page: { employees, issues }, fresh };
  }

  #sayProgress(): void {
    const { pages, requests, records, employees } = this.#collector;
    try {
      this.#options.onProgress?.({ pages, requests, records, employees });
    } catch (error) {
      throw new CallerFault(error);
    }
  }

  /** A vendor's paging, or a connector's, that never comes to an end: with ever new people, or with ever new empty pages. */
  #refuseEndless(): void {
    const { records, pages } = this.#collector;
    const limit = this.#options.maxRecords ?? 1_000_000;
    if (records < limit && pages - records < 1_000) return;
    const { slug } = this.#connector.manifest;
    const message = `the list of ${slug} does not end: ${String(records)} records in ${String(pages)} pages so far (maxRecords is ${String(limit)})`;
    throw new IncompleteReadError({ code: 'not_complete', vendor: slug, message });
  }

  #repeatedPage(): IncompleteReadError {
    const { slug } = this.#connector.manifest;
    return new IncompleteReadError({
      code: 'page_repeated',
      vendor: slug,
      message: `page ${String(this.#collector.pages)} of ${slug} holds only people who had come before: the paging goes in circles`,
    });
  }

  #fail(error: unknown): unknown {
    const { signal } = this.#options;
    if (signal?.aborted === true) {
      this.#end('the read was aborted');
      return signal.reason;
    }
    if (error instanceof CallerFault) {
      this.#end('the platform stopped the read');
      return error.fault;
    }
    const known = toRollcallError(error, this.#connector.manifest.slug);
    this.#settle(this.#collector.report({ kind: 'failed', error: known }, this.#clock.now().getTime()));
    return known;
  }

  #end(because: string): void {
    this.#settle(this.#collector.report({ kind: 'stopped', because }, this.#clock.now().getTime()));
  }
}
