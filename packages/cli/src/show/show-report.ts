import { clean, type ReadReport } from '@rollcall/core';
import { counted } from './wording.ts';

/** How a read ended, in a few lines. The first one says whether everybody was seen, and how that is known. */
export function describeReport(report: ReadReport): readonly string[] {
  const { employees, pages, requests, durationMs, quarantinedCount, duplicateIds, warnings, issues, permissionGaps } = report;
  const figures = `${counted(employees, 'person', 'people')}, ${counted(pages, 'page')}, ${counted(requests, 'request')}, ${(durationMs / 1000).toFixed(1)} s`;
  const verdict = report.outcome === 'complete' ? `complete (${report.evidence.detail})` : `partial: ${report.because}`;
  return [
    `${verdict}; ${figures}${coverageOf(report)}`,
    ...(employees === 0 ? ['Nobody came: a permission may be missing, or the account may see nobody'] : []),
    ...(quarantinedCount > 0 ? [`${counted(quarantinedCount, 'record')} could not become an employee`] : []),
    ...(duplicateIds.length > 0 ? [`${counted(duplicateIds.length, 'id')} came more than once; the first record stands`] : []),
    ...issues.map(({ field, expected, received, count }) => `${field}: ${String(count)} × ${received} instead of ${expected}`),
    ...permissionGaps.map(
      ({ permission, fields }) => `${fields.join(', ')}: for nobody. The permission may be missing: ${permission}`,
    ),
    ...warnings,
  ].map(clean);
}

/** Fields that came for everybody are counted, the others named with how many lack them. */
function coverageOf({ coverage, employees }: ReadReport): string {
  if (employees === 0) return '';
  const found = Object.entries(coverage);
  const full = found.filter(([, { filled }]) => filled === employees);
  const lacking = found
    .filter(([, { filled }]) => filled < employees)
    .map(([field, { filled }]) => `${field} ${String(Math.floor((filled / employees) * 100))} %`);
  const rest = lacking.length === 0 ? '' : `, ${lacking.join(', ')}`;
  return `; coverage: ${counted(full.length, 'field')} filled for everybody${rest}`;
}
