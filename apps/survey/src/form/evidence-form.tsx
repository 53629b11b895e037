import { EvidenceLevel } from '@kilim/contracts';
import type { Question } from '@kilim/indicators';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { describeEvidence, faultyFields, type NewEvidence } from '../assessment/evidence-requests.js';
import { useWork } from '../assessment/work.js';
import { useErrorWords } from '../shell/error-words.js';

/** The words one types about a document or page. */
const FIELDS = ['title', 'url', 'passage', 'publisher', 'date'] as const;
type Field = (typeof FIELDS)[number];

/** Describes a document or page for an answer. What was typed stays until it is taken. */
export function EvidenceForm({
  question,
  onDone,
}: Readonly<{ question: Question; onDone: () => void }>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const errorWords = useErrorWords();
  const id = useId();
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [level, setLevel] = useState<EvidenceLevel>('local');
  const [faulty, setFaulty] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    const body = bodyOf(question, level, typed);
    const wrong = faultyFields(body);
    setFaulty(wrong);
    setError(undefined);
    if (wrong.size > 0) {
      const first = FIELDS.find((field) => wrong.has(field));
      if (first) document.getElementById(`${id}-${first}`)?.focus();
      return;
    }
    setIsBusy(true);
    describeEvidence(work, body).then(onDone, (reason: unknown) => {
      setError(reason);
      setIsBusy(false);
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
        aria-invalid={faulty.has(name)}
        aria-describedby={faulty.has(name) ? `${id}-${name}-error` : undefined}
        onChange={(event) => {
          setTyped({ ...typed, [name]: event.target.value });
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
    <form className="files__form stack" noValidate onSubmit={submit}>
      {field('title')}
      <div className="pair">
        {field('url', 'url')}
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
          onChange={(event) => {
            setLevel(EvidenceLevel.catch(level).parse(event.target.value));
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
          {t('evidence.do')}
        </button>
        <button type="button" className="btn btn--quiet" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

/** What travels; a field left empty is left out. */
function bodyOf(
  question: Question,
  level: EvidenceLevel,
  typed: Partial<Record<Field, string>>,
): NewEvidence {
  const said = Object.fromEntries(
    FIELDS.map((name) => [name, typed[name]?.trim() ?? '']).filter(([, words]) => words !== ''),
  ) as Partial<Record<Field, string>>;
  return { title: '', ...said, level, questionId: question.id };
}
