import type { CurrentAnswer, Evidence, Finding } from '@kilim/contracts';
import {
  addressOf,
  formulaWords,
  percent,
  THOUSANDTHS,
  type IndicatorExplanation,
  type MeanExplanation,
  type QuestionExplanation,
  type Scorecard,
} from '@kilim/indicators';
import type { Speech } from '../language/speech';
import { answerWords } from './answer-words';
import { conditionSpeech } from './condition-speech';
import { instanceWords, positionOf } from './instance-words';
import { pointsOfWords } from './points-words';
import { figureOf, scoreSentence } from './score-words';
import type { VersionBook } from './version-book';
import type { WhyStep } from './why';

const MILLIONTHS = 1_000_000;

/** What stands behind the answers of an assessment. */
export interface Grounds {
  readonly book: VersionBook;
  readonly scorecard: Scorecard;
  readonly answers: readonly CurrentAnswer[];
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
}

/** A line of the arithmetic of a step. */
export interface WhyLine {
  readonly id: string;
  readonly name: string;
  /** The part's own score or points. */
  readonly own: string;
  /** How much it counts. */
  readonly share: string;
  /** What it adds to the whole, in percentage points. */
  readonly adds: string;
  /** Why it does not count; absent when it does. */
  readonly note?: string;
}

/** A step in sentences and numbers, ready for the drawer and for plain text. */
export interface WhyWords {
  readonly id: string;
  readonly level: string;
  readonly name: string;
  readonly figure: string;
  readonly sentences: readonly string[];
  readonly lines: readonly WhyLine[];
  /** The sum of the lines, with the rounding that the screens show. */
  readonly sum?: string;
  readonly evidence: readonly Evidence[];
  readonly answer?: CurrentAnswer;
  readonly finding?: Finding;
}

/** Says one step of an explanation. */
export function whyWords(step: WhyStep, grounds: Grounds, say: Speech): WhyWords {
  switch (step.kind) {
    case 'mean':
      return meanWords(step, grounds, say);
    case 'indicator':
      return indicatorWords(step, grounds, say);
    case 'question':
      return questionWords(step, grounds, say);
  }
}

function meanWords({ mean, parts }: MeanExplanation, { book, scorecard }: Grounds, say: Speech): WhyWords {
  const isIndex = scorecard.indices.some(({ id }) => id === mean.id);
  const figure = figureOf(mean);
  const whole = percent(mean);
  const value = mean.score.kind === 'scored' ? mean.score.value * 100 : undefined;
  return {
    id: mean.id,
    level: say.t(isIndex ? 'why.level.index' : 'why.level.composite'),
    name: book.title(mean.id),
    figure:
      value === undefined || whole === undefined ? '–' : `${say.number(value, 2)} → ${say.number(whole)}`,
    sentences: [say.n('why.mean', parts.length), scoreSentence(figure, mean.score, say)],
    lines: parts.map(({ contribution }) => ({
      id: contribution.of,
      name: book.title(contribution.of),
      own: contribution.score.kind === 'scored' ? say.number(contribution.score.value * 100, 1) : '–',
      share: say.number(contribution.share, 3),
      adds: say.number(contribution.contribution * 100, 2),
      ...(contribution.score.kind !== 'scored' && { note: say.t(`standing.${contribution.score.kind}`) }),
    })),
    ...(value !== undefined && { sum: say.number(value, 2) }),
    evidence: [],
  };
}

function indicatorWords(
  { indicator, parts }: IndicatorExplanation,
  { book, scorecard }: Grounds,
  say: Speech,
): WhyWords {
  const whole = percent(indicator);
  const [reached, of] = [indicator.numerator / MILLIONTHS, indicator.denominator / MILLIONTHS];
  const counted = parts.filter(({ effect }) => effect === 'counted' || effect === 'countedAsZero').length;
  const open = parts.filter(({ question }) => question.score.kind === 'unanswered').length;
  return {
    id: indicator.id,
    level: say.t('why.level.indicator'),
    name: book.title(indicator.id),
    figure: whole === undefined ? '–' : say.number(whole),
    sentences: [
      ...(whole === undefined
        ? []
        : [
            say.n('why.indicator', counted, {
              reached: say.number(reached),
              of: say.number(of),
              percent: say.percent(whole),
            }),
          ]),
      ...(open > 0 ? [say.n('questions.areOpen', open)] : []),
      ...(indicator.shortBy === undefined
        ? []
        : [
            say.t('why.short', {
              answered: say.number(indicator.answered),
              applicable: say.number(indicator.applicable),
              needed: say.percent(Math.round(indicator.rules.coverageToScore * 100)),
            }),
          ]),
      scoreSentence(figureOf(indicator), indicator.score, say),
    ],
    lines: parts.map((part) => questionLine(part, book, scorecard, say)),
    ...(whole !== undefined && { sum: `${say.number((reached / of) * 100, 2)} → ${say.number(whole)}` }),
    evidence: [],
  };
}

