export { scimHandler, type ScimHandler, type ScimOptions } from './handler/scim-handler.ts';
export { scimPush } from './push/scim-push.ts';
export { type PushedUser } from './push/pushed-user.ts';
