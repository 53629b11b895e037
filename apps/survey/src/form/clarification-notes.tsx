import { asWords, type Clarification } from '@kilim/contracts';
import { placeOf } from '@kilim/indicators';
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { queriedOf, useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';
import { BegunUnsent } from './begun-unsent.js';
import { ClarificationReply } from './clarification-reply.js';
import { useHalfTyped } from './half-typed.js';

/** What experts have asked about an answer, with what was said, and the field for the reply that is due. */
export function ClarificationNotes({ asked }: Readonly<{ asked: Asked }>): ReactElement {
  const work = useWork();
  const { question, instance } = placeOf(asked.address);
  const queried = queriedOf(work);
  return (
    <>
      {work.clarifications
        .filter(({ questionId, instanceId }) => questionId === question && instanceId === instance)
        .map((each) => (
          <Note
            key={each.id}
            clarification={each}
            mayReply={each.end === undefined && queried.has(question)}
          />
        ))}
    </>
  );
}

function Note({
  clarification,
  mayReply,
}: Readonly<{ clarification: Clarification; mayReply: boolean }>): ReactElement {
  const { t } = useTranslation();
  const { day, issued } = useMoments();
  const { question, settledBy, dueOn, askedAt, askedBy, end } = clarification;
  const begun = useHalfTyped('reply', clarification.questionId, clarification.id);
  const { words = '' } = begun.words;
  const { forget } = begun;
  const hasArrived = end !== undefined && asWords(words) === end.words;
  useEffect(() => {
    if (hasArrived) forget();
  }, [hasArrived, forget]);
  return (
    <div className={end ? 'msg msg--note above-3' : 'msg msg--warn above-3'} role="note">
      <Icon name="chat" />
      <div className="stack min-0">
        <p>
          <b>{t('clarify.asks', { name: askedBy.name, at: day(askedAt) })}</b>
        </p>
        <p className="told">{question}</p>
        <p className="muted told">{t('clarify.settledBy', { what: settledBy })}</p>
        {end === undefined && <p className="muted">{t('clarify.due', { at: issued(dueOn) })}</p>}
        {end && (
          <>
            <blockquote className="told">{end.words}</blockquote>
            <p className="faint">{t(`clarify.${end.kind}`, { name: end.by.name, at: day(end.at) })}</p>
          </>
        )}
        {mayReply ? <ClarificationReply clarification={clarification} /> : <BegunUnsent halfTyped={begun} />}
      </div>
    </div>
  );
}
