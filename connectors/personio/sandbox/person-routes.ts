import { raw, type SandboxCompany, type SandboxRoute, type TwinPerson } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { employmentsOf } from './employment-wire.ts';
import { listPage } from './envelope.ts';
import { personWire } from './person-wire.ts';

export const personRoutes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/v2/persons',
    kind: 'page',
    handle(request, company) {
      const since = request.query.get('updated_at.gt');
      const people = since === null ? company.twin.people : peopleSince(company, since);
      return listPage(request, company, {
        key: since === null ? 'persons' : '',
        largest: 50,
        usual: 10,
        // A link carries the cursor alone, and so does the filter behind it.
        linkPath: since === null ? '/v2/persons?' : `/v2/persons?updated_at.gt=${encodeURIComponent(since)}&`,
        count: people.length,
        entries: (from, to) => people.slice(from, to).map((person) => JSON.stringify(personWire(person, company.twin.today))),
      });
    },
  },
  {
    method: 'GET',
    path: '/v2/persons/{id}',
    kind: 'detail',
    handle({ params }, { twin }) {
      const person = twin.person(Number(params.id));
      return person === undefined ? answers.notFound : raw(200, JSON.stringify(personWire(person, twin.today)));
    },
  },
  {
    method: 'GET',
    path: '/v2/persons/{id}/employments',
    kind: 'detail',
    handle(request, company) {
      const person = company.twin.person(Number(request.params.id));
      if (person === undefined) return answers.notFound;
      const employments = employmentsOf(person, company.twin);
      return listPage(request, company, {
        key: '',
        largest: 50,
        usual: 10,
        linkPath: '/v2/employments?',
        count: employments.length,
        entries: (from, to) => employments.slice(from, to).map((employment) => JSON.stringify(employment)),
      });
    },
  },
];

function peopleSince({ twin }: SandboxCompany, since: string): readonly TwinPerson[] {
  return twin.people.filter((person) => Date.parse(personWire(person, twin.today).updated_at) > Date.parse(since));
}
