import { describe, expect, it } from 'vitest';
import { createHostWall } from '../src/wall/host-wall.ts';
import { isPrivateAddress } from '../src/wall/private-address.ts';
import { publicLookup } from '../src/wall/public-lookup.ts';
import { acmeClient, acmeOptions, failure, manifest } from './acme.ts';
import { bearer } from '../src/index.ts';
import { inTurn, json, withServer } from './with-server.ts';

describe('the lines around the wall', () => {
  it('refuses IPv4 within IPv6 in its translated form too', () => {
    expect(isPrivateAddress('::ffff:0:127.0.0.1')).toBe(true);
  });

  it.each(['Host', 'transfer-encoding', 'X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])(
    'refuses the header %s, which would change the request',
    async (name) => {
      const server = await withServer((response) => {
        json(response, {});
      });
      const error = await failure(acmeClient(server.origin).post('/search', { json: {}, headers: { [name]: 'DELETE' } }));
      expect(error).toMatchObject({ code: 'request_not_allowed' });
      expect(server.seen).toEqual([]);
    },
  );
});

describe('the host wall', () => {
  const wall = createHostWall(manifest, { company: 'Quay-1' });
  const judge = (address: string) => {
    try {
      wall.check(new URL(address));
      return true;
    } catch {
      return false;
    }
  };

  it.each([
    'https://api.acme.example/x',
    'https://api.acme.example:443/',
    'https://quay-1.acme.example',
    'https://a.eu.acme.example',
    'https://a.b.eu.acme.example',
  ])('lets %s pass', (address) => {
    expect(judge(address)).toBe(true);
  });

  it.each([
    'http://api.acme.example/',
    'https://api.acme.example:8443/',
    'https://user@api.acme.example/',
    'https://:pass@api.acme.example/',
    'https://eu.acme.example/',
    'https://other.acme.example/',
    'https://api.acme.example.evil.example/',
    'https://apixacme.example/',
    'https://api.acme.example./',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'ftp://api.acme.example/',
  ])('refuses %s', (address) => {
    expect(judge(address)).toBe(false);
  });

  it('takes nothing for a host name that ends it', () => {
    const open = createHostWall(manifest, { company: 'evil.example/' });
    expect(() => {
      open.check(new URL('https://evil.example/.acme.example'));
    }).toThrow(/refused/);
  });

  it('does not take a literal address that the config fills in', () => {
    const open = createHostWall({ ...manifest, hosts: ['{company}'] }, { company: '10.0.0.1' });
    expect(() => {
      open.check(new URL('https://10.0.0.1/'));
    }).toThrow(/refused/);
  });
});

describe('private addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'fc00::1',
    'ff02::1',
    '::ffff:8.8.8.8',
    '::ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '2002:a00:1::',
    'not-an-address',
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '64:ff9b::8.8.8.8'])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it('public ones are handed on, one or all', async () => {
    const look = (address: string, all: boolean) =>
      new Promise((resolve) => {
        publicLookup(address, { all }, (...found) => {
          resolve(found);
        });
      });
    expect(await look('8.8.8.8', false)).toEqual([null, '8.8.8.8', 4]);
    expect(await look('8.8.8.8', true)).toEqual([null, [{ address: '8.8.8.8', family: 4 }]]);
    expect(await look('10.0.0.1', true)).toMatchObject([{ code: 'ERR_ROLLCALL_PRIVATE_ADDRESS' }, []]);
  });

  it('a vendor host that leads to loopback is not connected to', async () => {
    const local = { ...manifest, hosts: ['localhost'], baseUrl: 'https://localhost' };
    const options = acmeOptions('http://unused.example', { manifest: local });
    const http = bearer(() => 'x').connect({ ...options, http: { retries: 3 } });
    expect(await failure(http.get('/people'))).toMatchObject({ code: 'host_not_allowed', vendor: 'acme' });
  });

  it('a host name that does not exist is a network error', async () => {
    const options = acmeOptions('http://unused.example', {
      manifest: { hosts: ['nowhere.invalid'], baseUrl: 'https://nowhere.invalid' },
    });
    const http = bearer(() => 'x').connect({ ...options, http: { retries: 0 } });
    expect(await failure(http.get('/people'))).toMatchObject({ code: 'network' });
  });
});

