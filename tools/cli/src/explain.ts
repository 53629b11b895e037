import { explainScore, scoreAssessment, TextBook, type Basis, type Explanation } from '@kilim/indicators';
import { CommandError, type ExitCode, type Output } from './command.js';
import { readAnswers } from './read-answers.js';
import { readVersion } from './read-version.js';
import { absenceWords, scoreWords } from './score-words.js';

/** What `kilim explain` is told. */
export interface ExplainRequest {
  readonly questionnaire: string;
  readonly answers: string;
  /** The code or id of an index, composite, indicator or question. */
  readonly target: string;
  readonly texts?: string;
  readonly basis: Basis;
  readonly json: boolean;
}

/** Prints why something scores what it scores, down to the answers, each with what it adds. */
export function explain(request: ExplainRequest, output: Output): ExitCode {
  const { compiled, source } = readVersion(request.questionnaire, request.texts);
  const { claims, findings, agreed } = readAnswers(request.answers, compiled);
  const scorecard = scoreAssessment(compiled, claims, { basis: request.basis, findings, agreed });
  const all = [
    ...scorecard.indices,
    ...scorecard.composites,
    ...scorecard.indicators,
    ...scorecard.questions,
  ];
  const id = all.find((each) => each.code === request.target)?.id ?? request.target;
  const explanation = explainScore(scorecard, id);
  if (!explanation) throw new CommandError(`This version has nothing called ${request.target}.`, 1);
  if (request.json) output.out(JSON.stringify(explanation, undefined, 2));
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
