import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

/** What declares the shape of documents and does nothing: the checks of documents and of the contract look at these. */
const DECLARATIONS = [
  'calculation.ts',
  'derivation.ts',
  'engine-version.ts',
  'finding-input.ts',
  'score.ts',
  'scorecard.ts',
  'trace.ts',
];

/**
 * The parts of the engine that are judged, each by the specifications that are about it: the files that are changed, and
 * a regular expression of the specifications' paths.
 *
 * @type {readonly { name: string, files: readonly string[], specifications: string }[]}
 */
export const AREAS = [
  {
    name: 'conditions',
    files: [
      'src/answers/asked-at.ts',
      'src/answers/evaluate-condition.ts',
      'src/answers/visible-questions.ts',
      'src/checks/impossible-condition.ts',
    ],
    specifications: '^src/answers/|impossible-condition|check-questionnaire',
  },
  {
    name: 'scoring',
    files: filesIn('src/scoring'),
    specifications: '^src/scoring/[^/]*$|reference|check-questionnaire',
  },
  { name: 'bounds', files: filesIn('src/scoring/bounds'), specifications: '^src/scoring/bounds/' },
  { name: 'tables', files: filesIn('src/scoring/flat'), specifications: '^src/scoring/flat/' },
  { name: 'live', files: filesIn('src/scoring/live'), specifications: '^src/scoring/live/' },
];

function filesIn(folder) {
  return readdirSync(path.join(PACKAGE, folder))
    .filter((name) => /^[^.]*\.ts$/u.test(name) && !DECLARATIONS.includes(name))
    .map((name) => `${folder}/${name}`);
}
