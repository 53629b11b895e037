import type { Speech } from '../language/speech';
import type { Waiting } from '@kilim/contracts';

/** Whose move it is, short enough for a column: “City, 9 days quiet”. */
export function waitingWords(waiting: Waiting, say: Speech): string {
  const who = say.t(`waits.${waiting.on}`);
  if (waiting.on === 'nobody') return who;
  switch (waiting.reason) {
    case 'overdue':
      return `${who}, ${waiting.days === 0 ? say.t('waits.overdueToday') : say.n('waits.overdue', waiting.days)}`;
    case 'near':
      return `${who}, ${waiting.days === 0 ? say.t('waits.dueToday') : say.n('waits.dueIn', waiting.days)}`;
    case 'quiet':
      return `${who}, ${say.n('waits.quiet', waiting.days)}`;
    case 'unassigned':
      return say.t('waits.unassigned');
    case 'long':
      return `${who}, ${say.n('days', waiting.days)}`;
    case 'none':
      return who;
  }
}

/** The urgent part alone, for a chip. */
export function urgencyWords(waiting: Waiting, say: Speech): string {
  switch (waiting.reason) {
    case 'overdue':
      return waiting.days === 0 ? say.t('waits.overdueToday') : say.n('waits.overdue', waiting.days);
    case 'near':
      return waiting.days === 0 ? say.t('waits.dueToday') : say.n('waits.dueIn', waiting.days);
    case 'quiet':
      return say.n('waits.quiet', waiting.days);
    case 'unassigned':
      return say.t('waits.unassigned');
    case 'long':
    case 'none':
      return waiting.days === 0 ? say.t('waits.today') : say.n('days', waiting.days);
  }
}
