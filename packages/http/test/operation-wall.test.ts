import { describe, expect, test } from 'vitest';
import { acmeClient } from './acme.ts';
import { json, withServer } from './with-server.ts';

const soap = (content: string) =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="urn:x"><s:Header/><s:Body>${content}</s:Body></s:Envelope>`;

describe('operations of one endpoint', () => {
  const post = async (path: string, options: object) => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const posted = acmeClient(server.origin).post(path, options);
    const failed = await posted.then(
      () => undefined,
      (error: unknown) => error,
    );
    return { failed, sent: server.seen.length };
  };

  test.each([
    ['the named operation', soap('<b:Get_Workers_Request b:version="1"/>')],
    ['without a prefix, behind a line break', soap('\n  <Get_Workers_Request>x</Get_Workers_Request>')],
  ])('SOAP: %s is sent', async (_what, body) => {
    expect(await post('/soap', { body })).toEqual({ failed: undefined, sent: 1 });
  });

  test.each([
    ['another operation', soap('<b:Put_Worker_Request/>')],
    [
      'another operation that only mentions the named one',
      soap('<b:Put_Worker_Request><b:Get_Workers_Request/></b:Put_Worker_Request>'),
    ],
    ['no operation', soap('')],
    ['no envelope', '<Get_Workers_Request/>'],
    ['nothing', undefined],
  ])('SOAP: %s is refused and never sent', async (_what, body) => {
    const { failed, sent } = await post('/soap', { body });
    expect(failed).toMatchObject({ name: 'ConfigError', code: 'request_not_allowed' });
    expect(sent).toBe(0);
  });

  test('JSON: the named operation is sent', async () => {
    expect(await post('/actions', { json: { Action: 'GetAll' } })).toEqual({ failed: undefined, sent: 1 });
  });

  test.each([[{ Action: 'DeleteAll' }], [{ action: 'GetAll' }], [{ Action: ['GetAll'] }], [{}], [null], [undefined]])(
    'JSON: %j is refused and never sent',
    async (body) => {
      const { failed, sent } = await post('/actions', { json: body });
      expect(failed).toMatchObject({ code: 'request_not_allowed' });
      expect(sent).toBe(0);
    },
  );
});
