import type { Answers } from '@kilim/indicators';
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { scoresOf } from '../assessment/scores-of.js';
import type { ReadyVersion, Scores } from '../assessment/work.js';
import { EngineDesk } from './engine-desk.js';

/** Then the page is calm, and the desk can be made ready. */
const CALM_AFTER_MS = 1000;

/** The score so far: of the answers as they were a moment ago, since it is worked out beside the page. */
export function useScores({ compiled }: ReadyVersion, answers: Answers): Scores {
  const [known, setKnown] = useState(() => scoresOf(compiled, answers));
  const [isAlone, setIsAlone] = useState(false);
  const asked = useRef(answers);
  const desk = useRef<EngineDesk<'scores'>>(undefined);
  useEffect(() => {
    const { questionnaire } = compiled;
    const opened = new EngineDesk(
      'scores',
      { questionnaire, of: undefined },
      {
        onDone: (scores) => {
          startTransition(() => {
            setKnown(scores);
          });
        },
        onFailed: () => {
          setIsAlone(true);
        },
      },
    );
    desk.current = opened;
    const timer = setTimeout(() => opened.open(), CALM_AFTER_MS);
    return () => {
      clearTimeout(timer);
      opened.close();
    };
  }, [compiled]);
  useEffect(() => {
    if (asked.current === answers) return;
    asked.current = answers;
    desk.current?.ask(answers);
  }, [answers]);
  return useMemo(() => (isAlone ? scoresOf(compiled, answers) : known), [isAlone, compiled, answers, known]);
}
