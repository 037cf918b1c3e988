import type { Random } from '../random/random.ts';

const specialists = [
  'Specialist',
  'Analyst',
  'Coordinator',
  'Engineer',
  'Consultant',
  'Technician',
  'Advisor',
  'Planner',
  'Clerk',
  'Designer',
] as const;
const grades = ['Junior', 'Senior', 'Lead', 'Principal'] as const;
const all = specialists.flatMap((name) => [name, ...grades.map((grade) => `${grade} ${name}`)]);

/** Titles by rank: level 1 is the top of the tree. The strings are shared among people. */
export function jobTitle(random: Random, level: number, leads: boolean): string {
  if (level === 1) return 'Chief Executive Officer';
  if (!leads) return all[random.below(all.length)] ?? 'Specialist';
  if (level === 2) return 'Director';
  return level === 3 ? 'Head of Unit' : 'Team Manager';
}
