import { describe, expect, test } from 'vitest';
import { employeeFields, employeeJsonSchema, employeeStatuses } from '../../src/index.ts';

interface Property {
  readonly anyOf?: readonly { readonly type?: string }[];
  readonly enum?: readonly string[];
}

const schema = employeeJsonSchema();
const properties = schema.properties as Record<string, Property>;

describe('employeeJsonSchema', () => {
  test('is a titled JSON Schema of draft 2020-12', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Employee',
      type: 'object',
    });
  });

  test('has every field and requires only id and status', () => {
    expect(Object.keys(properties)).toEqual([...employeeFields]);
    expect(schema.required).toEqual(['id', 'status']);
  });

  test('lists the statuses', () => {
    expect(properties.status?.enum).toEqual([...employeeStatuses]);
  });

  test.each(employeeFields.filter((field) => !['id', 'status', 'customFields'].includes(field)))('%s may be null', (field) => {
    expect(properties[field]?.anyOf?.map(({ type }) => type)).toContain('null');
  });

  test('is JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  test('is made anew for every caller', () => {
    delete employeeJsonSchema().title;

    expect(employeeJsonSchema().title).toBe('Employee');
  });
});
