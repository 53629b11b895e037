import * as z from 'zod';
import { checkDocumentLimits } from '../checks/document-limits.js';
import { FaultList } from '../checks/fault-list.js';
import type { QuestionnaireFault } from '../checks/questionnaire-fault.js';
import { reportShapeFaults } from '../checks/shape-faults.js';

/** What could be made of a value that a change brings. */
export type ReadValue<Value> =
  | { readonly ok: true; readonly data: Value }
  /** The first thing that is wrong with it; its pointer is into the value. */
  | { readonly ok: false; readonly fault: QuestionnaireFault | undefined };

/** Reads what a change would put under a name; neither too deep nor too large, and of the shape that belongs there. */
export function readValue<Value>(name: string, value: unknown, schema: z.ZodType<Value>): ReadValue<Value> {
  const named = { [name]: value };
  const faults = new FaultList({ document: 'questionnaire' });
  if (checkDocumentLimits(named, faults)) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ok: true, data: parsed.data };
    const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
    reportShapeFaults(named, new z.ZodError(issues), faults);
  }
  const [fault] = faults.faults;
  return { ok: false, fault: fault && { ...fault, pointer: fault.pointer.slice(name.length + 1) } };
}
