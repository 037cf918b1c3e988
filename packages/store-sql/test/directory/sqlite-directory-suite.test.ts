import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, test } from 'vitest';
import { describeDirectory } from '@rollcall/testing';
import { sqliteDirectory } from '../../directory/index.ts';

describeDirectory('the reference directory on SQLite', {
  describe,
  test,
  open() {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-directory-'));
    const file = join(folder, 'application.db');
    const directory = sqliteDirectory({ file, customerId: 'fjordkiste' });
    const other = sqliteDirectory({ file, customerId: 'other' });
    return {
      directory,
      other,
      accept: directory.accept,
      protect: (memberId) => directory.setProtected(memberId, true),
      confirmEmail: directory.confirmEmail,
      bankAccountOf: directory.bankAccountOf,
      addTeam: directory.addTeam,
      close() {
        directory.close();
        other.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
});
