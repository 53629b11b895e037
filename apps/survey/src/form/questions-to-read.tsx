import type { ReactElement } from 'react';
import { useAnswerWords } from '../assessment/answer-words.js';
import type { Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import { useOnItsWay } from '../shell/at-rest.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { QuestionHead } from './question-head.js';

/** The questions of a section to be read, with the answers there are, until they can be answered. */
export function QuestionsToRead({ asked }: Readonly<{ asked: readonly Asked[] }>): ReactElement {
  const { saved } = useWork();
  const answerWords = useAnswerWords();
  useOnItsWay();
  return (
    <>
      {asked
        .filter(({ position }) => position === undefined)
        .map((each) => {
          const { anchor, address, question } = each;
          const ids = { title: `${anchor}-title`, help: `${anchor}-help` };
          const answer = saved.held.get(address)?.answer;
          return (
            <section
              key={address}
              // The questions to be answered take its place, under the same address.
              ref={handsFocusOn(() => document.getElementById(anchor))}
              className="q"
              id={anchor}
              aria-labelledby={ids.title}
              tabIndex={-1}
            >
              <QuestionHead asked={each} ids={ids} inputId={undefined} />
              {answer && <p className="q__body told">{answerWords(question, answer)}</p>}
            </section>
          );
        })}
    </>
  );
}