function questionLine(
  part: QuestionExplanation,
  book: VersionBook,
  scorecard: Scorecard,
  say: Speech,
): WhyLine {
  const { question, effect } = part;
  const name = `${question.code} ${nameOf(question, book, scorecard)}`;
  const isIn = effect === 'counted' || effect === 'countedAsZero';
  return {
    id: question.address,
    name,
    own: isIn ? `${thousandths(question.points, say)}/${thousandths(question.attainable, say)}` : '–',
    share: isIn ? say.number(part.share, 3) : '–',
    adds: isIn ? say.number(part.contribution * 100, 2) : '–',
    ...(effect !== 'counted' && { note: say.t(`why.effect.${effect}`) }),
  };
}

function questionWords(part: QuestionExplanation, grounds: Grounds, say: Speech): WhyWords {
  const { question, effect } = part;
  const { book, scorecard, answers, evidence, findings } = grounds;
  const definition = book.question(question.id)?.question;
  const answer = answers.find((each) => addressOf(each.questionId, each.instanceId) === question.address);
  const finding = findings.find((each) => each.id === question.findingId);
  const said = (of: Parameters<typeof answerWords>[1]): string => answerWords(definition, of, book, say);
  return {
    id: question.address,
    level: say.t('why.level.question', { code: question.code }),
    name: nameOf(question, book, scorecard),
    figure: questionFigure(question, say),
    sentences: [
      definition?.kind === 'computed'
        ? say.t('why.calculated', {
            formula: formulaWords(definition.formula, conditionSpeech(book, say)),
            value: said(question.answer),
          })
        : say.t('why.claimed', { answer: said(answer?.answer) }),
      ...(answer?.reason !== undefined ? [say.t('why.because', { reason: answer.reason })] : []),
      ...(finding !== undefined ? [say.t('why.found', { answer: said(finding.answer) })] : []),
      ...(question.faults.length > 0 ? [say.n('why.faulty', question.faults.length)] : []),
      ...(effect === 'counted' || effect === 'countedAsZero'
        ? [
            say.t('why.weighs', {
              points: pointsOfWords(question.points, question.attainable, say),
              weight: thousandths(question.weight, say),
              adds: say.number(part.contribution * 100, 2),
            }),
          ]
        : []),
      ...(effect !== 'counted' && question.indicator !== undefined
        ? [say.t(`why.effect.${effect}.sentence`)]
        : []),
      ...(part.missed > 0 ? [say.t('why.missed', { missed: say.number(part.missed * 100, 2) })] : []),
    ],
    lines: [],
    evidence: evidence.filter(({ uses }) => uses.some(({ questionId }) => questionId === question.id)),
    ...(answer !== undefined && { answer }),
    ...(finding !== undefined && { finding }),
  };
}

/** A question's title; in a repeated set with the instance it is asked of. */
function nameOf(question: QuestionExplanation['question'], book: VersionBook, scorecard: Scorecard): string {
  const title = book.title(question.id);
  const compiled = book.question(question.id);
  const words = compiled && instanceWords(compiled, positionOf(scorecard, question, compiled), book);
  return words === undefined ? title : `${title} (${words})`;
}

/** “2 of 4”, or which of the silences it is. */
function questionFigure(question: QuestionExplanation['question'], say: Speech): string {
  if (question.score.kind !== 'scored') return say.t(`standing.${question.score.kind}`);
  if (question.attainable === 0) return say.t('why.unscored');
  return say.t('why.pointsOf', {
    reached: thousandths(question.points, say),
    of: thousandths(question.attainable, say),
  });
}

function thousandths(value: number, say: Speech): string {
  return say.number(value / THOUSANDTHS);
}
