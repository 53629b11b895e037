/**
 * How many examples a property tries: as many as it says, or `KILIM_RUNS`: more for a long run, and fewer where
 * mutants are judged, though never fewer than it can say anything with.
 */
export function runs(usual: number, least = 1): { readonly numRuns: number } {
  return { numRuns: Math.max(least, Number(process.env['KILIM_RUNS'] ?? usual)) };
}
