import type { Question } from '@kilim/indicators';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';
import { EvidenceForm } from './evidence-form.js';
import { EvidenceItem } from './evidence-item.js';
import { EvidencePicker } from './evidence-picker.js';

/** The evidence for one answer, and two ways to add some: describing it, or taking what is there already. */
export function EvidenceList({
  question,
  isLocked,
}: Readonly<{ question: Question; isLocked: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  const { evidence, texts } = useWork();
  const [opened, setOpened] = useState<'describe' | 'pick'>();
  const mine = evidence.filter(({ uses }) => uses.some(({ questionId }) => questionId === question.id));
  const others = evidence.filter((piece) => !mine.includes(piece));
  // A narrative or a fact that says nothing of evidence asks for none; what is there is shown all the same.
  const asksForEvidence =
    question.indicator !== undefined || texts.find(question.id, 'evidence') !== undefined;
  if (mine.length === 0 && (isLocked || !asksForEvidence)) return null;
  const close = (): void => {
    setOpened(undefined);
  };
  return (
    <div className="files" role="group" aria-label={t('evidence.label', { code: question.code })}>
      {mine.length > 0 && (
        <ul>
          {mine.map((piece) => (
            <EvidenceItem key={piece.id} piece={piece} question={question} isLocked={isLocked} />
          ))}
        </ul>
      )}
      {!isLocked && (
        <div className="files__foot">
          <button
            type="button"
            className="btn btn--s"
            aria-expanded={opened === 'describe'}
            onClick={() => {
              setOpened(opened === 'describe' ? undefined : 'describe');
            }}
          >
            <Icon name="plus" />
            {t('evidence.add')}
          </button>
          {others.length > 0 && (
            <button
              type="button"
              className="btn btn--s"
              aria-expanded={opened === 'pick'}
              onClick={() => {
                setOpened(opened === 'pick' ? undefined : 'pick');
              }}
            >
              <Icon name="link" />
              {t('evidence.pick')}
            </button>
          )}
        </div>
      )}
      {opened === 'describe' && !isLocked && <EvidenceForm question={question} onDone={close} />}
      {opened === 'pick' && !isLocked && (
        <EvidencePicker question={question} pieces={others} onDone={close} />
      )}
    </div>
  );
}
