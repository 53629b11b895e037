import type { Question } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../language/moments.js';
import { Dialog } from '../shell/dialog.js';
import { AboutFigure } from './about-figure.js';
import { useAnswerWords } from './answer-words.js';
import { findAsked } from './asked.js';
import { heldOf, type HeldAnswer } from './change.js';
import { PlaceName } from './place-name.js';
import { useWork } from './work.js';

/**
 * Two people changed one answer: shows both and asks which one stands. Neither is lost: until then
 * mine is kept on this device, and whichever is not chosen stands in the history.
 */
export function ConflictDialog(): ReactElement | null {
  const { t } = useTranslation();
  const { saved, saver, version, texts, reading } = useWork();
  const { moment } = useMoments();
  const [found] = [...saved.troubles].flatMap(([id, trouble]) => {
    const asked = findAsked(version.compiled, reading.states, id);
    return trouble.kind === 'stale' && asked ? [{ id, trouble, asked }] : [];
  });
  if (!found) return null;
  const { id, trouble, asked } = found;
  const { question } = asked;
  const { current, mine } = trouble;
  const name = current.savedBy.name;
  return (
    // A new question is a new dialog: the focus starts again.
    <Dialog key={id} title={t('conflict.title', { name })} wide unasked>
      <div className="dialog__body stack">
        <p>
          <b>{question.code}</b> {texts.title(question.id)} <PlaceName asked={asked} />
        </p>
        <div className="pair">
          <Side title={t('conflict.mine')} question={question} says={mine} />
          <Side
            title={t('conflict.theirs', { name, at: moment(current.savedAt) })}
            question={question}
            says={heldOf(current)}
          />
        </div>
        <p className="muted">{t('conflict.text')}</p>
      </div>
      <div className="dialog__actions">
        <button
          type="button"
          className="btn"
          onClick={() => {
            saver.settle(id, 'theirs', current);
          }}
        >
          {t('conflict.takeTheirs')}
        </button>
        <button
          type="button"
          className="btn btn--go"
          onClick={() => {
            saver.settle(id, 'mine', current);
          }}
        >
          {t('conflict.keepMine')}
        </button>
      </div>
    </Dialog>
  );
}

function Side({
  title,
  question,
  says,
}: Readonly<{ title: string; question: Question; says: HeldAnswer }>): ReactElement {
  const answerWords = useAnswerWords();
  return (
    <section className="panel panel--plain">
      <h3>{title}</h3>
      <p className="told above-2">{answerWords(question, says.answer)}</p>
      <AboutFigure of={says} />
      {says.reason !== undefined && <p className="muted told">{says.reason}</p>}
    </section>
  );
}
