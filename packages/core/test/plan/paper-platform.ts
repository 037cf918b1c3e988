import type { Link, LinkStore, Member, MemberDirectory } from '../../src/index.ts';

/** A platform on paper: members and ties in memory, changed by nothing but a plan. */
export class PaperPlatform {
  readonly #members: Map<string, Member>;
  readonly #links: Map<string, Link>;

  constructor(members: readonly Member[], links: readonly Link[]) {
    this.#members = new Map(members.map((member) => [member.id, member]));
    this.#links = new Map(links.map((link) => [keyOf(link), link]));
  }

  get members(): readonly Member[] {
    return [...this.#members.values()];
  }

  get ties(): readonly Link[] {
    return [...this.#links.values()];
  }

  readonly links: LinkStore = {
    links: () => Promise.resolve(this.ties),
    put: (link) => {
      this.#links.set(keyOf(link), link);
      return Promise.resolve();
    },
    remove: (link) => {
      this.#links.delete(keyOf(link));
      return Promise.resolve();
    },
  };

  readonly directory: MemberDirectory = {
    members: () => Promise.resolve(this.members),
    create: ({ email, values, entity = null }, key) => {
      this.#members.set(key, { id: key, email, status: 'invited', protected: false, values, managerId: null, entity });
      return Promise.resolve(key);
    },
    update: (id, values) => this.#change(id, ({ values: before }) => ({ values: { ...before, ...values } })),
    changeEmail: (id, email, { verify }) => this.#change(id, () => (verify ? {} : { email })),
    reactivate: (id) => this.#change(id, () => ({ status: 'active' })),
    revoke: (id) => this.#change(id, () => ({ status: 'revoked' })),
    archive: (id) => this.#change(id, () => ({ status: 'archived' })),
    setManager: (id, managerId) => this.#change(id, () => ({ managerId })),
    setEntity: (id, entity) => this.#change(id, () => ({ entity })),
  };

  #change(id: string, change: (member: Member) => Partial<Member>): Promise<void> {
    const member = this.#members.get(id);
    if (member === undefined) return Promise.reject(new TypeError(`no member ${id}`));
    this.#members.set(id, { ...member, ...change(member) });
    return Promise.resolve();
  }
}

function keyOf({ connectionId, employeeId }: Link): string {
  return `${connectionId} ${employeeId}`;
}
