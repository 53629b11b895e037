import type { HistoryEntry, HistoryPage } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../assessment/asked.js';
import { AboutFigure, useFigureWords } from '../assessment/about-figure.js';
import { useAnswerWords } from '../assessment/answer-words.js';
import {
  changeTo,
  figureOf,
  heldAfter,
  saysTheSame,
  type Change,
  type HeldAnswer,
} from '../assessment/change.js';
import { useAnswerHistory } from '../assessment/use-answer-history.js';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';
import { useErrorWords } from '../shell/error-words.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { controlOf } from './use-focus-place.js';

/**
 * Everything that happened to an answer, newest first. Read when it is opened, and again when the answer is saved. Where
 * the answer can be changed, an earlier one can be brought back.
 */
export function AnswerHistory({
  asked,
  isLocked,
}: Readonly<{ asked: Asked; isLocked: boolean }>): ReactElement {
  const { read, error, readOn, readAgain } = useAnswerHistory(asked.address);
  return (
    <div className="above-3">
      {read && <Entries read={read} asked={asked} isLocked={isLocked} onMore={readOn} />}
      {error !== undefined && <Failure error={error} onAgain={readAgain} />}
      {!read && error === undefined && <Coming />}
    </div>
  );
}

function Coming(): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="loading" role="status">
      {t('loading')}
    </p>
  );
}

function Failure({ error, onAgain }: Readonly<{ error: unknown; onAgain: () => void }>): ReactElement {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  return (
    <>
      <p className="err" role="alert">
        {errorWords(error).detail}
      </p>
      <button type="button" className="btn btn--s" onClick={onAgain}>
        {t('error.again')}
      </button>
    </>
  );
}

function Entries({
  read: { entries, next },
  asked,
  isLocked,
  onMore,
}: Readonly<{
  read: HistoryPage;
  asked: Asked;
  isLocked: boolean;
  onMore: (before: string) => void;
}>): ReactElement {
  const { t } = useTranslation();
  if (entries.length === 0) return <p className="muted">{t('history.none')}</p>;
  return (
    <>
      <ul className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} asked={asked} isLocked={isLocked} />
        ))}
      </ul>
      {next !== undefined && (
        <button
          type="button"
          className="btn btn--s"
          onClick={() => {
            onMore(next);
          }}
        >
          {t('history.more')}
        </button>
      )}
    </>
  );
}

function Entry({
  entry,
  asked,
  isLocked,
}: Readonly<{ entry: HistoryEntry; asked: Asked; isLocked: boolean }>): ReactElement {
  const { question } = asked;
  const { t } = useTranslation();
  const { day, time } = useMoments();
  const answerWords = useAnswerWords();
  const { at, by, action, from, to, reason, subject } = entry;
  const before = from ? answerWords(question, from) : undefined;
  const after = to === undefined ? undefined : answerWords(question, to);
  return (
    <li>
      <p>
        <span className="who">{by?.name ?? t('history.nobody')}</span>{' '}
        <span className="when">
          {day(at)}, {time(at)}
        </span>
      </p>
      <p>
        {t(`history.${action}`)}
        {subject !== undefined && `: ${subject}`}
      </p>
      {after !== undefined && (
        <p className="told">
          {/* Only what is known of the answer changed, such as its quality: the value is told once. */}
          {before !== undefined && before !== after && (
            <>
              <span className="muted">{before}</span> <span aria-hidden="true">→</span>
              <span className="sr">{t('history.became')}</span>{' '}
            </>
          )}
          <b>{after}</b>
        </p>
      )}
      <AboutFigure of={entry} />
      {reason !== undefined && <p className="muted told">{reason}</p>}
      {!isLocked && <BringBack entry={entry} asked={asked} />}
    </li>
  );
}

/** Makes what an entry tells the answer again; not where it is the answer, nor where evidence would have to come with it. */
function BringBack({ entry, asked }: Readonly<{ entry: HistoryEntry; asked: Asked }>): ReactElement | null {
  const { t } = useTranslation();
  const { saver, saved } = useWork();
  const answerWords = useAnswerWords();
  const figureWords = useFigureWords();
  const { question, address } = asked;
  const { to } = entry;
  const held = saved.held.get(address);
  const back = changeBackTo(entry, held);
  if (!back || question.kind === 'file') return null;
  if (saysTheSame(question.kind, heldAfter(back), held ?? { answer: null })) return null;
  return (
    <button
      ref={handsFocusOn(() => controlOf(asked.anchor))}
      type="button"
      className="linklike"
      aria-label={`${t('history.bringBack')}: ${[answerWords(question, to), ...figureWords(entry)].join('. ')}`}
      onClick={() => {
        // As it stands now: the screens may show what was told of it before.
        const change = changeBackTo(entry, saver.held(address));
        if (change) saver.change(address, change, 'atOnce');
      }}
    >
      {t('history.bringBack')}
    </button>
  );
}

/**
 * What makes an answer what an entry tells, with what it tells of the figure. An expert's value brings nothing of that:
 * then what is told of the figure now stays with it.
 */
function changeBackTo(entry: HistoryEntry, held: HeldAnswer | undefined): Change | undefined {
  const { to, reason, action } = entry;
  if (to === undefined) return undefined;
  const figure = figureOf(action.startsWith('answer.') ? entry : (held ?? {}));
  return changeTo({
    ...figure,
    ...(held?.comment !== undefined && { comment: held.comment }),
    ...(reason !== undefined && { reason }),
    answer: to,
  });
}
