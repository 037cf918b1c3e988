import { createPlan, autoProvision } from '@rollcall/core';
const e = { id: 'e1', status: 'active', workEmail: 'a@b.example', firstName: 'A' };
console.log(createPlan({ connectionId: 'c', readId: 'r', employees: [e], issues: [], report: { outcome: 'complete', employees: 1, records: 1, pages: 1, requests: 1, issues: 0 } as never, members: [], links: [], policy: autoProvision, now: new Date() } as never).hash);
