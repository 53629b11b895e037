import type { Fault, Id } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { PlaceName } from '../assessment/place-name.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useWork, type Reading } from '../assessment/work.js';
import { QuestionLink } from './question-link.js';

/** What is wrong with the answers of a section; on top, each with a link to its field. */
export function FaultBanner({
  sectionId,
  isLocked,
}: Readonly<{ sectionId: Id; isLocked: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  const { texts, reading } = useWork();
  const faultWords = useFaultWords();
  const faulty = (reading.ofSection.get(sectionId) ?? []).flatMap((asked) =>
    faultsOf(asked, reading).map((fault) => ({ asked, fault })),
  );
  if (faulty.length === 0) return null;
  return (
    <section className="msg msg--bad below-6" aria-labelledby="to-mend">
      <Icon name="bad" />
      <div>
        <h2 className="title-m" id="to-mend">
          {t('banner.title', { count: new Set(faulty.map(({ asked }) => asked.address)).size })}
        </h2>
        <ul>
          {faulty.map(({ asked, fault }) => (
            <li key={`${asked.address}-${fault.code}`}>
              <QuestionLink question={asked.question} anchor={asked.anchor}>
                {asked.question.code} {texts.title(asked.question.id)}
              </QuestionLink>{' '}
              <PlaceName asked={asked} />
              {' – '}
              {faultWords(asked.question, fault)}
            </li>
          ))}
        </ul>
        {!isLocked && <p className="muted">{t('banner.text')}</p>}
      </div>
    </section>
  );
}

/** The faults of an answer as it stands on the screen. */
export function faultsOf({ address }: Asked, { states }: Reading): readonly Fault[] {
  const standing = states.get(address)?.standing;
  return standing?.kind === 'faulty' ? standing.faults : [];
}
