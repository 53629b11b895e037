import { describe } from '@jest/globals';

/** Only `npm run screenshots` wants pictures of screens that no journey comes by. */
export const pictured: typeof describe | typeof describe.skip = process.env['SCREENSHOTS']
  ? describe
  : describe.skip;
