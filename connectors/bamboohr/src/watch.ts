/** From this size on it is odd that nobody ever left and nobody has a hire date. */
const companyOfSomeSize = 25;

interface Watch {
  see(rows: readonly unknown[]): void;
  end(): void;
}

/** Watches the rows go by for what an access level hides without saying so, and warns at the end. */
export function createWatch(context: { warn(message: string): void }): Watch {
  let people = 0;
  let inactive = 0;
  let dated = 0;
  return {
    see(rows) {
      people += rows.length;
      for (const row of rows) {
        const { status, hireDate } = (row as { fields?: { status?: unknown; hireDate?: unknown } | null } | null)?.fields ?? {};
        if (status === 'Inactive') inactive += 1;
        if (hireDate != null && hireDate !== '') dated += 1;
      }
    },
    end() {
      if (people < companyOfSomeSize) return;
      if (inactive === 0)
        context.warn(
          'nobody is Inactive: the access level of the API user may hide people who left, who would then only be missing',
        );
      if (dated === 0)
        context.warn(
          'nobody has a hire date: the access level of the API user may hide it, and future starters then look like leavers',
        );
    },
  };
}
