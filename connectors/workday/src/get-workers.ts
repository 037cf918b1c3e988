import type { Completeness, EmployeeField, HttpClient, PostOptions, ReadContext } from '@rollcall/core';
import { numberedPages } from '@rollcall/http';
import { soapCall, usernameToken, xmlAll, xmlText, type XmlDraft, type XmlNode } from '@rollcall/soap';
import { manifest } from './manifest.ts';

export type Context = ReadContext<typeof manifest>;
export type Item = Readonly<{ worker: XmlNode }>;

const path = '/ccx/service/{tenant}/Human_Resources/{version}';

/** Who is asked for, and as of which day: today unless it is said. */
export interface Asked {
  readonly who: XmlDraft;
  readonly asOf?: string | undefined;
}

/**
 * One answer of Get_Workers. Elements stand in the order of the schema, which Workday insists on.
 * Source: sequences of Get_Workers_RequestType and the types within (github.com/benjaminhansen/workday-wsdl, 2019-09).
 */
export function getWorkers(context: Context, { who, asOf }: Asked, page?: number): Promise<XmlNode> {
  const { http, config, now } = context;
  const { tenant, username, password, version = manifest.api.version } = config;
  const filter = {
    As_Of_Effective_Date: asOf ?? dayOf(now),
    // The same on all pages: a snapshot that nothing shifts.
    As_Of_Entry_DateTime: instantOf(now),
    ...(page !== undefined && { Page: page, Count: manifest.pageSize }),
  };
  return soapCall(http, path, {
    vendor: manifest.slug,
    params: { tenant, version },
    namespaces: { bsvc: 'urn:com.workday/bsvc' },
    header: {
      ...usernameToken({ username: username.includes('@') ? username : `${username}@${tenant}`, password }),
      ...inside({ Workday_Common_Header: inside({ Include_Reference_Descriptors_In_Response: 'true' }) }),
    },
    body: inside({
      Get_Workers_Request: {
        '@bsvc:version': version,
        ...who,
        ...inside({ Response_Filter: inside(filter), Response_Group: inside(groupsOf(context)) }),
      },
    }),
    answer: 'Get_Workers_Response',
  });
}

/** All workers whom the criteria leave, a page at a time. */
export function workerPages(context: Context, asked: Asked): AsyncGenerator<readonly Item[], Completeness, void> {
  // The kit's paging over SOAP: what it sends is one call of Get_Workers.
  const send: HttpClient['send'] = async <T>(_method: string, _path: string, options?: PostOptions<T>) => {
    const body = (await getWorkers(context, asked, Number(options?.json))) as T;
    return { status: 200, headers: {}, url: path, body };
  };
  const client: HttpClient = { ...context.http, send };
  return numberedPages<XmlNode>(client, path, {
    request: (page) => ({ json: page }),
    items: (answer) => xmlAll(answer, 'Response_Data', 'Worker').map((worker) => ({ worker })),
    totalItems: (answer) => countIn(answer, 'Total_Results'),
    totalPages: (answer) => countIn(answer, 'Total_Pages'),
  }) as ReturnType<typeof workerPages>;
}

/** How many there are; undefined where the answer does not say so. */
export function countIn(answer: XmlNode, name: 'Total_Results' | 'Total_Pages'): number | undefined {
  const written = xmlText(answer, 'Response_Results', name) ?? '';
  return /^\d+(?:\.0+)?$/.test(written) ? Number(written) : undefined;
}

/** Leavers, future starters and contractors are workers like others. */
export function everybody(criteria: XmlDraft): XmlDraft {
  const all = { Exclude_Inactive_Workers: 'false', Exclude_Employees: 'false', Exclude_Contingent_Workers: 'false' };
  return inside({ Request_Criteria: { ...criteria, ...inside(all) } });
}

/** `YYYY-MM-DD`, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

export function instantOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

const personal: readonly EmployeeField[] = ['firstName', 'lastName', 'preferredName', 'workEmail', 'personalEmail', 'phone'];
// The own organization tells which entry of the management chain is the direct one.
const groups = ['department', 'team', 'division', 'legalEntity', 'costCenter', 'customFields', 'managerId'] as const;

/** What nobody asked for is left out: answers are large enough. */
function groupsOf(context: Context): Readonly<Record<string, string>> {
  const excluded = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [`Exclude_${name}`, 'true']));
  return {
    Include_Reference: 'true',
    Include_Personal_Information: String(context.wants(...personal)),
    Include_Employment_Information: 'true',
    Include_Organizations: String(context.wants(...groups)),
    ...excluded('Organization_Support_Role_Data', 'Location_Hierarchies', 'Cost_Center_Hierarchies', 'Company_Hierarchies'),
    ...excluded('Matrix_Organizations', 'Pay_Groups', 'Regions', 'Region_Hierarchies'),
    Include_Management_Chain_Data: String(context.wants('managerId')),
    ...excluded('Funds', 'Fund_Hierarchies', 'Grants', 'Grant_Hierarchies', 'Business_Unit_Hierarchies'),
    ...excluded('Programs', 'Program_Hierarchies', 'Gifts', 'Gift_Hierarchies'),
  };
}

/** The same in Workday's namespace. */
export function inside(elements: Readonly<Record<string, XmlDraft | string | number | undefined>>): XmlDraft {
  return Object.fromEntries(Object.entries(elements).map(([name, value]) => [`bsvc:${name}`, value]));
}

/** An id as a reference holds it. */
export function reference(type: string, id: string): XmlDraft {
  return inside({ ID: { '@bsvc:type': type, '#text': id } });
}
