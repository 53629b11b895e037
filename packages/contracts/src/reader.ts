import * as z from 'zod';

/** First readers' findings count; second readings are compared with them and never score. */
export const Reader = z.enum(['first', 'second']).meta({ id: 'Reader' });
export type Reader = z.infer<typeof Reader>;
