import type { Violation } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import { Shown } from './shown-text.js';

/** At a question: what must hold across its answer and others, and does not. */
export function ViolationNotes({ asked, id }: Readonly<{ asked: Asked; id: string }>): ReactElement | null {
  const { reading } = useWork();
  const own = violationsAt(asked, reading.violations);
  if (own.length === 0) return null;
  return (
    <div id={id}>
      {own.map((violation) => (
        <p
          key={violation.validation + violation.instance}
          className={violation.severity === 'error' ? 'err' : 'hint'}
        >
          <Icon name={violation.severity === 'error' ? 'bad' : 'warn'} />
          <ViolationWords violation={violation} />
        </p>
      ))}
    </div>
  );
}

/** What a violated validation says. */
export function ViolationWords({ violation }: Readonly<{ violation: Violation }>): ReactElement {
  const { texts } = useWork();
  const message = texts.find(violation.validation, 'message');
  return <span>{message ? <Shown text={message} /> : violation.validation}</span>;
}

export function violationsAt({ address }: Asked, violations: readonly Violation[]): readonly Violation[] {
  return violations.filter(({ marks }) => marks.includes(address));
}
