const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * How long a client waits, in milliseconds, before it asks the server again after so many failures in a row: ever longer,
 * and never the same for two devices.
 *
 * @param random in [0, 1)
 */
export function pauseAfter(failures: number, random: () => number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return longest * (0.5 + random() / 2);
}
