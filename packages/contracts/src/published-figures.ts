import { PublishedSet } from '@kilim/indicators';
import * as z from 'zod';
import { endpoint } from './endpoint.js';

export const listPublishedFigures = endpoint({
  method: 'GET',
  path: '/published-figures',
  summary: 'Figures that others have published, with their sources; never compared with what is scored here',
  allow: 'signedIn',
  response: z.strictObject({ sets: z.array(PublishedSet).readonly() }),
  problems: [],
});
