import { xmlAll, xmlAttribute, xmlFirst, xmlText, type XmlNode } from '@rollcall/soap';
import { filled, idOf, wordOf } from './xml.ts';

type Organization = ReturnType<typeof organizationOf>;

/** Of several jobs the organizations of the primary one come first. */
export function organizationsOf(data: XmlNode | undefined, job: XmlNode | undefined): readonly Organization[] {
  const ofJob = xmlAll(job, 'Position_Organizations_Data', 'Position_Organization_Data');
  return [...ofJob, ...xmlAll(data, 'Organization_Data', 'Worker_Organization_Data')].map(organizationOf);
}

function organizationOf(membership: XmlNode) {
  const reference = xmlFirst(membership, 'Organization_Reference');
  const summary = xmlFirst(membership, 'Organization_Data');
  const wid = idOf(reference, 'WID');
  const type = wordOf(xmlFirst(summary, 'Organization_Type_Reference'), 'Organization_Type_ID');
  return {
    wid,
    type: type?.toUpperCase().replaceAll(/[\s-]+/g, '_'),
    id: filled(xmlText(summary, 'Organization_Reference_ID'), idOf(reference, 'Organization_Reference_ID'), wid),
    name: filled(xmlText(summary, 'Organization_Name'), xmlAttribute(reference, 'Descriptor')),
    code: xmlText(summary, 'Organization_Code'),
  };
}

/**
 * The direct manager from a management chain: the one of the worker's own organization. Documents disagree on which end
 * is the top, so the order decides only where no entry belongs to an organization of the worker's.
 */
export function managerOf(chain: XmlNode, self: string | undefined, organizations: readonly Organization[]): string | null {
  const entries = xmlAll(chain, 'Management_Chain_Data');
  const managers = entries.map(firstManager);
  const ofEntries = entries.map((entry) => idOf(xmlFirst(entry, 'Organization_Reference'), 'WID'));
  const own = organizations.filter(({ type, wid }) => type === 'SUPERVISORY' && wid !== undefined);
  const places = own.map(({ wid }) => ofEntries.indexOf(wid)).filter((place) => place >= 0);
  const last = entries.length - 1;
  let place = places.find((candidate) => managers[candidate] !== self) ?? places[0] ?? last;
  // Whoever heads an organization reports to the next one towards the other end.
  const step = place === 0 && last > 0 ? 1 : -1;
  while (place in entries && managers[place] === self) place += step;
  return managers[place] ?? null;
}

/** Of several managers of one organization the first. */
function firstManager(entry: XmlNode): string | undefined {
  return idOf(xmlFirst(entry, 'Manager_Reference') ?? xmlFirst(entry, 'Manager', 'Worker_Reference'), 'WID');
}

const standardTypes =
  /^(?:SUPERVISORY|COMPANY|COST_CENTER|BUSINESS_UNIT|REGION|PAY_GROUP|FUND|GRANT|PROGRAM|GIFT|MATRIX|TEAM)$|_HIERARCHY$/;

/** Organizations of types that the customer made, by type. */
export function customOrganizations(organizations: readonly Organization[]): readonly (readonly [string, unknown])[] {
  const custom = organizations.filter(({ type }) => type !== undefined && !standardTypes.test(type));
  return Object.entries(Object.groupBy(custom, ({ type }) => String(type))).map(([type, same = []]) => {
    const names = [...new Set(same.flatMap(({ name }) => name ?? []))];
    return [type, names.length > 1 ? names : names[0]];
  });
}
