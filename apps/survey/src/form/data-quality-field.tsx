import { asWords, DataQuality } from '@kilim/contracts';
import { useId, useState, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AboutFigure } from '../assessment/about-figure.js';
import { useWork } from '../assessment/work.js';
import { LettersLeft } from './letters-left.js';
import { useSetAbout } from './use-set-answer.js';
import type { Asked } from '../assessment/asked.js';

/** As many as the contract takes. */
const MOST_SOURCE_LETTERS = 500;

/** How good a figure is and where it is from, where the question asks for it, once there is one. */
export function DataQualityField({
  asked,
  isLocked,
}: Readonly<{ asked: Asked; isLocked: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  const { saved, saver } = useWork();
  // A field follows every letter, which the screens around it do not.
  const source = useSyncExternalStore(saver.subscribe, () => saver.held(asked.address)?.source ?? '');
  const [typed, setTyped] = useState('');
  const setAbout = useSetAbout(asked);
  const id = useId();
  const sourceId = useId();
  // What says the same is left as it was typed: a blank comes before the next word.
  const words = asWords(typed) === source ? typed : source;
  const held = saved.held.get(asked.address);
  const answer = held?.answer;
  if (asked.question.quality === undefined || answer?.kind !== 'value') return null;
  if (isLocked)
    return (
      <div className="above-3">
        <AboutFigure of={held ?? {}} />
      </div>
    );
  return (
    <div className="about above-4">
      <div className="field">
        <label htmlFor={id} className="title-m">
          {t('quality.label')}
        </label>
        <select
          id={id}
          className="in"
          value={held?.quality ?? ''}
          onChange={(event) => {
            const chosen = DataQuality.safeParse(event.target.value);
            if (chosen.success) setAbout({ quality: chosen.data });
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
      <div className="field short">
        <label htmlFor={sourceId} className="title-m">
          {t('quality.source')} <span className="q__kind">{t('question.optional')}</span>
        </label>
        <input
          id={sourceId}
          className="in"
          value={words}
          maxLength={MOST_SOURCE_LETTERS}
          placeholder={t('quality.sourceExample')}
          onChange={(event) => {
            setTyped(event.target.value);
            setAbout({ source: event.target.value }, 'typing');
          }}
        />
        <LettersLeft words={words} most={MOST_SOURCE_LETTERS} />
      </div>
    </div>
  );
}
