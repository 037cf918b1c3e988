import type { SandboxCompany, SandboxRoute, Twin } from '@rollcall/sandbox';
import { answers, badRequest } from './answers.ts';
import { costCenterUuid } from './employment-wire.ts';
import { listPage } from './envelope.ts';

interface LookUp {
  readonly path: string;
  /** Answers 404 without the header `Beta: true`. */
  readonly beta: boolean;
  readonly entries: (twin: Twin) => readonly object[];
}

/** The lists that hold the names behind ids. Ids of org units, entities and workplaces are numbers here and text in employments. */
const lookUps: readonly LookUp[] = [
  {
    path: '/v2/legal-entities',
    beta: false,
    entries: ({ entities }) => entities.map(({ id, name, country }) => ({ id, name, country })),
  },
  { path: '/v2/workplaces', beta: true, entries: ({ locations }) => locations.map(({ id, name }) => ({ id, name })) },
  {
    path: '/v2/cost-centers',
    beta: true,
    entries: ({ costCenters }) => costCenters.map(({ id, name }) => ({ id: costCenterUuid(id), name })),
  },
];

export const lookUpRoutes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/v2/org-units',
    kind: 'lookup',
    handle(request, company) {
      if (!isBeta(request.headers)) return answers.notFound;
      // A link carries the cursor alone, so the type has to be part of it.
      const type = request.query.get('type');
      if (type !== 'department' && type !== 'team') return badRequest;
      const link = `/v2/org-units?type=${type}&`;
      return answer(request, company, { key: type, link, entries: orgUnits(company, type) });
    },
  },
  ...lookUps.map(({ path, beta, entries }): SandboxRoute => ({
    method: 'GET',
    path,
    kind: 'lookup',
    handle(request, company) {
      if (beta && !isBeta(request.headers)) return answers.notFound;
      return answer(request, company, { key: path, link: `${path}?`, entries: entries(company.twin) });
    },
  })),
];

function isBeta(headers: Readonly<Record<string, string>>): boolean {
  return headers.beta === 'true';
}

function orgUnits({ twin }: SandboxCompany, type: 'department' | 'team'): readonly object[] {
  return type === 'department'
    ? twin.departments.map(({ id, name }) => ({ id, name, parent_id: null, description: null, abbreviation: null }))
    : twin.teams.map(({ id, name, departmentId }) => ({
        id,
        name,
        parent_id: departmentId,
        description: null,
        abbreviation: null,
      }));
}

interface Answered {
  readonly key: string;
  readonly link: string;
  readonly entries: readonly object[];
}

function answer(
  request: Parameters<SandboxRoute['handle']>[0],
  company: SandboxCompany,
  { key, link, entries }: Answered,
): ReturnType<SandboxRoute['handle']> {
  return listPage(request, company, {
    key,
    largest: 100,
    usual: 20,
    linkPath: link,
    count: entries.length,
    entries: (from, to) => entries.slice(from, to).map((entry) => JSON.stringify(entry)),
  });
}
