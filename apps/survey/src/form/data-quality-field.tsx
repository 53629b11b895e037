import { DataQuality } from '@kilim/contracts';
import type { Question } from '@kilim/indicators';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { useSetAnswer } from './use-set-answer.js';

/** How good a number is, asked once there is one. */
export function DataQualityField({
  question,
  isLocked,
}: Readonly<{ question: Question; isLocked: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  const { saved } = useWork();
  const setAnswer = useSetAnswer(question);
  const id = useId();
  const held = saved.held.get(question.id);
  const answer = held?.answer;
  if ((question.kind !== 'number' && question.kind !== 'share') || answer?.kind !== 'value') return null;
  if (isLocked)
    return held?.quality === undefined ? null : (
      <p className="hint above-3">
        {t('quality.label')} {t(`quality.${held.quality}`)}
      </p>
    );
  return (
    <div className="field short above-4">
      <label htmlFor={id} className="title-m">
        {t('quality.label')}
      </label>
      <select
        id={id}
        className="in"
        value={held?.quality ?? ''}
        onChange={(event) => {
          const chosen = DataQuality.safeParse(event.target.value);
          if (chosen.success) setAnswer(answer.value, chosen.data);
        }}
      >
        <option value="" disabled>
          {t('quality.choose')}
        </option>
        {DataQuality.options.map((quality) => (
          <option key={quality} value={quality}>
            {t(`quality.${quality}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
