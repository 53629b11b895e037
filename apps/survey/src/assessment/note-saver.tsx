import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../language/moments.js';
import { noteOpenSaver } from '../outbox/open-savers.js';
import { newestOf, type Unsent } from '../outbox/unsent.js';
import { useAnswerWords } from './answer-words.js';
import { findAsked } from './asked.js';
import { changeOf, heldAfter } from './change.js';
import { useWork } from './work.js';

/** Lets the page around know what is not saved yet, in words: for who signs out. */
export function NoteSaver(): null {
  const { t } = useTranslation();
  const { session, assessment, saver, version, texts, reading } = useWork();
  const { day, time } = useMoments();
  const answerWords = useAnswerWords();
  const tell = (unsent: Unsent): string => {
    const save = newestOf(unsent);
    const asked = findAsked(version.compiled, reading.states, unsent.address);
    if (!save || !asked) return JSON.stringify(unsent);
    const { answer, reason } = heldAfter(changeOf(save));
    return [
      `${asked.anchor} ${texts.title(asked.question.id)}`,
      answer === null ? t('signOut.cleared') : answerWords(asked.question, answer),
      ...(reason === undefined ? [] : [reason]),
      ...(save.typedAt === undefined
        ? []
        : [t('signOut.typed', { at: `${day(save.typedAt)}, ${time(save.typedAt)}` })]),
    ].join('\n  ');
  };
  useEffect(() => noteOpenSaver({ accountId: session.account.id, assessmentId: assessment.id, saver, tell }));
  return null;
}
