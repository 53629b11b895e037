import type { Answers } from '@kilim/indicators';
import { startTransition, useEffect, useRef, useState } from 'react';
import { whenAtRest } from '../shell/at-rest.js';
import type { Lacking } from './area-score.js';
import type { Assignment, WorkedOut } from './engine.js';
import { EngineDesk } from './engine-desk.js';

interface Wanted<Known> {
  /** What is known from the beginning. */
  readonly first?: Known | undefined;
  /** Asked once nothing has changed for so long. */
  readonly restMs?: number;
}

/**
 * What follows from answers and takes long: of the answers as they were a moment ago, since it is worked out beside the
 * page, and for the first time once that can be used.
 *
 * @param assignment the same object as long as it is the same
 */
export function useWorkedOut<Task extends keyof WorkedOut>(
  assignment: Assignment<Task>,
  answers: Answers,
  { first, restMs = 0 }: Wanted<WorkedOut[Task]> = {},
): WorkedOut[Task] | Lacking {
  const [known, setKnown] = useState<WorkedOut[Task] | Lacking>(first ?? 'coming');
  const desk = useRef<EngineDesk<Task>>(undefined);
  const newest = useRef(answers);
  useEffect(() => {
    const opened = new EngineDesk(assignment, {
      onDone: (worked) => {
        startTransition(() => {
          // Nothing is drawn anew for what stays as it was.
          setKnown((before) => (JSON.stringify(before) === JSON.stringify(worked) ? before : worked));
        });
      },
      onFailed: () => {
        setKnown('failed');
      },
    });
    const callOff = whenAtRest(() => {
      desk.current = opened;
      opened.ask(newest.current);
    });
    return () => {
      callOff();
      desk.current = undefined;
      opened.close();
    };
  }, [assignment]);
  useEffect(() => {
    newest.current = answers;
    const timer = setTimeout(() => desk.current?.ask(answers), restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [answers, restMs]);
  return known;
}
