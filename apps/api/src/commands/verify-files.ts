import { FilesCheck } from '../files/files-check.service.js';
import type { Command } from './command.js';

/** Reads every file of evidence and says which is missing, or is not what was sent. */
export const verifyFiles: Command = async ({ app, print }) => {
  const { checked, faults } = await app.get(FilesCheck).run();
  for (const { kind, assessmentId, fileId, name } of faults)
    print(`${kind}: file ${fileId} of assessment ${assessmentId} (${name})`);
  print(
    faults.length === 0
      ? `${String(checked)} file(s), each as it was sent.`
      : `${String(faults.length)} fault(s).`,
  );
  return faults.length === 0;
};
