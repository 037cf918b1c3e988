import { benchPlan } from './b4-plan.ts';
console.log(await benchPlan(Number(process.argv[2] ?? 100000)));
