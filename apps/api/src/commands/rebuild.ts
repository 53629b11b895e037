import type { Command } from './command.js';
import { Rebuild } from './rebuild.service.js';

/**
 * Works answers and scores out again from the records and lists what is stored differently; with `--mend` it also
 * stores what the records give.
 */
export const rebuild: Command = async ({ app, words, print }) => {
  const service = app.get(Rebuild);
  const differences = await service.compare();
  for (const { assessmentId, table, key } of differences)
    print(`${table} ${key} of assessment ${assessmentId}`);
  if (differences.length === 0) {
    print('Answers and scores are what the records give.');
    return true;
  }
  if (!words.includes('--mend')) {
    print(`${String(differences.length)} difference(s). With --mend, what the records give is stored.`);
    return false;
  }
  for (const assessmentId of new Set(differences.map((difference) => difference.assessmentId)))
    await service.mend(assessmentId);
  print(`Mended ${String(differences.length)} difference(s).`);
  return (await service.compare()).length === 0;
};
