import { computed, inject, Injectable, signal } from '@angular/core';
import { plain } from '@kilim/contracts';
import { findPart, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';
import { treeNodes } from './tree-nodes';
import { layOut, narrowed, waysTo, type TreeRow, type TreeView } from './tree-row';

/** The tree of the draft on the desk as somebody looks at it: in which view, what of it is open, and what is looked for. */
@Injectable()
export class ShownTree {
  private readonly desk = inject(DraftDesk);
  private readonly say = inject(Say);
  private readonly opened = signal<ReadonlySet<string>>(new Set());

  readonly view = signal<TreeView>('form');
  /** Words that a line has to have; with none all lines are shown. */
  readonly find = signal('');

  private readonly nodes = computed(() => {
    const [document, book] = [this.desk.document(), this.desk.book()];
    return document && book ? treeNodes(document, this.view(), book, this.say) : [];
  });
  /** The lines that can be seen: what is looked for with everything above it, or what is open. */
  readonly rows = computed(() => {
    const words = plain(this.find()).split(/\s+/).filter(Boolean);
    if (words.length === 0) return layOut(this.nodes(), this.opened());
    const { nodes, open } = narrowed(this.nodes(), ({ code, title }) => {
      const text = plain(`${code} ${title}`);
      return words.every((word) => text.includes(word));
    });
    return layOut(nodes, open);
  });

  toggle({ key }: TreeRow, isOpen: boolean): void {
    this.opened.update((keys) => {
      const next = new Set(keys);
      if (isOpen) next.add(key);
      else next.delete(key);
      return next;
    });
  }

  /** Opens the tree down to a part, in the view that has it. */
  reveal(part: PartAddress): void {
    const view = this.view();
    let ways = waysTo(this.nodes(), part);
    if (ways === undefined && this.has(part)) {
      this.view.set(view === 'form' ? 'scores' : 'form');
      ways = waysTo(this.nodes(), part);
      if (ways === undefined) this.view.set(view);
    }
    if (ways && ways.length > 0) this.opened.update((keys) => new Set([...keys, ...ways]));
  }

  /** Whether the draft has such a part, be it in sight or not. */
  has(part: PartAddress): boolean {
    const document = this.desk.document();
    return document !== undefined && findPart(document.questionnaire, part) !== undefined;
  }
}
