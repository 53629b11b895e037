import {
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { findQuestions } from './find-questions.js';
import { QuestionLink } from './question-link.js';

/** More than that nobody looks through. */
const SHOWN = 12;

/**
 * Finds a question by words or code, in any section, and goes there: arrows move between what was found, Enter goes to the
 * first.
 */
export function QuestionSearch(): ReactElement {
  const { t } = useTranslation();
  const { reading, texts } = useWork();
  const id = useId();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const found = useMemo(() => findQuestions(reading.asked, texts, wanted), [reading.asked, texts, wanted]);
  const room = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && typed !== '') setTyped('');
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement)
      room.current?.querySelector('a')?.click();
    const stops = [...(room.current?.querySelectorAll<HTMLElement>('input, a') ?? [])];
    const next = step === undefined ? undefined : stops[stops.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // The keys belong to the field and the links in it.
    <div className="find below-3" role="search" ref={room} onKeyDown={move}>
      <label htmlFor={id} className="sr">
        {t('find.label')}
      </label>
      <input
        id={id}
        type="search"
        className="in"
        placeholder={t('find.label')}
        aria-describedby={`${id}-found`}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <p id={`${id}-found`} className="faint" role="status">
        {wanted !== '' && (found.length === 0 ? t('find.none') : t('find.found', { count: found.length }))}
        {found.length > SHOWN && ` ${t('find.more', { count: SHOWN })}`}
      </p>
      {found.length > 0 && (
        <ul className="find__list">
          {found.slice(0, SHOWN).map(({ question, address, anchor }) => (
            <li key={address}>
              <QuestionLink question={question} anchor={anchor}>
                <span className="q__no">{anchor}</span> {texts.title(question.id)}
              </QuestionLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
