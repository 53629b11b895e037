import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileQuestionnaire, exportSurveyJson, toSurveyValue } from '@kilim/indicators';
import { median, quantile, rowOf, type Bench, type Row } from '../bench.js';
import { someAnswers, titlesOf } from '../engine/generated.js';
import { shippedQuestionnaire } from '../engine/shipped.js';

const MEASURE = fileURLToPath(new URL('measure-renderer.mjs', import.meta.url));
/** As often within a process; the bench's rounds are processes. */
const MODELS = 10;

/** What one survey-core takes for the shipped questionnaire in one model. */
interface Taken {
  readonly constructMs: readonly number[];
  readonly setValueMs: readonly number[];
  readonly heapMB: number;
}

/**
 * The upgrade gate: the survey-core that the form is built with beside the one that was last accepted (the catalogue
 * `accepted`), on the shipped questionnaire. As long as both are the same version, the ratios are about 1.
 */
export const rendererBenches: readonly Bench[] = [
  {
    name: 'renderer.upgrade',
    run({ rounds }) {
      const input = surveyInput();
      const pairs = Array.from({ length: rounds }, () => ({
        installed: taken('../../../../apps/survey/package.json', input),
        accepted: taken('../../../accepted/package.json', input),
      }));
      const row = (what: string, unit: string, of: (taken: Taken) => number): Row =>
        rowOf(
          { name: `renderer.upgrade.${what}`, unit, target: { atMost: 1.25 } },
          pairs.map(({ installed, accepted }) => ({ value: of(installed), baseline: of(accepted) })),
        );
      return Promise.resolve([
        row('construct', 'ms', ({ constructMs }) => median(constructMs)),
        row('setValue', 'ms, 95 %', ({ setValueMs }) => quantile(setValueMs, 0.95)),
        row('heap', 'MB', ({ heapMB }) => heapMB),
      ]);
    },
  },
];

function surveyInput(): string {
  const compiled = compileQuestionnaire(shippedQuestionnaire());
  const given = someAnswers(compiled.questionnaire, 1);
  const answers = compiled.questions.flatMap(({ question }) => {
    const answer = given[question.id];
    return answer?.kind === 'value' ? [[question.id, toSurveyValue(question, answer.value)]] : [];
  });
  const { survey } = exportSurveyJson(compiled, titlesOf(compiled.questionnaire), []);
  return JSON.stringify({ survey, answers, rounds: MODELS });
}

/** In a process of its own: one version's heap and compiled code are nothing to another's. */
function taken(packageFile: string, input: string): Taken {
  const core = createRequire(new URL(packageFile, import.meta.url)).resolve('survey-core');
  const args = ['--expose-gc', MEASURE, pathToFileURL(core).href];
  const printed = execFileSync(process.execPath, args, { input, maxBuffer: 1e8 });
  return JSON.parse(String(printed)) as Taken;
}
