import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswerWords } from '../assessment/answer-words.js';
import type { Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';

/** What is calculated from other answers, read only; or why there is nothing yet. */
export function CalculatedValue({ asked }: Readonly<{ asked: Asked }>): ReactElement {
  const { t } = useTranslation();
  const { reading } = useWork();
  const answerWords = useAnswerWords();
  const standing = reading.states.get(asked.address)?.standing;
  if (standing?.kind === 'answered')
    return (
      <output className="title-xl">
        {answerWords(asked.question, { kind: 'value', value: standing.value })}
      </output>
    );
  const mayCome = standing?.kind === 'open';
  return <p className="muted">{t(mayCome ? 'question.calculatedOnce' : 'question.calculatedNever')}</p>;
}
