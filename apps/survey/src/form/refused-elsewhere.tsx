import { placeOf, type Address, type Id } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useAnswerWords } from '../assessment/answer-words.js';
import { findAsked } from '../assessment/asked.js';
import { PlaceName } from '../assessment/place-name.js';
import { useWork } from '../assessment/work.js';
import { QuestionLink } from './question-link.js';
import { TroubleNote } from './trouble-note.js';

/**
 * Names the answers that the server has refused and that are not in sight: with a way to their question, or where that
 * is hidden or gone by now, to take them back here.
 *
 * @param sectionId whose questions are in sight; absent: none
 */
export function RefusedElsewhere({ sectionId }: Readonly<{ sectionId?: Id }>): ReactElement | null {
  const { t } = useTranslation();
  const { saved, reading, version } = useWork();
  const sectionOf = (address: Address): Id | undefined =>
    version.compiled.byId.get(placeOf(address).question)?.section.id;
  const isInSight = (address: Address): boolean =>
    reading.visible.has(address) && sectionOf(address) === sectionId;
  const refused = [...saved.troubles].flatMap(([address, { kind }]) =>
    kind === 'refused' && !isInSight(address) ? [address] : [],
  );
  if (refused.length === 0) return null;
  return (
    <section className="msg msg--bad below-4" aria-labelledby="refused-elsewhere">
      <Icon name="bad" />
      <div>
        <h2 className="title-m" id="refused-elsewhere">
          {t('refusedElsewhere.title', { count: refused.length })}
        </h2>
        <ul>
          {refused.map((address) => (
            <li key={address}>
              {reading.visible.has(address) ? <Way address={address} /> : <NotAsked address={address} />}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Way({ address }: Readonly<{ address: Address }>): ReactElement | null {
  const { reading, texts, version } = useWork();
  const asked = findAsked(version.compiled, reading.states, address);
  if (!asked) return null;
  return (
    <>
      <QuestionLink question={asked.question} anchor={asked.anchor}>
        {asked.question.code} {texts.title(asked.question.id)}
      </QuestionLink>{' '}
      <PlaceName asked={asked} />
    </>
  );
}

function NotAsked({ address }: Readonly<{ address: Address }>): ReactElement {
  const { t } = useTranslation();
  const { saved, reading, texts, version } = useWork();
  const answerWords = useAnswerWords();
  const asked = findAsked(version.compiled, reading.states, address);
  const held = saved.held.get(address);
  return (
    <>
      <b>{asked ? `${asked.question.code} ${texts.title(asked.question.id)}` : address}</b>
      <p className="told">{asked ? answerWords(asked.question, held?.answer) : JSON.stringify(held)}</p>
      <p className="muted">{t('refusedElsewhere.notAsked')}</p>
      <TroubleNote at={{ address, anchor: asked?.anchor ?? address }} />
    </>
  );
}
