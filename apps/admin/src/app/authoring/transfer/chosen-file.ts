/** The largest file that is sent: the server takes no larger one, and says so only once it has arrived. */
export const LARGEST_FILE = 10_000_000;

/** The first file of a file field; undefined when nothing is chosen. */
export function chosenFile(event: Event): File | undefined {
  return event.target instanceof HTMLInputElement ? (event.target.files?.[0] ?? undefined) : undefined;
}
