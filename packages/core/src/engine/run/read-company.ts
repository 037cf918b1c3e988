import type { AnyConnector } from '../../contract/connector.ts';
import type { Issue } from '../../contract/map-report.ts';
import type { BankAccount, Employee, EmployeeField } from '../../employee/employee.ts';
import { defaultFields } from '../../employee/employee.ts';
import type { Plan } from '../../plan/plan.ts';
import { canonicalJson } from '../../plan/canonical-json.ts';
import { byId, sortById } from '../../plan/sort-by-id.ts';
import { readEmployees, type ReadOptions, type ReadProgress } from '../../read/read-employees.ts';
import type { Manifest } from '../../contract/manifest.ts';
import type { ReadReport } from '../../read/read-report.ts';
import type { Configuration, Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { fileFor } from '../files.ts';
import { sealContext } from '../seal/sealer.ts';
import { createTokenStore } from '../tokens.ts';
import { createShare } from './share.ts';

/** Everybody a read brought, as far as it came. */
export interface CompanyRead {
  /** Without bank accounts. */
  readonly employees: Employee[];
  readonly issues: readonly Issue[];
  readonly report: ReadReport;
  /** Only where bank accounts are managed; null for none. In memory for this run and sealed before they are stored. */
  readonly bankAccounts: ReadonlyMap<string, BankAccount | null>;
  readonly bankFingerprints: ReadonlyMap<string, string | null>;
  /** Of those whom the plan links, noted when the employees are let go. */
  readonly workEmails: Map<string, string | null | undefined>;
  /** Of a connection that is pushed to: how often anything had been pushed when the read began. */
  readonly pushedChanges?: number | undefined;
}

/**
 * Hands out the employees of a read by ids in ascending order (`byId`); undefined for whoever is not in it. The read holds
 * nobody any longer who was handed out, so that they can be let go while what is planned for a large company takes its place
 * in memory.
 */
export function takeEmployees(read: CompanyRead, { operations }: Pick<Plan, 'operations'>): (id: string) => Employee | undefined {
  // Whoever is next is the last: an array lets go of its last item at no cost. A map of everybody would be one more thing to hold.
  const left = sortById(read.employees, ({ id }) => id).reverse();
  const linked = new Set<string>();
  for (const { kind, employeeId } of operations) if (kind === 'link') linked.add(employeeId);
  return (id) => {
    let next = left.at(-1);
    while (next !== undefined && byId(next.id, id) <= 0) {
      left.pop();
      if (next.id === id) {
        if (linked.has(id)) read.workEmails.set(id, next.workEmail);
        return next;
      }
      next = left.at(-1);
    }
    return undefined;
  };
}

export interface ReadCompanyOptions {
  readonly configuration: Configuration | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** Reads the whole company into memory. A failed read is a report with its error: nothing is thrown for it. */
export async function readCompany(
  context: EngineContext,
  connection: Connection,
  options: ReadCompanyOptions,
): Promise<CompanyRead> {
  const connector = context.connectorFor(connection);
  const read = readEmployees(connector, {
    ...(await readOptionsOf(context, connection, connector)),
    fields: fieldsOf(options.configuration),
    signal: options.signal,
    onProgress: options.onProgress,
  });
  const pushedChanges = connection.delivery === 'push' ? await context.store.pushed.changes(connection.id) : undefined;
  const employees: Employee[] = [];
  const issues: Issue[] = [];
  const bankAccounts = new Map<string, BankAccount | null>();
  const bankFingerprints = new Map<string, string | null>();
  const share = createShare();
  try {
    for await (const page of read.pages()) {
      for (const employee of page.employees) {
        if (employee.bankAccount === undefined) employees.push(share(employee));
        else {
          const { bankAccount, ...rest } = employee;
          bankAccounts.set(employee.id, bankAccount);
          bankFingerprints.set(employee.id, fingerprintOf(context, connection.id, bankAccount));
          employees.push(share(rest));
        }
      }
      for (const issue of page.issues) issues.push(issue);
    }
  } catch (error) {
    // What ended the read is in its report; a caller's own callback that threw is the caller's.
    const report = await read.report;
    if (report.outcome === 'complete' || (report.error === undefined && options.signal?.aborted !== true)) throw error;
  }
  const report = await read.report;
  return { employees, issues, report, bankAccounts, bankFingerprints, workEmails: new Map(), pushedChanges };
}

/** What a connector needs to speak to the vendor for this connection: opened credentials and the place for its tokens. */
export async function readOptionsOf(
  context: EngineContext,
  connection: Connection,
  connector: AnyConnector,
): Promise<ReadOptions<Manifest>> {
  const { store, sealer, options } = context;
  const sealed = await store.secrets.get(connection.id, 'credentials');
  const config =
    sealed === null ? {} : await sealer.open<Record<string, unknown>>(sealContext(connection.id, 'credentials'), sealed);
  return {
    config,
    platform: connection.delivery === 'push' ? undefined : options.platform?.[connector.manifest.slug],
    file: await fileFor(context, connection, connector.manifest),
    clock: { now: () => context.now() },
    http: options.http,
    tokens: createTokenStore({
      store,
      sealer,
      connectionId: connection.id,
      owner: context.owner,
      leaseMs: context.leaseMs,
      vendor: connector.manifest.slug,
    }),
  };
}

/** Bank accounts are asked for only when they are managed. */
function fieldsOf(configuration: Configuration | null): readonly EmployeeField[] {
  return configuration?.policy.managedFields.includes('bankAccount') === true ? [...defaultFields, 'bankAccount'] : defaultFields;
}

export function fingerprintOf({ sealer }: EngineContext, connectionId: string, account: BankAccount | null): string | null {
  return account === null ? null : sealer.fingerprint(sealContext(connectionId, 'bankAccount'), canonicalJson(account));
}
