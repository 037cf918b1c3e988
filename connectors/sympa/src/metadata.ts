import { ResponseError, type DiscoveredField, type ReadContext } from '@rollcall/core';
import { parseXml, xmlAll, xmlAttribute } from '@rollcall/soap';
import { manifest } from './manifest.ts';

/**
 * The fields of the customer's interface: those of tables as `Table.Field`. Source:
 * https://documenter.getpostman.com/view/33639379/2sA3kXG1vX, Metadata (2026-11).
 * @throws ResponseError `not_found`, which names the interfaces that there are.
 */
export async function discover({ http, config }: ReadContext<typeof manifest>): Promise<readonly DiscoveredField[]> {
  const metadata = await http.get<string>('/$metadata', { as: 'text', headers: { accept: 'application/xml' } });
  const schemas = xmlAll(parseXml(metadata, manifest.slug), 'Edmx', 'DataServices', 'Schema');
  const sets = xmlAll(schemas, 'EntityContainer', 'EntitySet');
  const set = sets.find((each) => xmlAttribute(each, 'Name') === config.interfaceName);
  const types = [...xmlAll(schemas, 'EntityType'), ...xmlAll(schemas, 'ComplexType')];
  const fieldsOf = (typeName = ''): readonly DiscoveredField[] => {
    const type = types.find((each) => `.${typeName}`.replace(/\)$/, '').endsWith(`.${xmlAttribute(each, 'Name') ?? ''}`));
    const fields = [...xmlAll(type, 'Property'), ...xmlAll(type, 'NavigationProperty')];
    return fields.map((field) => ({ name: xmlAttribute(field, 'Name') ?? '', type: xmlAttribute(field, 'Type') }));
  };
  const fields = fieldsOf(set === undefined ? config.interfaceName : xmlAttribute(set, 'EntityType'));
  if (set === undefined && fields.length === 0) {
    const others = sets.map((each) => xmlAttribute(each, 'Name')).join(', ');
    const message = `Sympa has no interface ${config.interfaceName} for this API key (it has: ${others || 'none'})`;
    throw new ResponseError({ code: 'not_found', vendor: manifest.slug, message });
  }
  return fields.flatMap((field) => {
    const columns = fieldsOf(field.type);
    return columns.length === 0 ? [field] : columns.map(({ name, type }) => ({ name: `${field.name}.${name}`, type }));
  });
}
