import { fieldNames, PermissionError, vendorObject, vendorText, type DiscoveredField, type ReadContext } from '@rollcall/core';
import { orGone } from '@rollcall/http';
import { z } from 'zod';
import { fieldIds, manifest } from './manifest.ts';

type Context = ReadContext<typeof manifest>;
export type Names = Awaited<ReturnType<typeof namesIn>>;

const Named = vendorObject({ id: z.string(), label: vendorText, dataType: vendorText });
const Overview = vendorObject({ getConnectors: z.array(Named).nullish().catch(null) });
const Description = vendorObject({ fields: z.array(Named) });

const needed = ['id', 'startDate', 'workEmail'] as const;
const hint = 'Add the fields to the GetConnector in AFAS Profit, or enter under Field names how it calls them.';

export const connectorIdOf = ({ config }: Pick<Context, 'config'>): string => config.connectorId ?? 'Profit_Employees';

/** The fields of the customer's GetConnector. Source: https://docs.afas.help/profit/en/get-connector, Metainfo request (2026-11). */
export async function discover(context: Context): Promise<readonly DiscoveredField[]> {
  const options = { params: { connectorId: connectorIdOf(context) }, schema: Description };
  const { fields } = await context.http.get('/ProfitRestServices/metainfo/get/{connectorId}', options);
  return fields.map(({ id, label, dataType }) => ({ name: id, label: label ?? undefined, type: dataType ?? undefined }));
}

/**
 * How the customer's GetConnector calls our fields. Where AFAS does not tell which fields there are (`isTold`), names are
 * taken as they stand, and nothing may be sorted or filtered by a field that is perhaps not there.
 * @throws ConfigError for a field that is needed or mapped and does not exist, listing those that do.
 */
export async function namesIn(context: Context) {
  const known = (await orGone(discover(context)))?.map(({ name }) => name);
  const owner = `the GetConnector ${connectorIdOf(context)}`;
  const own = context.config.fields;
  const names = fieldNames({ vendor: manifest.slug, owner, names: fieldIds, own, known, needed, hint });
  if (names.terminationDate === undefined)
    context.warn(`${fieldIds.terminationDate} is missing: who works here is unknown without it`);
  return { ...names, isTold: known !== undefined };
}

/**
 * A token that is refused and a GetConnector that may not be read are answered alike: what the token may read is asked first.
 * True where AFAS told, so that the token is known to be good.
 * @throws PermissionError that lists the GetConnectors of the app connector.
 */
export async function checkConnector(context: Context): Promise<boolean> {
  const overview = await orGone(context.http.get('/ProfitRestServices/metainfo', { schema: Overview }));
  const held = overview?.getConnectors?.map(({ id }) => id);
  const wanted = connectorIdOf(context).toLowerCase();
  if (held?.some((id) => id.toLowerCase() === wanted) === false)
    throw refused(context, `the app connector does not hold it (it holds: ${held.join(', ') || 'none'})`);
  return overview !== null;
}

/** The token is good, and the GetConnector is not for it. */
export function refused(context: Context, why: string): PermissionError {
  const permission = `GetConnector ${connectorIdOf(context)}`;
  return new PermissionError({
    vendor: manifest.slug,
    message: `${permission} cannot be read: ${why}`,
    permission,
    hint: `Add it to the app connector in AFAS Profit, or enter under GetConnector which one it holds.`,
  });
}
