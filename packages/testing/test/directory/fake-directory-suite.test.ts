import { describe, test } from 'vitest';
import { createFakeDirectory } from '../../src/directory/fake-directory.ts';
import { describeDirectory } from '../../src/directory/describe-directory.ts';

describeDirectory('the fake directory', {
  describe,
  test,
  open() {
    const directory = createFakeDirectory();
    return {
      directory,
      other: createFakeDirectory(),
      accept: directory.accept,
      protect(memberId) {
        directory.setProtected(memberId, true);
      },
      confirmEmail: directory.confirmEmail,
      bankAccountOf: directory.bankAccountOf,
      addTeam: (team) => directory.addTeam({ ...team, key: null }).id,
    };
  },
});
