import type { ReactElement } from 'react';
import type { Asked } from './asked.js';
import { useWork } from './work.js';

/** Of a question in a repeated set: of which instance it is asked (“Youth centre 2”). */
export function PlaceName({ asked }: Readonly<{ asked: Asked }>): ReactElement | null {
  const name = usePlaceNames()(asked);
  return name === undefined ? null : <span className="muted">{name}</span>;
}

/** Calls a question by its code, in a repeated set with the instance that it is asked of (“2.1, Youth centre 2”). */
export function useCalledBy(): (asked: Asked) => string {
  const placeName = usePlaceNames();
  return (asked) => {
    const name = placeName(asked);
    return name === undefined ? asked.question.code : `${asked.question.code}, ${name}`;
  };
}

function usePlaceNames(): (asked: Asked) => string | undefined {
  const { texts, version } = useWork();
  return ({ question, position }) => {
    const set = version.compiled.byId.get(question.id)?.set;
    return set === undefined || position === undefined ? undefined : texts.instance(set.id, position);
  };
}
