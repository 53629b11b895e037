import type { Influence } from '@kilim/indicators';
import { useEffect, useRef, useState } from 'react';
import { useWork } from '../assessment/work.js';
import { InfluenceDesk } from './influence-desk.js';

/** Asked once nothing has changed for so long. */
const REST_MS = 400;

/**
 * Which open answers raise the first index most, those that raise it most first; undefined until it is worked out, empty
 * when none can.
 */
export function useInfluences(): readonly Influence[] | undefined {
  const { version, reading } = useWork();
  const [known, setKnown] = useState<readonly Influence[]>();
  const desk = useRef<InfluenceDesk>(undefined);
  const { answers } = reading;
  useEffect(() => {
    const opened = new InfluenceDesk((found) => {
      setKnown(found.filter(({ raises }) => raises > 0).sort((one, other) => other.raises - one.raises));
    });
    desk.current = opened;
    return () => {
      opened.close();
    };
  }, []);
  useEffect(() => {
    const { questionnaire, indices } = version.compiled;
    const of = indices[0]?.id;
    if (of === undefined) return;
    const timer = setTimeout(() => {
      desk.current?.ask({ versionId: version.summary.id, questionnaire, answers, of });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [version, answers]);
  return known;
}
