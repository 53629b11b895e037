import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { fileAddress, type Evidence } from '@kilim/contracts';
import { Say } from '../language/say';
import { evidenceWords } from './evidence-words';

/** A piece of evidence in one line, leading to its file, else to its page. */
@Component({
  selector: 'k-evidence-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (evidence().file; as file) {
      <a [href]="address()" [attr.download]="file.name">{{ words() }}</a>
    } @else if (evidence().url) {
      <a [href]="evidence().url" target="_blank" rel="noopener noreferrer"
        >{{ words() }}<span class="sr">{{ say.t('page.newTab') }}</span></a
      >
    } @else {
      {{ words() }}
    }
  `,
})
export class EvidenceLink {
  protected readonly say = inject(Say);
  readonly evidence = input.required<Evidence>();
  readonly assessmentId = input.required<string>();
  /** The answer in question: where in the document it is supported. */
  readonly questionId = input.required<string>();

  protected readonly words = computed(() => evidenceWords(this.evidence(), this.questionId(), this.say));
  protected readonly address = computed(() =>
    fileAddress(this.assessmentId(), this.evidence().file?.id ?? ''),
  );
}
