import { CommandFault, type Command } from './command.js';
import { Rebuild } from './rebuild.service.js';

/**
 * Works all projections out again from the records, lists what was stored differently and stores what the records give;
 * with `--check` it only compares. All is well when nothing differed.
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
  if (words.includes('--check')) {
    print(`${String(differences.length)} difference(s). Without --check, what the records give is stored.`);
    return false;
  }
  for (const assessmentId of new Set(differences.map((difference) => difference.assessmentId)))
    await service.mend(assessmentId);
  const left = await service.compare();
  if (left.length > 0) throw new CommandFault(`${String(left.length)} difference(s) are still there.`);
  print(`${String(differences.length)} difference(s), mended.`);
  return false;
};
