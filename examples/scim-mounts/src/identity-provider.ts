import type { Mount } from './mounts.ts';

export interface Person {
  readonly userName: string;
  readonly givenName: string;
  readonly familyName: string;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly totalResults?: number };
}

/** Sends as Okta does: whoever is assigned is looked for by name first, and made when they are not there. */
export class IdentityProvider {
  /** Statuses of all answers, in their order. */
  readonly answers: number[] = [];
  readonly #mount: Mount;
  readonly #token: string;

  constructor(mount: Mount, token: string) {
    this.#mount = mount;
    this.#token = token;
  }

  /** Gives the id here; undefined when the service has refused. */
  async assign({ userName, givenName, familyName }: Person): Promise<string | undefined> {
    const filter = encodeURIComponent(`userName eq "${userName}"`);
    const { body: found } = await this.#send('GET', `/Users?filter=${filter}&startIndex=1&count=100`);
    if (found.totalResults !== 0) return undefined;
    const { body } = await this.#send('POST', '/Users', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName,
      name: { givenName, familyName },
      emails: [{ primary: true, value: userName, type: 'work' }],
      displayName: `${givenName} ${familyName}`,
      active: true,
    });
    return body.id;
  }

  async deactivate(id: string): Promise<void> {
    await this.#send('PATCH', `/Users/${id}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', value: { active: false } }],
    });
  }

  async #send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.#mount.send(
      new Request(`${this.#mount.origin}/scim/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/scim+json; charset=utf-8' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    this.answers.push(response.status);
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }
}
