import { FAULT_CODES, type FaultGroup } from './fault-codes.js';

const GROUPS: Readonly<Record<FaultGroup, string>> = {
  shape: 'Shape',
  references: 'Identity and references',
  conditions: 'Conditions and formulas',
  points: 'Points, weights, means',
  asking: 'Asking',
  access: 'Accessible to everybody',
  texts: 'Texts',
};

/** The page of the documentation that lists every code of fault. */
export function faultsPage(): string {
  const tables = Object.entries(GROUPS).map(([group, title]) => {
    const rows = Object.entries(FAULT_CODES)
      .filter(([, { about }]) => about === group)
      .map(([code, { severity, says }]) => [`\`${code}\``, severity, says]);
    return `## ${title}\n\n${table([['Code', 'Severity', 'Says'], ...rows])}\n`;
  });
  return [
    '# What the checks say',
    '',
    'Every code of `checkQuestionnaire`. A fault has one of them, the document it is in, an RFC 6901 JSON pointer to its place, and',
    'in words what is wrong there and how to mend it. An error keeps a version from being published, a warning does not. Written by',
    '`npm run docs` from `src/checks/fault-codes.ts`.',
    '',
    tables.join('\n'),
  ].join('\n');
}

/** A table with its columns in line. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
