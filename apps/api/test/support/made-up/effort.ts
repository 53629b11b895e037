import fc from 'fast-check';

/** How many made-up requests are sent; `KILIM_RUNS=5000 KILIM_SEED=random` goes looking for what nobody has found yet. */
export const RUNS = Number(process.env['KILIM_RUNS'] ?? 200);
/** What begins the chances: as for other properties the same in every run, unless told otherwise. */
export const SEED = fc.readConfigureGlobal().seed ?? Date.now() % 1e9;
