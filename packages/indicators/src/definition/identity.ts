import * as z from 'zod';

/**
 * What an indicator, question, option, row, section or index is addressed by in answers, conditions and migrations.
 * Made once, opaque, kept for ever: also when the thing is renamed or its version duplicated. Copying a question makes
 * a new one. Any text of 3 to 40 lower-case letters, digits and dashes, so a UUID is one too.
 */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/, '3 to 40 lower-case letters, digits and dashes')
  .meta({ id: 'Id' });
export type Id = z.infer<typeof Id>;

/** What people call a thing: short, unique among its kind in one version, free to change in the next (`EDU`, `EDU.2`). */
export const Code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/, '1 to 24 letters, digits, dots and dashes')
  .meta({ id: 'Code' });
export type Code = z.infer<typeof Code>;
