import type { Teams } from '@rollcall/core';

const shownDepth = 3;
const shownReports = 4;

/** The teams as a tree of leads, cut where it would fill the screen. */
export function teamTree(teams: Teams, nameOf: (employeeId: string) => string): string[] {
  const reports = new Map(teams.teams.map(({ leadId, memberIds }) => [leadId, memberIds]));
  const led = new Set(teams.teams.flatMap(({ memberIds }) => memberIds));
  const lines: string[] = [];
  const draw = (id: string, indent: string, depth: number): void => {
    const under = [...(reports.get(id) ?? [])].sort((a, b) => (reports.get(b)?.length ?? 0) - (reports.get(a)?.length ?? 0));
    const shown = depth >= shownDepth ? [] : under.slice(0, shownReports);
    for (const [index, report] of shown.entries()) {
      const last = index === shown.length - 1 && shown.length === under.length;
      const team = reports.get(report)?.length;
      lines.push(`${indent}${last ? '└─ ' : '├─ '}${nameOf(report)}${team === undefined ? '' : ` (team of ${String(team)})`}`);
      draw(report, `${indent}${last ? '   ' : '│  '}`, depth + 1);
    }
    if (shown.length > 0 && shown.length < under.length) lines.push(`${indent}└─ … ${String(under.length - shown.length)} more`);
  };
  const tops = teams.teams.filter(({ leadId }) => !led.has(leadId)).sort((a, b) => b.memberIds.length - a.memberIds.length);
  for (const { leadId, memberIds } of tops.slice(0, 2)) {
    lines.push(`${nameOf(leadId)} (team of ${String(memberIds.length)})`);
    draw(leadId, '', 1);
  }
  if (tops.length > 2) lines.push(`… ${String(tops.length - 2)} more trees`);
  return lines;
}
