import type { OperationKind } from '../operation.ts';

/** What each kind does, in the order in which kinds are shown. */
export const operationTitles: Readonly<Record<OperationKind, string>> = {
  link: 'link to a member',
  relink: 'move the link to another record',
  reactivate: 'give access back',
  create: 'create and invite',
  manage: 'manage again',
  update: 'update',
  change_email: 'change the e-mail address',
  move: 'move to another entity',
  set_manager: 'set the manager',
  set_bank_account: 'set the bank account',
  count_missing: 'count as missing',
  schedule_removal: 'schedule or call off a removal',
  release: 'release: manage no longer, leave as it is',
  unlink: 'unlink: the member becomes manual',
  withdraw: 'withdraw the invitation',
  revoke: 'revoke access',
  archive: 'archive',
};

export const operationKinds = Object.keys(operationTitles) as OperationKind[];
