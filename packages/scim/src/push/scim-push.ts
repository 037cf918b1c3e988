import type { Push } from '@rollcall/core';
import { listPushed } from './list-pushed.ts';
import { PushedUser } from './pushed-user.ts';
import { fieldPaths, toEmployee } from './to-employee.ts';

/** What a connector for somebody who pushes by SCIM gives as `push`. */
export const scimPush: Push<PushedUser> = { record: PushedUser, list: listPushed, map: toEmployee, fieldPaths };
