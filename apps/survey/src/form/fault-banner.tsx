import { validateAnswer, type Fault, type Id, type Question } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useFaultWords } from '../assessment/fault-words.js';
import { useWork, type Reading } from '../assessment/work.js';
import { QuestionLink } from './question-link.js';

/** What is wrong with the answers of a section; on top, each with a link to its field. */
export function FaultBanner({
  sectionId,
  isLocked,
}: Readonly<{ sectionId: Id; isLocked: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  const { version, texts, reading } = useWork();
  const faultWords = useFaultWords();
  const faulty = version.compiled.questions.flatMap(({ section, question }) =>
    section.id === sectionId ? faultsOf(question, reading).map((fault) => ({ question, fault })) : [],
  );
  if (faulty.length === 0) return null;
  return (
    <section className="msg msg--bad below-6" aria-labelledby="to-mend">
      <Icon name="bad" />
      <div>
        <h2 className="title-m" id="to-mend">
          {t('banner.title', { count: new Set(faulty.map(({ question }) => question.id)).size })}
        </h2>
        <ul>
          {faulty.map(({ question, fault }) => (
            <li key={`${question.id}-${fault.code}`}>
              <QuestionLink question={question}>
                {question.code} {texts.title(question.id)}
              </QuestionLink>
              {' – '}
              {faultWords(question, fault)}
            </li>
          ))}
        </ul>
        {!isLocked && <p className="muted">{t('banner.text')}</p>}
      </div>
    </section>
  );
}

/** The faults of a question's answer as it stands on the screen; none for one that is not asked. */
export function faultsOf(question: Question, { answers, visible }: Reading): readonly Fault[] {
  const answer = answers[question.id];
  return answer?.kind === 'value' && visible.has(question.id) ? validateAnswer(question, answer.value) : [];
}
