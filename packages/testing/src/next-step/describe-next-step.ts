import { AssertionError } from 'node:assert/strict';
import type { Runner } from '../runner.ts';
import { nextStep } from './next-step.ts';
import type { Project } from './project.ts';

/**
 * One test that fails with the next thing to write, and passes once nothing is left.
 * @example
 * describeNextStep({ describe, test, ...project });
 */
export function describeNextStep({ describe, test, ...project }: Project & Runner): void {
  describe('what to write next', () => {
    test('nothing is left', async () => {
      const message = await nextStep(project);
      if (message === null) return;
      const failure = new AssertionError({ message });
      // Where this line stands helps nobody, and there is nothing to compare: the message says where to go.
      Reflect.deleteProperty(failure, 'diff');
      failure.stack = `AssertionError: ${message}`;
      throw failure;
    });
  });
}
