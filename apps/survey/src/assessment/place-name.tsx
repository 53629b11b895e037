import type { ReactElement } from 'react';
import type { Asked } from './asked.js';
import { useWork } from './work.js';

/** Of a question in a repeated set: of which instance it is asked (“Youth centre 2”). */
export function PlaceName({ asked }: Readonly<{ asked: Asked }>): ReactElement | null {
  const { texts, version } = useWork();
  const set = version.compiled.byId.get(asked.question.id)?.set;
  if (set === undefined || asked.position === undefined) return null;
  return <span className="muted">{texts.instance(set.id, asked.position)}</span>;
}
