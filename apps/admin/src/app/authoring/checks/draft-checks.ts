import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  blockingFaults,
  findPart,
  type DraftFault,
  type PartAddress,
  type Questionnaire,
} from '@kilim/indicators';
import { DraftDesk } from '../desk/draft-desk';
import { messageOf } from '../desk/draft-news';
import type { CheckAnswer } from './checks.worker';

/** What the checks say of the draft on the desk, a moment after each change. */
@Injectable()
export class DraftChecks {
  private readonly desk = inject(DraftDesk);
  private readonly known = signal<readonly DraftFault[] | undefined>(undefined);
  private readonly worker = new Worker(new URL('./checks.worker', import.meta.url), { type: 'module' });

  /** Undefined until the first answer. */
  readonly faults = this.known.asReadonly();
  readonly errors = computed(() => (this.known() ?? []).filter(({ severity }) => severity === 'error'));
  readonly warnings = computed(() => (this.known() ?? []).filter(({ severity }) => severity === 'warning'));
  /** What keeps the draft from being published; undefined while nobody knows. */
  readonly blocking = computed(() => {
    const faults = this.known();
    return faults && blockingFaults(faults);
  });
  private readonly byPart = computed(() => {
    const byPart = new Map<PartAddress, DraftFault[]>();
    for (const fault of this.known() ?? [])
      byPart.set(fault.part, [...(byPart.get(fault.part) ?? []), fault]);
    return byPart;
  });
  /** How bad it is at each part or within it; accepted warnings are none. */
  readonly marks = computed<ReadonlyMap<PartAddress, 'error' | 'warning'>>(() => {
    const marks = new Map<PartAddress, 'error' | 'warning'>();
    const questionnaire = this.desk.questionnaire();
    for (const { part, severity, accepted } of this.known() ?? []) {
      if (accepted !== undefined || questionnaire === undefined) continue;
      for (const address of upwards(questionnaire, part))
        if (marks.get(address) !== 'error') marks.set(address, severity);
    }
    return marks;
  });

  constructor() {
    const stop = this.desk.follow((news) => {
      this.worker.postMessage(messageOf(news));
    });
    this.worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      const document = this.desk.document();
      if (data.kind === 'checked') this.known.set(data.faults);
      else if (document) this.worker.postMessage(messageOf({ kind: 'opened', document }));
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.worker.terminate();
    });
  }

  /** What is said of a part, or of one of its fields and whatever is in that. */
  at(part: PartAddress, field?: string): readonly DraftFault[] {
    const faults = this.byPart().get(part) ?? [];
    if (field === undefined) return faults;
    return faults.filter((fault) => fault.field === field || fault.field?.startsWith(`${field}/`));
  }
}

/** A part and the parts around it, from the inside out. */
function upwards(questionnaire: Questionnaire, part: PartAddress): readonly PartAddress[] {
  const above: PartAddress[] = [part];
  for (let at: PartAddress | undefined = part; at !== undefined && at !== 'questionnaire';) {
    at = findPart(questionnaire, at)?.owner;
    if (at !== undefined && at !== 'questionnaire') above.push(at);
  }
  return above;
}
