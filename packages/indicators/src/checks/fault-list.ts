import { jsonPointer, type Path } from '../definition/json-pointer.js';
import { FAULT_CODES } from './fault-codes.js';
import type { QuestionnaireFault, QuestionnaireFaultCode } from './questionnaire-fault.js';

/** The most faults that are reported of one set of documents: nobody mends more at a time. */
export const FAULTS_MAXIMUM = 500;

/** Which document a fault is in. */
export type CheckedDocument = Pick<QuestionnaireFault, 'document' | 'language'>;

/** What a check says about one place. */
export interface Finding {
  readonly code: QuestionnaireFaultCode;
  readonly path: Path;
  readonly message: string;
  readonly mend: string;
}

/** Gathers the faults of one document while it is checked. */
export class FaultList {
  private readonly gathered: QuestionnaireFault[] = [];

  constructor(private readonly document: CheckedDocument) {}

  add({ code, path, message, mend }: Finding): void {
    const { severity } = FAULT_CODES[code];
    this.gathered.push({ ...this.document, code, pointer: jsonPointer(path), message, mend, severity });
  }

  /** Whether something was found that keeps the version from being published. */
  get hasErrors(): boolean {
    return this.gathered.some(({ severity }) => severity === 'error');
  }

  get faults(): readonly QuestionnaireFault[] {
    return this.gathered;
  }
}

/** At most {@link FAULTS_MAXIMUM} faults, errors first, with a last one that says how many were left out. */
export function limitFaults(faults: readonly QuestionnaireFault[]): readonly QuestionnaireFault[] {
  const ordered = [
    ...faults.filter((fault) => fault.severity === 'error'),
    ...faults.filter((fault) => fault.severity === 'warning'),
  ];
  const shown = ordered.slice(0, FAULTS_MAXIMUM);
  const next = ordered[FAULTS_MAXIMUM];
  if (next === undefined) return ordered;
  return [
    ...shown,
    {
      document: 'questionnaire',
      code: 'moreFaults',
      pointer: '',
      message: `There are ${String(ordered.length - FAULTS_MAXIMUM)} more faults.`,
      mend: 'Mend these first, then check again.',
      severity: next.severity,
    },
  ];
}
