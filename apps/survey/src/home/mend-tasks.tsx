import { validateAnswer } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useWork } from '../assessment/work.js';

/** Answers that don't count as they are: what is wrong, and the way to each. */
export function MendTasks(): ReactElement {
  const { t } = useTranslation();
  const { assessment, version, texts, reading } = useWork();
  const faultWords = useFaultWords();
  const tasks = version.compiled.questions.flatMap(({ question, section }) => {
    // Colleagues mend what was handed to them.
    if (assessment.sections?.includes(section.id) === false) return [];
    const answer = reading.answers[question.id];
    if (answer?.kind !== 'value' || !reading.visible.has(question.id)) return [];
    const [fault] = validateAnswer(question, answer.value);
    return fault ? [{ question, section, fault }] : [];
  });
  return (
    <>
      {tasks.map(({ question, section, fault }) => (
        <div className="task" key={question.id}>
          <span className="tone-bad">
            <Icon name="bad" />
          </span>
          <div>
            <Link to={`/assessments/${assessment.id}/sections/${section.code}#${question.code}`}>
              {t('mend.title', { code: question.code, section: texts.title(section.id) })}
            </Link>
            <p className="muted">
              {faultWords(question, fault)} {t('mend.text')}
            </p>
          </div>
          <span className="chip chip--bad">{t('mend.chip')}</span>
        </div>
      ))}
    </>
  );
}
