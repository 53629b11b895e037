import { ChangeDetectionStrategy, Component, effect, inject, signal, untracked } from '@angular/core';
import { readDraft, readDraftHistory, restoreDraft, type DraftStepLine } from '@kilim/contracts';
import { contentOf, diffVersions, type VersionChange } from '@kilim/indicators';
import { Attempt } from '../../api/attempt';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { ProblemMessage } from '../../page/problem-message';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { DraftPost } from '../desk/draft-post';
import { Differences } from '../report/differences';
import { stepWords } from './step-words';

/** An earlier state beside the present one. */
interface Earlier {
  readonly line: DraftStepLine;
  readonly changes: readonly VersionChange[];
}

/** Everything that was done to a draft, by whom and when; each state can be looked at and put back. */
@Component({
  selector: 'k-draft-history-page',
  imports: [Dialog, Differences, Icon, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './history-page.html',
})
export class DraftHistoryPage {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  private readonly post = inject(DraftPost);
  private readonly write = inject(Write);

  protected readonly lines = signal<readonly DraftStepLine[]>([]);
  protected readonly next = signal<number | undefined>(undefined);
  /** Each has a problem of its own: what is wrong is told where it was wanted. */
  protected readonly reading = new Attempt();
  protected readonly looking = new Attempt();
  protected readonly restoring = new Attempt();
  protected readonly earlier = signal<Earlier | undefined>(undefined);
  protected readonly said = signal('');

  constructor() {
    effect(() => {
      this.desk.revision();
      untracked(() => void this.load('newest'));
    });
  }

  protected words(line: DraftStepLine): string {
    return stepWords(line, this.say);
  }

  protected async more(): Promise<void> {
    await this.load('older');
  }

  protected async look(line: DraftStepLine): Promise<void> {
    const [draftId, document] = [this.desk.draft()?.id, this.desk.document()];
    if (draftId === undefined || document === undefined) return;
    this.restoring.problem.set(undefined);
    await this.looking.run(async () => {
      const { content } = await this.write.send(readDraft, {
        params: { draftId },
        query: { revision: line.revision },
      });
      // From now to then: what putting it back would do.
      this.earlier.set({ line, changes: diffVersions(contentOf(document), content) });
    });
  }

  protected async restore({ line }: Earlier): Promise<void> {
    await this.post.flush();
    const draftId = this.desk.draft()?.id;
    if (draftId === undefined) return;
    await this.restoring.run(async () => {
      const body = {
        changeId: this.desk.newId(),
        baseRevision: this.desk.revision(),
        revision: line.revision,
      };
      const { steps, stacks } = await this.write.send(restoreDraft, { params: { draftId }, body });
      this.desk.receive(steps, stacks);
      this.earlier.set(undefined);
      this.said.set(this.say.t('history.restored', { revision: this.say.number(line.revision) }));
    });
  }

  /** Puts what is wrong with the list right by reading on from where it stopped. */
  protected async again(): Promise<void> {
    await this.load(this.lines().length === 0 ? 'newest' : 'older');
  }

  /** One after the other: meanwhile somebody may have made a step, and older ones follow what is there by then. */
  private async load(which: 'newest' | 'older'): Promise<void> {
    const draftId = this.desk.draft()?.id;
    if (draftId === undefined) return;
    await this.reading.inTurn(async () => {
      const before = which === 'older' ? this.next() : undefined;
      const query = before === undefined ? {} : { before };
      const { steps, next } = await this.write.send(readDraftHistory, { params: { draftId }, query });
      this.lines.update((known) => (before === undefined ? steps : [...known, ...steps]));
      this.next.set(next);
    });
  }
}
