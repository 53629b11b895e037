import type { IndicatorExplanation, QuestionExplanation } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswerWords } from '../assessment/answer-words.js';
import { findAsked } from '../assessment/asked.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useWork } from '../assessment/work.js';
import { QuestionLink } from '../form/question-link.js';
import { useMoments } from '../language/moments.js';
import { toShow } from './area-score.js';
import { Possible } from './possible.js';
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
  const notApplicable = parts.filter(({ question: { score } }) => score.kind === 'notApplicable').length;
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
            {notApplicable > 0 && ` · ${t('why.notApplicable', { count: notApplicable })}`}
            {share > 0 && ` · ${t('why.share', { share: number(inPoints(share)) })}`}
          </span>
        </span>
        <Possible score={toShow(indicator)} />
      </summary>
      <ul>
        {parts.map((part) => (
          <AnswerWhy key={part.question.address} part={part} />
        ))}
      </ul>
    </details>
  );
}

function AnswerWhy({ part }: Readonly<{ part: QuestionExplanation }>): ReactElement | null {
  const { t } = useTranslation();
  const { version, reading, texts } = useWork();
  const answerWords = useAnswerWords();
  const faultWords = useFaultWords();
  const { number } = useMoments();
  const { question, effect, share, contribution } = part;
  const [fault] = question.faults;
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
      {fault && <p className="tone-bad">{faultWords(asked.question, fault)}</p>}
      <p className="faint">
        {effect === 'leftOut' && t('why.leftOut')}
        {effect === 'counted' && t('why.brings', points)}
        {effect === 'countedAsZero' && t('why.bringsNothing', points)}
      </p>
    </li>
  );
}
