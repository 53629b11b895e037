import { EvidenceLevel } from '@kilim/contracts';
import type { Id } from '@kilim/indicators';
import { useId, useState, type FormEvent, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { describeEvidence, faultyFields, type NewEvidence } from '../assessment/evidence-requests.js';
import type { FileSending } from '../assessment/file-sending.js';
import { useWork, type Work } from '../assessment/work.js';
import { useErrorWords } from '../shell/error-words.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { FileOnItsWay } from './file-on-its-way.js';
import type { HalfTyped, HalfTypedHere } from './half-typed.js';

/** The words one types about a document or page. */
const FIELDS = ['title', 'url', 'passage', 'publisher', 'date'] as const;
type Field = (typeof FIELDS)[number];

/**
 * Describes a document or page for an answer, while its file is on its way where there is one. What was typed stays
 * until it is taken, also while one looks elsewhere.
 */
export function EvidenceForm({
  asked,
  opener,
  halfTyped,
  onDone,
  onCancel,
}: Readonly<{
  asked: Asked;
  opener: RefObject<HTMLElement | null>;
  halfTyped: HalfTypedHere;
  onDone: () => void;
  onCancel: () => void;
}>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const errorWords = useErrorWords();
  const id = useId();
  const { words: typed, sending, isBusy = false } = halfTyped;
  const level = EvidenceLevel.catch('local').parse(typed['level']);
  const [faulty, setFaulty] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy || sending?.look().kind === 'refused') return;
    const body = bodyOf(asked.question.id, level, typed);
    const wrong = faultyFields(body);
    setFaulty(wrong);
    setError(undefined);
    if (wrong.size > 0) {
      const first = FIELDS.find((field) => wrong.has(field));
      if (first) document.getElementById(`${id}-${first}`)?.focus();
      return;
    }
    halfTyped.setBusy(true);
    describe(work, asked, body, sending).then(onDone, (reason: unknown) => {
      // What is wrong with the file stands beside the file.
      if (sending?.look().kind !== 'failed') setError(reason);
      halfTyped.setBusy(false);
    });
  };

  const field = (name: Field, type: 'text' | 'url' = 'text'): ReactElement => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t(`evidence.field.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        className="in"
        type="text"
        inputMode={type}
        required={name === 'title'}
        value={typed[name] ?? ''}
        // What was typed meanwhile would go with what is sent.
        readOnly={isBusy}
        aria-invalid={faulty.has(name)}
        aria-describedby={faulty.has(name) ? `${id}-${name}-error` : undefined}
        onChange={(event) => {
          halfTyped.write(name, event.target.value);
        }}
      />
      {faulty.has(name) && (
        <p className="err" id={`${id}-${name}-error`}>
          <Icon name="bad" />
          <span>{t(`evidence.fault.${name}`)}</span>
        </p>
      )}
    </div>
  );

  return (
    <form ref={handsFocusOn(() => opener.current)} className="files__form stack" noValidate onSubmit={submit}>
      {sending && <FileOnItsWay sending={sending} />}
      {field('title')}
      <div className="pair">
        {!sending && field('url', 'url')}
        {field('passage')}
        {field('publisher')}
        {field('date')}
      </div>
      <div className="field short">
        <label htmlFor={`${id}-level`}>{t('evidence.field.level')}</label>
        <select
          id={`${id}-level`}
          className="in"
          value={level}
          disabled={isBusy}
          onChange={(event) => {
            halfTyped.write('level', event.target.value);
          }}
        >
          {EvidenceLevel.options.map((option) => (
            <option key={option} value={option}>
              {t(`evidence.level.${option}`)}
            </option>
          ))}
        </select>
      </div>
      {error !== undefined && (
        <p className="err" role="alert">
          <Icon name="bad" />
          <span>{errorWords(error).detail}</span>
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn" aria-busy={isBusy}>
          {t(isBusy && sending ? 'file.waiting' : 'evidence.do')}
        </button>
        <button type="button" className="btn btn--quiet" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

/** Describes a piece once its file has arrived. */
async function describe(
  work: Work,
  asked: Asked,
  body: NewEvidence,
  sending: FileSending | undefined,
): Promise<void> {
  const file = await sending?.arrived();
  await describeEvidence(work, asked, { ...body, ...(file && { fileId: file.id }) });
}

/** What travels; a field left empty is left out. */
function bodyOf(questionId: Id, level: EvidenceLevel, typed: HalfTyped['words']): NewEvidence {
  const said = Object.fromEntries(
    FIELDS.map((name) => [name, typed[name]?.trim() ?? '']).filter(([, words]) => words !== ''),
  ) as Partial<Record<Field, string>>;
  return { title: '', ...said, level, questionId };
}
