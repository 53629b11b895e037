import type { Evidence } from '@kilim/contracts';
import { useId, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../assessment/asked.js';
import { changeUse } from '../assessment/evidence-requests.js';
import { useWork } from '../assessment/work.js';
import { useErrorWords } from '../shell/error-words.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';

/** Takes a piece that supports another answer for this one too. */
export function EvidencePicker({
  asked,
  opener,
  pieces,
  onDone,
}: Readonly<{
  asked: Asked;
  opener: RefObject<HTMLElement | null>;
  pieces: readonly Evidence[];
  onDone: () => void;
}>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const errorWords = useErrorWords();
  const id = useId();
  const [chosenId, setChosenId] = useState(pieces[0]?.id);
  const [error, setError] = useState<unknown>();
  const chosen = pieces.find((piece) => piece.id === chosenId);
  return (
    <form
      ref={handsFocusOn(() => opener.current)}
      className="files__form stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) changeUse(work, chosen, asked, 'linked').then(onDone, setError);
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('evidence.which')}</label>
        <select
          id={id}
          className="in"
          value={chosenId}
          onChange={(event) => {
            setChosenId(event.target.value);
          }}
        >
          {pieces.map((piece) => (
            <option key={piece.id} value={piece.id}>
              {piece.title}
            </option>
          ))}
        </select>
      </div>
      {error !== undefined && (
        <p className="err" role="alert">
          {errorWords(error).detail}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn">
          {t('evidence.use')}
        </button>
        <button type="button" className="btn btn--quiet" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
