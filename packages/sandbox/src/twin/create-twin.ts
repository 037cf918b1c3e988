import { ConfigError } from '@rollcall/core';
import { toDay, toPlainDate } from '../calendar/day.ts';
import type { TwinEvent } from '../life/event.ts';
import { beginLife, personOf } from '../life/life.ts';
import { liveOneDay } from '../life/live-one-day.ts';
import { AddressBook } from '../people/address-book.ts';
import { toSeed } from '../random/seed.ts';
import { makeStructure } from '../structure/make-structure.ts';
import { checkTwinOptions, type TwinOptions } from './check-twin-options.ts';
import { foundCompany } from './found-company.ts';
import type { Twin } from './twin.ts';

/**
 * Founds a fictional company of `size` people. The same options give the same company, byte for byte, on every machine.
 *
 * @throws ConfigError naming the option: `size` beyond 8 to 200,000, `today` not a day of the calendar.
 * @example
 * const twin = createTwin({ seed: 'demo', size: 500 });
 * const events = twin.advance(30);
 */
export function createTwin(options: TwinOptions): Twin {
  const { seed: seedText, size, today: firstDay, name } = checkTwinOptions(options);
  const seed = toSeed(seedText);
  const structure = makeStructure(seed, size, name);
  const surroundings = { seed, structure, addresses: new AddressBook(structure.domain) };
  const today = toDay(firstDay);
  const life = beginLife(surroundings, foundCompany(surroundings, size, today), today);
  const { domain, entities, locations, departments, teams, divisions, costCenters } = structure;
  return {
    name: structure.name,
    domain,
    entities,
    locations,
    departments,
    teams,
    divisions,
    costCenters,
    people: life.people,
    get today() {
      return toPlainDate(life.today);
    },
    get revision() {
      return life.revision;
    },
    person: (id) => personOf(life, id),
    advance: (days) => {
      if (!Number.isSafeInteger(days) || days < 0)
        throw new ConfigError({
          problems: [{ field: 'days', problem: 'is not a whole number of days, 0 or more', example: '30' }],
        });
      const events: TwinEvent[] = [];
      for (let day = 0; day < days; day += 1) events.push(...liveOneDay(life));
      return events;
    },
  };
}
