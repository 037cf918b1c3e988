import { expect, test } from 'vitest';
import { createTextShare } from '../../src/read/share-texts.ts';

// Which of two equal texts somebody holds cannot be seen; that nobody is given another's can.
test('sharing texts changes what nobody says, however many texts there are', () => {
  const share = createTextShare();
  for (let index = 0; index < 50_000; index += 1) {
    const person = {
      id: String(index),
      status: 'active' as const,
      firstName: `F${String(index % 7)}`,
      lastName: index % 3 === 0 ? null : `L${String(index)}`,
      startDate: `20${String(10 + (index % 10))}-01-01`,
      ...(index % 2 === 0 && { managerId: String(index % 40_000) }),
    };
    const shared = structuredClone(person);
    share(shared);
    expect(shared).toStrictEqual(person);
  }
});
