import type { AnyConnector } from '@rollcall/core';
import type { ConformanceOptions } from '../conformance/suite.ts';

/** A connector under way: what its tests work with. */
export interface Project extends Omit<ConformanceOptions, 'describe' | 'test'> {
  /** Of the package, with a `/` at the end. */
  readonly folder: URL;
  /** Loaded when a step needs it: one that does not load yet must not stop the steps before. */
  readonly connector: () => Promise<AnyConnector>;
  /** Called before every read, such as `forgetRateBudgets` of `@rollcall/http`. */
  readonly before?: () => void;
}
