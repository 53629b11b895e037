import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useCalledBy } from '../assessment/place-name.js';
import { isOwnSection, useWork } from '../assessment/work.js';
import { QuestionLink } from '../form/question-link.js';

/** Answers that don't count as they are: what is wrong, and the way to each. */
export function MendTasks(): ReactElement {
  const { t } = useTranslation();
  const { assessment, version, texts, reading } = useWork();
  const faultWords = useFaultWords();
  const calledBy = useCalledBy();
  const tasks = reading.asked.flatMap((asked) => {
    const section = version.compiled.byId.get(asked.question.id)?.section;
    if (!section || !isOwnSection(assessment, section.id)) return [];
    const standing = reading.states.get(asked.address)?.standing;
    const [fault] = standing?.kind === 'faulty' ? standing.faults : [];
    return fault ? [{ asked, section, fault }] : [];
  });
  return (
    <>
      {tasks.map(({ asked, section, fault }) => (
        <div className="task" key={asked.address}>
          <span className="tone-bad">
            <Icon name="bad" />
          </span>
          <div>
            <QuestionLink question={asked.question} anchor={asked.anchor}>
              {t('mend.title', { code: calledBy(asked), section: texts.title(section.id) })}
            </QuestionLink>
            <p className="muted">
              {faultWords(asked.question, fault)} {t('mend.text')}
            </p>
          </div>
          <span className="chip chip--bad">{t('mend.chip')}</span>
        </div>
      ))}
    </>
  );
}
