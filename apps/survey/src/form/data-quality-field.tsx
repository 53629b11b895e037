import { DataQuality } from '@kilim/contracts';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { useSetAnswer } from './use-set-answer.js';
import type { Asked } from '../assessment/asked.js';

/** How good a figure is, where the question asks for it, once there is one. */
export function DataQualityField({
  asked,
  isLocked,
}: Readonly<{ asked: Asked; isLocked: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  const { saved } = useWork();
  const setAnswer = useSetAnswer(asked);
  const id = useId();
  const held = saved.held.get(asked.address);
  const answer = held?.answer;
  if (asked.question.quality === undefined || answer?.kind !== 'value') return null;
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
