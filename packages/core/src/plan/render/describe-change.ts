import type { NewMember } from '../../directory/member-directory.ts';
import type { ManagedValues } from '../../directory/member.ts';
import type { ManagerTarget, Operation } from '../operation.ts';

export interface ChangeWords {
  /** How an employee is called: the id, or a name that the caller has. */
  readonly person: (employeeId: string) => string;
  /** Show what stands in fields, personal data among it; else only which fields change. */
  readonly values: boolean;
}

/** What an operation changes, in a few words; empty where the kind says it all. Bank accounts are never shown. */
export function describeChange(operation: Operation, words: ChangeWords): string {
  switch (operation.kind) {
    case 'create':
      return newMember(operation.after, words);
    case 'update':
      return fields(operation.before, operation.after, words);
    case 'change_email': {
      const change = words.values ? arrow(operation.before, operation.after) : 'workEmail';
      return operation.verify ? `${change} once confirmed` : change;
    }
    case 'set_manager':
      return arrow(memberWord(operation.before), managerWord(operation.after, words));
    case 'set_bank_account':
      return operation.after === null ? 'cleared' : operation.before === null ? 'set' : 'changed';
    case 'move':
      return words.values ? arrow(operation.before ?? 'none', operation.after ?? 'none') : 'entity';
    case 'count_missing':
      return `${arrow(String(operation.before), String(operation.after))} complete reads`;
    case 'schedule_removal':
      return arrow(operation.before ?? 'none', operation.after ?? 'none');
    case 'relink':
      return `${memberWord(operation.memberId)}, ${arrow(words.person(operation.from.employeeId), words.person(operation.to.employeeId))}`;
    default:
      return memberWord(operation.memberId);
  }
}

function newMember({ email, values, entity, access }: NewMember, { values: shown }: ChangeWords): string {
  const given = Object.entries({ email, ...values, entity, access }).filter(([, value]) => value !== undefined && value !== null);
  return given.map(([name, value]) => (shown ? `${name}: ${String(value)}` : name)).join(', ');
}

function fields(before: ManagedValues, after: ManagedValues, { values: shown }: ChangeWords): string {
  const old = new Map(Object.entries(before));
  return Object.entries(after)
    .map(([name, value]) => (shown ? `${name}: ${arrow(old.get(name) ?? 'none', value ?? 'none')}` : name))
    .join(', ');
}

function managerWord(target: ManagerTarget, { person }: ChangeWords): string {
  if (target === null) return 'none';
  return 'employeeId' in target ? person(target.employeeId) : memberWord(target.memberId);
}

function memberWord(memberId: string | null): string {
  return memberId === null ? 'none' : `member ${memberId}`;
}

function arrow(before: string, after: string): string {
  return `${before} → ${after}`;
}
