import {
  percent,
  percentInterval,
  type IndicatorExplanation,
  type Interval,
  type QuestionExplanation,
} from '@kilim/indicators';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswerWords } from '../assessment/answer-words.js';
import { findAsked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import { QuestionLink } from '../form/question-link.js';
import { useMoments } from '../language/moments.js';
import { inPoints } from './raises-most.js';

/** An indicator: what is possible and, opened, what each answer does to it. */
export function IndicatorWhy({
  explained,
  share,
}: Readonly<{
  explained: IndicatorExplanation;
  /** Its share of the mean it stands in, 0 to 1. */
  share: number;
}>): ReactElement {
  const { t } = useTranslation();
  const { texts } = useWork();
  const { number } = useMoments();
  const { indicator, parts } = explained;
  return (
    <details className="why-part">
      <summary>
        <span className="grow">
          <b>
            <span className="q__no">{indicator.code}</span> {texts.title(indicator.id)}
          </b>
          <br />
          <span className="faint">
            {t('why.answered', { done: indicator.answered, asked: indicator.applicable })}
            {share > 0 && ` · ${t('why.share', { share: number(inPoints(share)) })}`}
          </span>
        </span>
        <Possible interval={indicator.interval} value={percent(indicator)} />
      </summary>
      <ul>
        {parts.map((part) => (
          <AnswerWhy key={part.question.address} part={part} />
        ))}
      </ul>
    </details>
  );
}

/** What is still possible, or the figure, on one line with its band. */
export function Possible({
  interval,
  value,
}: Readonly<{ interval: Interval | undefined; value: number | undefined }>): ReactElement {
  const { t } = useTranslation();
  if (!interval) return <span className="faint">{t('score.none')}</span>;
  const { low, high } = percentInterval(interval);
  const isPoint = low === high || (interval.low === interval.high && value !== undefined);
  const ends = { '--a': `${String(low)}%`, '--b': `${String(high)}%` } as CSSProperties;
  const place = { '--v': `${String(value ?? low)}%` } as CSSProperties;
  return (
    <span className="why-figure">
      <b>{isPoint ? String(value ?? low) : `${String(low)}–${String(high)}`}</b>
      <span className="scale" aria-hidden="true">
        {isPoint ? <span className="scale__at" style={place} /> : <span className="scale__iv" style={ends} />}
      </span>
    </span>
  );
}

function AnswerWhy({ part }: Readonly<{ part: QuestionExplanation }>): ReactElement | null {
  const { t } = useTranslation();
  const { version, reading, texts } = useWork();
  const answerWords = useAnswerWords();
  const { number } = useMoments();
  const { question, effect, share, contribution } = part;
  const asked = findAsked(version.compiled, reading.states, question.address);
  if (!asked || effect === 'notAsked') return null;
  const points = { points: number(inPoints(contribution)), most: number(inPoints(share)) };
  return (
    <li>
      <p>
        <QuestionLink question={asked.question} anchor={asked.anchor}>
          <span className="q__no">{asked.anchor}</span> {texts.title(asked.question.id)}
        </QuestionLink>
      </p>
      <p className="told">{answerWords(asked.question, question.answer)}</p>
      <p className="faint">
        {effect === 'leftOut' && t('why.leftOut')}
        {effect === 'counted' && t('why.brings', points)}
        {effect === 'countedAsZero' && t('why.bringsNothing', points)}
      </p>
    </li>
  );
}
