import * as z from 'zod';

/** What kind of evidence: a document that was handed in, or an address where it stands. */
export const EvidenceKind = z.enum(['file', 'link']).meta({ id: 'EvidenceKind' });
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** Whether an answer with a value should be supported by evidence, and by which. */
export const EvidenceRule = z
  .strictObject({
    need: z
      .enum(['none', 'welcome', 'required'])
      .describe('none: not asked for; welcome: asked for; required: before the city submits.'),
    kinds: z
      .array(EvidenceKind)
      .min(1)
      .max(2)
      .optional()
      .describe('Which kinds satisfy a requirement; absent: every kind.'),
    maximumAgeYears: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe(
        'How old it may be on the day the city submits; older evidence does not satisfy a requirement.',
      ),
  })
  .meta({
    id: 'EvidenceRule',
    description: 'Whether an answer should be supported by evidence, and by which.',
  });
export type EvidenceRule = z.infer<typeof EvidenceRule>;
