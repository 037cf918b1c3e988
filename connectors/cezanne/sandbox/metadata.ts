import { raw, type SandboxAnswer } from '@rollcall/sandbox';
import type { EntitySet } from './entity-set.ts';

const edm = 'http://schemas.microsoft.com/ado/2009/11/edm';
const edmx = 'http://schemas.microsoft.com/ado/2007/06/edmx';
const dateColumns = /DATE$|^EFFECTIVE/;
const flags = new Set(['ACTIVEEMPLOYEE', 'PRIMARYEMPLOYMENT']);

/** CSDL 3, as WCF Data Services write it. */
export function metadataOf(sets: readonly EntitySet[]): SandboxAnswer {
  const types = sets.map(({ name, keys, properties }) => {
    const refs = keys.map((key) => `<PropertyRef Name="${key}"/>`).join('');
    return `<EntityType Name="${name}Row"><Key>${refs}</Key>${properties.map(toProperty).join('')}</EntityType>`;
  });
  const container = sets.map(({ name }) => `<EntitySet Name="${name}" EntityType="Cezanne.Data.${name}Row"/>`).join('');
  const schemas =
    `<Schema Namespace="Cezanne.Data" xmlns="${edm}">${types.join('')}</Schema>` +
    `<Schema Namespace="Cezanne" xmlns="${edm}"><EntityContainer Name="DataService">${container}</EntityContainer></Schema>`;
  const services = `<edmx:DataServices>${schemas}</edmx:DataServices>`;
  const document = `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="1.0" xmlns:edmx="${edmx}">${services}</edmx:Edmx>`;
  return raw(200, document, 'application/xml;charset=utf-8');
}

function toProperty(name: string): string {
  const type = dateColumns.test(name) ? 'Edm.DateTime' : flags.has(name) ? 'Edm.Int32' : 'Edm.String';
  return `<Property Name="${name}" Type="${type}"/>`;
}
