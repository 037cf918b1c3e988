interface Sized {
  readonly size: number;
  has(id: string): boolean;
}

/** Most sets of a plan are empty or small, and everybody is looked for in each: an empty one is not asked. */
export function holds(set: Sized, id: string): boolean {
  return set.size > 0 && set.has(id);
}
