import { initialsOf, type Person } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { findAsked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import { QuestionLink } from '../form/question-link.js';
import { useMoments } from '../language/moments.js';
import type { Together } from './together.js';

/** Who else is in a section now; nothing when nobody is. */
export function HereMarks({ sectionId }: Readonly<{ sectionId: string }>): ReactElement | null {
  const { t } = useTranslation();
  const { together } = useWork();
  const people = peopleIn(together, sectionId);
  if (people.length === 0) return null;
  return (
    <span className="here">
      {people.map(({ id, name }) => (
        <span key={id} className="here__who" title={name} aria-hidden="true">
          {initialsOf(name)}
        </span>
      ))}
      <span className="sr">, {t('here.now', { names: namesOf(people) })}</span>
    </span>
  );
}

/** In words who else is in the section, and what of it they have changed last while one looked. */
export function HereNote({ sectionId }: Readonly<{ sectionId: string }>): ReactElement {
  const { t } = useTranslation();
  const { together, version, reading } = useWork();
  const { time } = useMoments();
  const people = peopleIn(together, sectionId);
  const { heard } = together;
  const asked = heard && findAsked(version.compiled, reading.states, heard.address);
  const isOfSection = asked && version.compiled.byId.get(asked.question.id)?.section.id === sectionId;
  return (
    <div className="here-note faint" role="status">
      {people.length > 0 && (
        <p>
          <HereMarks sectionId={sectionId} />{' '}
          <span aria-hidden="true">{t('here.now', { names: namesOf(people) })}</span>
        </p>
      )}
      {isOfSection && (
        <p>
          {t('here.changed', { name: heard.by.name, at: time(heard.at) })}{' '}
          <QuestionLink question={asked.question} anchor={asked.anchor}>
            {asked.anchor}
          </QuestionLink>
        </p>
      )}
    </div>
  );
}

/** Everybody who is there, each once, by name. */
function peopleIn({ visitors }: Together, sectionId: string): readonly Person[] {
  const own = visitors.filter((visitor) => visitor.sectionId === sectionId);
  const people = new Map(own.map(({ person }) => [person.id, person]));
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function namesOf(people: readonly Person[]): string {
  return people.map(({ name }) => name).join(', ');
}
