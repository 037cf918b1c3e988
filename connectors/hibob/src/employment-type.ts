import { oneOf, text, type EmployeeDraft, type EmploymentType, type MapReport } from '@rollcall/core';
import { fields } from './fields.ts';
import { machineValue, wordsFor } from './field.ts';
import { foldWord } from './fold-word.ts';
import { listWords } from './list-words.ts';

/** Words of two lists that companies edit: the contract (how much) and the type (how). Others are noted and kept as label. */
const types: Readonly<Record<string, EmploymentType>> = {
  'full time': 'full_time',
  'part time': 'part_time',
  'fixed term': 'fixed_term',
  contractor: 'contractor',
  freelance: 'contractor',
  freelancer: 'contractor',
  intern: 'intern',
  internship: 'intern',
  apprentice: 'apprentice',
  apprenticeship: 'apprentice',
  temporary: 'temporary',
  temp: 'temporary',
};

/** Says that the contract has no end, and nothing about our types. */
const permanent = 'permanent';

/** The contract, else the type. */
export function toEmploymentType(
  person: unknown,
  report: MapReport,
): Pick<EmployeeDraft, 'employmentType' | 'employmentTypeLabel'> {
  const contract = text(machineValue(person, fields.contract), report, 'employmentType');
  const field = contract == null ? fields.employmentType : fields.contract;
  const machine = contract ?? text(machineValue(person, fields.employmentType), report, 'employmentType') ?? contract;
  if (machine == null) return { employmentType: machine, employmentTypeLabel: machine };
  const words = [wordsFor(person, field) ?? '', machine].map(foldWord);
  const known = words.find((word) => word === permanent || Object.hasOwn(types, word));
  return {
    employmentType: known === permanent ? null : oneOf(known ?? machine, types, report, 'employmentType'),
    employmentTypeLabel: text(listWords(person, field, report, 'employmentTypeLabel'), report, 'employmentTypeLabel'),
  };
}
