import type { SandboxAnswer } from '@rollcall/sandbox';

type Row = Readonly<Record<string, unknown>>;

const isPrivate = /^(?:personal|employmentEnd|lastWorking|leaving|probation|contractType|employeeId|birthday|address|formatted)/;

/** What `public:read` alone shows of people: the active ones, without their private members. */
export function publicView(people: readonly Row[]): readonly Row[] {
  return people
    .filter(({ status }) => status === 'active')
    .map((person) => Object.fromEntries(Object.entries(person).filter(([name]) => !isPrivate.test(name))));
}

const views = new WeakMap<SandboxAnswer, () => SandboxAnswer>();

/** Remembers what the same request would have been answered to such a token; made when it is asked for. */
export function withPublicView(answer: SandboxAnswer, view: () => SandboxAnswer): SandboxAnswer {
  views.set(answer, view);
  return answer;
}

/** Other lists have nothing private in them. */
export function asSeenPublicly(answer: SandboxAnswer): SandboxAnswer {
  return views.get(answer)?.() ?? answer;
}