describe('redirects', () => {
  const redirect = (location: string, status = 302) =>
    inTurn(
      (response) => {
        response.writeHead(status, { location }).end();
      },
      (response) => {
        json(response, { ok: true });
      },
    );

  it('are followed on the same host with the log-in', async () => {
    const server = await withServer(redirect('/people/1'));
    const answer = await acmeClient(server.origin).send('GET', '/people');
    expect(answer).toMatchObject({ body: { ok: true }, url: 'https://api.acme.example/people/1' });
    expect(server.seen[1]?.headers.authorization).toBe('Bearer static-token');
  });

  it('are followed to another allowed host without the log-in and without the connector’s headers', async () => {
    const server = await withServer(redirect('https://x.eu.acme.example/people/1'));
    const http = acmeClient(server.origin);
    await http.get('/people', { headers: { 'x-secret': 'canary' } });
    expect(server.seen[1]?.headers.authorization).toBeUndefined();
    expect(server.seen[1]?.headers['x-secret']).toBeUndefined();
  });

  it.each(['https://evil.example/people', 'http://api.acme.example/people', 'https://127.0.0.1/people'])(
    'to %s are refused',
    async (location) => {
      const server = await withServer(redirect(location));
      expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'host_not_allowed' });
      expect(server.seen).toHaveLength(1);
    },
  );

  it('to a path that is no read are refused', async () => {
    const server = await withServer(redirect('/logout'));
    expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'request_not_allowed' });
  });

  it('of a POST are not followed', async () => {
    const server = await withServer(redirect('/people', 307));
    expect(await failure(acmeClient(server.origin).post('/search', { json: {} }))).toMatchObject({
      code: 'request_rejected',
      status: 307,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('end after three', async () => {
    const server = await withServer((response) => {
      response.writeHead(301, { location: '/people' }).end();
    });
    expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'request_rejected' });
    expect(server.seen).toHaveLength(4);
  });

  it('without a location are a refusal', async () => {
    const server = await withServer((response) => {
      response.writeHead(302).end();
    });
    expect(await failure(acmeClient(server.origin).get('/people'))).toMatchObject({ code: 'request_rejected', status: 302 });
  });
});

describe('base addresses', () => {
  const urls = { eu: 'https://x.eu.acme.example/api', us: 'https://api.acme.example' };
  const chosen = { baseUrl: { by: 'company', urls } } as const;

  it('are selected by a field, with their path before the template', async () => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const http = acmeClient(server.origin, { manifest: chosen, config: { company: 'eu' } });
    await http.get('/people/{id}', { params: { id: '1' } });
    await http.get('https://x.eu.acme.example/api/people/2');
    expect(server.seen.map(({ url }) => url)).toEqual(['/api/people/1', '/api/people/2']);
  });

  it('are filled from the config', async () => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const options = acmeOptions(server.origin, {
      manifest: { baseUrl: 'https://{company}.acme.example/of/{company}' },
      config: { company: 'Quay' },
    });
    const http = bearer(() => 'x').connect({ ...options, http: { origins: { 'https://quay.acme.example': server.origin } } });
    await http.get('/people');
    expect(server.seen[0]?.url).toBe('/of/Quay/people');
    // A link of the vendor's that leaves the base path is another tenant's.
    await expect(http.get('https://quay.acme.example/people')).rejects.toMatchObject({ code: 'request_not_allowed' });
    await expect(http.get('https://quay.acme.example/of/Elsewhere/people')).rejects.toMatchObject({
      code: 'request_not_allowed',
    });
    await http.get('https://quay.acme.example/of/Quay/people');
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    [chosen, 'nowhere', 'config_invalid'],
    [{ baseUrl: 'https://{company}.acme.example' }, 'evil.example/', 'config_invalid'],
    [{ baseUrl: 'https://api.acme.example/{company}' }, '..', 'config_invalid'],
  ])('%j with %s are refused', async (change, company, code) => {
    const error = await failure(
      Promise.resolve().then(() => acmeClient('http://unused.example', { manifest: change, config: { company } })),
    );
    expect(error).toMatchObject({ code });
  });

  it('are needed for paths, not for whole addresses', async () => {
    const server = await withServer((response) => {
      json(response, {});
    });
    const { baseUrl, ...without } = manifest;
    expect(baseUrl).toBeDefined();
    const http = bearer(() => 'x').connect({ ...acmeOptions(server.origin), manifest: without });
    expect(await failure(http.get('/people'))).toMatchObject({ code: 'manifest_invalid' });
    await http.get('https://api.acme.example/people');
    expect(server.seen).toHaveLength(1);
  });
});
