import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { fileAddress, type Evidence, type StoredFile } from '@kilim/contracts';
import { fileWords } from '../evidence/file-words';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';

/** The evidence of one answer, beside it: a picture can be seen, every file be kept. */
@Component({
  selector: 'k-evidence-beside',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './evidence-beside.html',
})
export class EvidenceBeside {
  protected readonly say = inject(Say);
  readonly assessmentId = input.required<string>();
  readonly evidence = input.required<readonly Evidence[]>();
  readonly questionId = input.required<string>();

  protected passage({ uses }: Evidence): string | undefined {
    return uses.find(({ questionId }) => questionId === this.questionId())?.passage;
  }

  protected facts({ publisher, level, date }: Evidence): string {
    return [
      publisher,
      this.say.t(`evidence.level.${level}`),
      date === undefined ? undefined : this.say.partialDate(date),
    ]
      .filter((part) => part !== undefined)
      .join(', ');
  }

  protected address({ id }: StoredFile): string {
    return fileAddress(this.assessmentId(), id);
  }

  protected fileWords(file: StoredFile): string {
    return fileWords(file, this.say);
  }

  protected isPicture({ type }: StoredFile): boolean {
    return type.startsWith('image/');
  }
}
