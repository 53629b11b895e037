import type { Fault } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useSetAnswer } from './use-set-answer.js';
import { useMoments } from '../language/moments.js';

/** The faults of an answer at its field: an icon, words, and where a value suggests itself one button that takes it. */
export function FaultMessages({
  asked,
  faults,
  id,
  isLocked,
}: Readonly<{
  asked: Asked;
  faults: readonly Fault[];
  id: string;
  isLocked: boolean;
}>): ReactElement {
  const { t } = useTranslation();
  const { number } = useMoments();
  const faultWords = useFaultWords();
  const setAnswer = useSetAnswer(asked);
  const suggestions = isLocked ? [] : faults.flatMap(({ suggestion }) => suggestion ?? []);
  return (
    <>
      {/* There before anything is wrong: only what changes in it is spoken. */}
      <div id={id} aria-live="polite">
        {faults.map((fault) => (
          <p className="err" key={fault.code}>
            <Icon name="bad" />
            <span>{faultWords(asked.question, fault)}</span>
          </p>
        ))}
      </div>
      {suggestions.map((value) => (
        <p key={value} className="above-3">
          <button
            type="button"
            className="btn btn--s"
            onClick={() => {
              setAnswer(value);
            }}
          >
            {t('fault.use', { value: number(value) })}
          </button>
        </p>
      ))}
    </>
  );
}
