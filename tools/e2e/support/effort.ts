/** Whether journeys go to the end that takes them long (`KILIM_TRIALS=long npm test -- e2e`). */
export const IS_LONG = process.env['KILIM_TRIALS'] === 'long';
