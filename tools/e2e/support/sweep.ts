/** Whether every state of every page is to be looked at, as `npm run sweep` asks; `npm test` has no time for that. */
export const isWholeSweep = process.env['KILIM_SWEEP'] === 'whole';
