import type * as z from 'zod';
import { FAULTS_MAXIMUM, type FaultList, type Finding } from './fault-list.js';
import { valueAt, type Path } from '../definition/json-pointer.js';

/** Reports what a schema found wrong with a document, one fault per place. */
export function reportShapeFaults(document: unknown, error: z.ZodError, faults: FaultList): void {
  for (const issue of error.issues)
    for (const finding of findingsOf(document, issue)) {
      // A document may hold hundreds of thousands: more than these nobody reads.
      if (faults.faults.length > FAULTS_MAXIMUM) return;
      faults.add(finding);
    }
}

function findingsOf(document: unknown, issue: z.core.$ZodIssue): readonly Finding[] {
  const { path, message } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return [isMissing(document, path) ? missing(path) : wrongType(path, message)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'unknownKey',
        path: [...path, key],
        message: `The key “${shorten(key)}” is not known here.`,
        mend: 'Remove it, or correct its spelling.',
      }));
    case 'too_small':
    case 'too_big':
      return [outOfBounds(issue.code === 'too_small' ? 'tooFew' : 'tooMany', issue.origin, path, message)];
    case 'invalid_union': {
      if (isMissing(document, path)) return [missing(path)];
      const options: unknown = 'options' in issue ? issue.options : undefined;
      if (Array.isArray(options)) {
        const listed = options.map((option) => `“${String(option)}”`).join(', ');
        return [
          {
            code: 'badValue',
            path,
            message: 'This is none of the known kinds.',
            mend: `Use one of ${listed}.`,
          },
        ];
      }
      return [wrongType(path, message)];
    }
    case 'invalid_key':
      return [{ code: 'badValue', path, message: 'This key has the wrong form.', mend: 'Correct the key.' }];
    case 'invalid_value':
      if (isMissing(document, path)) return [missing(path)];
      return [badValue(path, message)];
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      return [badValue(path, message)];
  }
}

function isMissing(document: unknown, path: Path): boolean {
  return valueAt(document, path) === undefined;
}

function missing(path: Path): Finding {
  const name = shorten(String(path.at(-1) ?? 'the document'));
  return { code: 'missing', path, message: `“${name}” is missing.`, mend: `Add “${name}”.` };
}

function wrongType(path: Path, message: string): Finding {
  return { code: 'wrongType', path, message: `${message}.`, mend: 'Give a value of the expected type.' };
}

function badValue(path: Path, message: string): Finding {
  return { code: 'badValue', path, message: `${message}.`, mend: 'Correct the value.' };
}

function outOfBounds(code: 'tooFew' | 'tooMany', origin: string, path: Path, message: string): Finding {
  if (origin === 'array' || origin === 'set' || origin === 'map')
    return {
      code,
      path,
      message: `${message}.`,
      mend: code === 'tooFew' ? 'Add what is missing.' : 'Remove some, or split the list.',
    };
  return badValue(path, message);
}

/** A key as far as it helps to find it: an author's file may hold anything. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
