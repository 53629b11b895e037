import type { Influence } from '@kilim/indicators';
import { useEffect, useRef, useState } from 'react';
import { useWork } from '../assessment/work.js';
import { EngineDesk } from './engine-desk.js';

/** Asked once nothing has changed for so long. */
const REST_MS = 400;

/**
 * Which open answers raise the first index most, those that raise it most first; undefined until it is worked out, empty
 * when none can.
 */
export function useInfluences(): readonly Influence[] | undefined {
  const { version, reading } = useWork();
  const [known, setKnown] = useState<readonly Influence[]>();
  const desk = useRef<EngineDesk<'influences'>>(undefined);
  const { answers } = reading;
  useEffect(() => {
    const { questionnaire, indices } = version.compiled;
    const opened = new EngineDesk(
      'influences',
      { questionnaire, of: indices[0]?.id },
      {
        onDone: (found) => {
          setKnown(found.filter(({ raises }) => raises > 0).sort((one, other) => other.raises - one.raises));
        },
        // Then nothing is said of it.
        onFailed: () => {
          setKnown(undefined);
        },
      },
    );
    desk.current = opened;
    return () => {
      opened.close();
    };
  }, [version]);
  useEffect(() => {
    const timer = setTimeout(() => {
      desk.current?.ask(answers);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [version, answers]);
  return known;
}
