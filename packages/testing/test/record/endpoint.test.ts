import type { Manifest } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { endpointOf, isTokenRequest } from '../../src/record/endpoint.ts';

const reads = [
  'GET /{version}/data.svc/$metadata',
  'GET /{version}/data.svc/{set}',
  "GET /{version}/data.svc/{set}('{id}')",
  'GET /users/{id}',
];
const endpoints = {
  reads,
  tokens: ['POST /oauth/token', 'POST /{a}', 'POST /{a}/{b}', 'POST /{a}/{b}/{c}'],
} as unknown as Manifest['endpoints'];

describe('the endpoint of a request is the template that says most of its path', () => {
  test.each([
    ['GET', '/v7/data.svc/$metadata', 'GET /{version}/data.svc/$metadata'],
    ['GET', '/base/v7/data.svc/People?$select=ID', 'GET /{version}/data.svc/{set}'],
    ['GET', "/v7/data.svc/People('A-1')", "GET /{version}/data.svc/{set}('{id}')"],
    ['POST', '/oauth/token', 'POST /oauth/token'],
    ['POST', '/idp/token', 'POST /{a}/{b}'],
    ['', '/api/users/7', 'GET /users/{id}'],
    ['DELETE', '/users/7', ''],
  ])('%s %s', (method, path, expected) => {
    expect(endpointOf({ endpoints }, method, path)).toBe(expected);
  });
});

test('a log-in is one by its endpoint', () => {
  expect(isTokenRequest({ endpoints }, 'POST', '/idp/connect/token')).toBe(true);
  expect(isTokenRequest({ endpoints }, 'GET', '/users/7')).toBe(false);
});
