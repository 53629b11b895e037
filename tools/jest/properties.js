import fc from 'fast-check';

/**
 * Which examples property tests try. The same in every run, so that a change is judged by what it changed and not by
 * chance; `KILIM_SEED=random npm test -- indicators` goes looking for new ones, `KILIM_SEED=123` repeats a find.
 */
const seed = process.env.KILIM_SEED ?? '2026';
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
