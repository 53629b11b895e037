import { isKnownProblem } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useRefusalWords } from '../assessment/refusal-words.js';
import { useWork } from '../assessment/work.js';
import type { Asked } from '../assessment/asked.js';
import { takeNewerProgram } from '../offline/take-newer-program.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { controlOf } from './use-focus-place.js';

/** At the field: the server has not taken the change, why, and how to give in. What was typed is kept until then. */
export function TroubleNote({
  at,
}: Readonly<{ at: Pick<Asked, 'address' | 'anchor'> }>): ReactElement | null {
  const { t } = useTranslation();
  const { saved, saver } = useWork();
  const refusalWords = useRefusalWords();
  const trouble = saved.troubles.get(at.address);
  if (!trouble) return null;
  return (
    <>
      <p className="err" role="alert">
        <Icon name="bad" />
        <span>
          {trouble.kind === 'stale'
            ? t('trouble.stale', { name: trouble.current.savedBy.name })
            : t('trouble.refused', { reason: refusalWords(trouble.problem) })}
        </span>
      </p>
      {trouble.kind === 'refused' && (
        <p className="row above-3">
          {!isKnownProblem(trouble.problem.code) && (
            <button type="button" className="btn btn--s" onClick={takeNewerProgram}>
              {t('trouble.newer')}
            </button>
          )}
          <button
            ref={handsFocusOn(() => controlOf(at.anchor))}
            type="button"
            className="btn btn--s"
            onClick={() => {
              saver.discard(at.address);
            }}
          >
            {t('trouble.discard')}
          </button>
        </p>
      )}
    </>
  );
}
