import { RateBudget, type BudgetLimits } from './rate-budget.ts';

// Shared in the process: two connections of one tenant draw on the same budget, as they do at the vendor.
const budgets = new Map<string, RateBudget>();

/** The budget of a tenant. Ask anew for each request: budgets without effect are forgotten. */
export function rateBudget(key: string, limits: BudgetLimits): RateBudget {
  const known = budgets.get(key);
  if (known !== undefined) return known;
  for (const [other, budget] of budgets) if (budget.idle) budgets.delete(other);
  const budget = new RateBudget(limits);
  budgets.set(key, budget);
  return budget;
}

/** Forgets what was asked of whom, in this process. For tests, which ask invented vendors without end. */
export function forgetRateBudgets(): void {
  budgets.clear();
}
