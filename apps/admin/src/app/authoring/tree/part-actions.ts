import { inject, Injectable, signal } from '@angular/core';
import {
  copyParts,
  duplicateParts,
  pasteParts,
  type CopiedParts,
  type DraftChange,
  type DraftDocument,
  type PartAddress,
  type PartPlace,
} from '@kilim/indicators';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';
import { PartShelf } from '../desk/part-shelf';
import { addition, type NewPart } from './part-kinds';
import { removals } from './part-removal';
import { atEnd, beside, inOrder, movesTo, seatOf, stepMoves } from './places';

/** What one can do to parts of a draft, from the tree, from menus and from the keyboard. */
@Injectable()
export class PartActions {
  private readonly desk = inject(DraftDesk);
  private readonly shelf = inject(PartShelf);
  private readonly say = inject(Say);

  /** What was done last, in words, for whoever does not see the tree. */
  readonly said = signal('');

  /** Adds a part near another. @returns its id, to be opened */
  add(what: NewPart, near: PartAddress | undefined): string | undefined {
    const document = this.desk.document();
    const added = document && addition(document, what, near, this.desk.newId);
    if (added === undefined) return undefined;
    this.desk.edit(added.changes);
    return added.id;
  }

  step(parts: readonly PartAddress[], by: -1 | 1): void {
    const document = this.desk.document();
    if (document === undefined) return;
    const changes = stepMoves(document, parts, by);
    if (this.do(changes)) this.sayPlace(parts[0]);
  }

  moveTo(parts: readonly PartAddress[], place: PartPlace): void {
    const document = this.desk.document();
    if (document !== undefined && this.do(movesTo(document, parts, place))) this.sayPlace(parts[0]);
  }

  /** Each right behind itself. @returns the id of the first copy, to be opened */
  duplicate(parts: readonly PartAddress[]): string | undefined {
    const document = this.desk.document();
    if (document === undefined) return undefined;
    const { newId, digest } = this.desk;
    const changes = duplicateParts(document, inOrder(document, parts), newId, digest);
    if (!this.do(changes)) return undefined;
    this.said.set(this.say.n('tree.said.duplicated', changes.length));
    const [first] = changes;
    return first?.op === 'insert' ? (first.value as { readonly id?: string }).id : undefined;
  }

  remove(parts: readonly PartAddress[]): void {
    const document = this.desk.document();
    if (document !== undefined && this.do(removals(document, parts)))
      this.said.set(this.say.n('tree.said.removed', parts.length));
  }

  copy(parts: readonly PartAddress[]): void {
    this.shelve(parts);
  }

  /** Copies parts that are to be taken out then: pasted into this draft again they are the same ones. */
  cut(parts: readonly PartAddress[]): void {
    this.shelve(parts, this.desk.draft()?.id);
  }

  /** Puts copied parts behind one, or into the page that is open. @returns the first new id */
  paste(near: PartAddress | undefined, pasted?: string): string | undefined {
    const parts = this.shelf.read(pasted);
    const document = this.desk.document();
    if (parts === undefined || document === undefined) return undefined;
    return this.insert(document, parts, near);
  }

  /** The same with parts that were not copied here but found elsewhere. */
  insert(document: DraftDocument, parts: CopiedParts, near: PartAddress | undefined): string | undefined {
    const place = pastePlace(document, parts, near);
    if (place === undefined) return undefined;
    const { newId, digest } = this.desk;
    const draftId = this.desk.draft()?.id;
    const pasted = pasteParts(document, parts, place, newId, digest, draftId);
    const { changes, ids, moved, dangling, languages } = pasted;
    if (!this.do(changes)) return undefined;
    this.said.set(
      [
        ...(moved > 0 ? [this.say.n('tree.said.putBack', moved)] : []),
        ...(changes.length > moved ? [this.say.n('tree.said.pasted', changes.length - moved)] : []),
        ...(dangling.length > 0 ? [this.say.n('tree.said.dangling', dangling.length)] : []),
        ...(languages.length > 0
          ? [this.say.t('tree.said.languages', { languages: this.say.list(languages) })]
          : []),
      ].join(' '),
    );
    const [first] = parts.parts;
    const id = (first?.value as { readonly id?: string } | undefined)?.id;
    return id === undefined ? undefined : ids.get(id);
  }

  private shelve(parts: readonly PartAddress[], cutFrom?: string): void {
    const document = this.desk.document();
    const things = parts.filter((part) => part !== 'questionnaire' && !part.includes('/'));
    if (document === undefined || things.length === 0) return;
    this.shelf.put(copyParts(document, inOrder(document, things), cutFrom));
    this.said.set(this.say.n('tree.said.copied', things.length));
  }

  private do(changes: readonly DraftChange[]): boolean {
    return changes.length > 0 && this.desk.edit(changes) === undefined;
  }

  private sayPlace(part: PartAddress | undefined): void {
    const document = this.desk.document();
    const seat = document && part !== undefined ? seatOf(document, part) : undefined;
    if (seat === undefined) return;
    const { say } = this;
    this.said.set(
      say.t('tree.said.moved', {
        position: say.number(seat.at + 1),
        size: say.number(seat.among.length),
        owner: seat.owner === 'questionnaire' ? '' : (this.desk.book()?.code(seat.owner) ?? ''),
      }),
    );
  }
}

/** Where copied parts go: behind the nearest part of their list around the one that is open, else at its end. */
function pastePlace(
  document: DraftDocument,
  { parts }: CopiedParts,
  near: PartAddress | undefined,
): PartPlace | undefined {
  const list = parts[0]?.list;
  if (list === undefined) return undefined;
  let at = near;
  while (at !== undefined && at !== 'questionnaire') {
    const seat = seatOf(document, at);
    if (seat?.list === list) return beside(document, at, 'after');
    if (seat?.list === 'sections' && list === 'questions') return atEnd(document, at, 'questions');
    at = seat?.owner;
  }
  if (list === 'questions') {
    const last = document.questionnaire.sections.at(-1);
    return last && atEnd(document, last.id, 'questions');
  }
  const isTop = ['sections', 'indicators', 'composites', 'indices', 'validations', 'glossary'].includes(list);
  return isTop ? atEnd(document, 'questionnaire', list) : undefined;
}
