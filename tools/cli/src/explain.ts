import { explainScore, TextBook, type Explanation } from '@kilim/indicators';
import { basisOf } from './basis-option.js';
import {
  BASIS,
  CommandError,
  JSON_OUTPUT,
  TEXTS,
  type Call,
  type Command,
  type ExitCode,
  type Output,
} from './command.js';
import { readAnswers } from './read-answers.js';
import { readVersion } from './read-version.js';
import { scored } from './score.js';
import { absenceWords, scoreWords } from './score-words.js';

export const EXPLAIN: Command = {
  name: 'explain',
  summary: 'why an index, indicator or question scores what it scores',
  takes: ['QUESTIONNAIRE', 'ANSWERS', 'CODE'],
  options: { texts: TEXTS, basis: BASIS, json: JSON_OUTPUT },
  details: [
    'Follows the score down to the answers, each with what it adds, in percentage points.',
    '--json prints the same as a tree of { "kind": "mean" | "indicator" | "question", …, "parts" }.',
  ],
  examples: [
    {
      says: 'Down to the answers:',
      line: 'explain 2026.json riverton.json INDEX',
      prints: [
        'INDEX  63 %  Planning index',
        '  62.5 % from PLAN, which counts 100.0 %:',
        '    PLAN  63 %  Planning',
        '        Q1  50.0 % of 50.0 %  Has the city a plan?',
        '        Q2  12.5 % of 50.0 %  How much of it is done?',
        '        Q3  unanswered  Is there an office for it?',
      ],
    },
  ],
  run: explain,
};

function explain(call: Call, output: Output): ExitCode {
  const [questionnaire = '', answers = '', target = ''] = call.names;
  const { compiled, source } = readVersion({ questionnaire, texts: call.value('texts') });
  const scorecard = scored(compiled, readAnswers(answers, compiled), basisOf(call));
  const all = [
    ...scorecard.indices,
    ...scorecard.composites,
    ...scorecard.indicators,
    ...scorecard.questions,
  ];
  const id = all.find((each) => each.code === target)?.id ?? target;
  const explanation = explainScore(scorecard, id);
  if (!explanation) throw new CommandError(`This version has nothing called ${target}.`, 1);
  if (call.flag('json')) output.out(JSON.stringify(explanation, undefined, 2));
  else writeExplanation(explanation, new TextBook(source), output, '');
  return 0;
}

function writeExplanation(explanation: Explanation, texts: TextBook, output: Output, indent: string): void {
  const below = `${indent}    `;
  switch (explanation.kind) {
    case 'mean': {
      const { mean, parts } = explanation;
      output.out(`${indent}${mean.code}  ${scoreWords(mean)}  ${texts.title(mean.id)}`);
      for (const part of parts) {
        output.out(
          `${indent}  ${points(part.contribution.contribution)} from ${part.contribution.code}, which counts ${points(part.contribution.share)}:`,
        );
        writeExplanation(part.explanation, texts, output, below);
      }
      return;
    }
    case 'indicator': {
      const { indicator, parts } = explanation;
      output.out(`${indent}${indicator.code}  ${scoreWords(indicator)}  ${texts.title(indicator.id)}`);
      for (const part of parts) writeExplanation(part, texts, output, below);
      return;
    }
    case 'question': {
      const { question, contribution, share, effect } = explanation;
      const said =
        effect === 'counted'
          ? `${points(contribution)} of ${points(share)}`
          : `${absenceWords(question.score)}${effect === 'countedAsZero' ? `, counts as 0 of ${points(share)}` : ''}`;
      const column =
        question.column === undefined || question.column === 'claim' ? '' : ` (${question.column})`;
      output.out(`${indent}${question.code}  ${said}${column}  ${texts.title(question.id)}`);
    }
  }
}

/** A fraction in percentage points with one decimal. */
function points(fraction: number): string {
  return `${(fraction * 100).toFixed(1)} %`;
}
