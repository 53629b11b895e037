import { findPart, type DraftDocument, type PartAddress, type PartPlace } from '@kilim/indicators';
import { atEnd, beside, seatOf } from '../tree/places';
import type { TreeRow } from '../tree/tree-row';

/** Where dragged parts go: beside a part of the same list; questions dropped on a page or set go into it. */
export function placeDropped(
  document: DraftDocument,
  parts: readonly PartAddress[],
  row: TreeRow,
  side: 'before' | 'after',
): PartPlace | undefined {
  const list = seatOf(document, parts[0] ?? '')?.list;
  const target = row.member !== undefined && list === 'members' ? row.member : row.part;
  const seat = seatOf(document, target);
  if (list === undefined || parts.includes(target)) return undefined;
  const isSet = findPart(document.questionnaire, target)?.part['kind'] === 'set';
  if (
    list === 'questions' &&
    (seat?.list === 'sections' || (isSet && row.isOpen === true && side === 'after'))
  )
    return side === 'after' && row.isOpen === true
      ? { into: target, list: 'questions', after: null }
      : atEnd(document, target, 'questions');
  return seat?.list === list ? beside(document, target, side) : undefined;
}
