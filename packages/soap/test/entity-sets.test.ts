import { describe, expect, test } from 'vitest';
import { entitySets } from '../src/index.ts';

const v4 = `<?xml version="1.0"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Hr" Alias="H" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Base"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String"/></EntityType>
<EntityType Name="Employee" BaseType="H.Base"><Property Name="Työsähköposti" Type="Edm.String"/><NavigationProperty Name="Jobs" Type="Collection(Hr.Job)"/></EntityType>
<EntityType Name="Loop" BaseType="Hr.Loop"><Property Name="X" Type="Edm.Int32"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="Employees" EntityType="Hr.Employee"/><EntitySet Name="Loops" EntityType="Hr.Loop"/><EntitySet Name="Odd" EntityType="Hr.Nowhere"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const v2 = `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices m:DataServiceVersion="2.0" xmlns:m="x">
<Schema Namespace="Model"><EntityType Name="Person"><Property Name="PERSONID" Type="Edm.String" Nullable="false"/></EntityType></Schema>
<Schema Namespace="Service"><EntityContainer Name="E" m:IsDefaultEntityContainer="true"><EntitySet Name="People" EntityType="Model.Person"/></EntityContainer></Schema>
</edmx:DataServices></edmx:Edmx>`;

describe('the sets of an OData service', () => {
  test('version 4, with base types and an alias', () => {
    const sets = entitySets(v4, 'acme');
    expect([...sets.keys()]).toEqual(['Employees', 'Loops', 'Odd']);
    expect(sets.get('Employees')).toEqual({
      name: 'Employees',
      properties: new Map([
        ['Id', 'Edm.String'],
        ['Työsähköposti', 'Edm.String'],
      ]),
      navigations: ['Jobs'],
      keys: ['Id'],
    });
  });

  test('a type that is its own base ends, and a type that is nowhere has nothing', () => {
    const sets = entitySets(v4, 'acme');
    expect([...(sets.get('Loops')?.properties.keys() ?? [])]).toEqual(['X']);
    expect(sets.get('Odd')?.properties.size).toBe(0);
  });

  test('version 2, types and sets in different schemas', () => {
    expect([...(entitySets(v2, 'acme').get('People')?.properties ?? [])]).toEqual([['PERSONID', 'Edm.String']]);
  });

  test('what is no metadata has no sets', () => {
    expect(entitySets('<html/>', 'acme').size).toBe(0);
  });
});
