/** Stops the PostgreSQL of the run, if it was ours, and removes its files. */
export default async function stopPostgres() {
  await globalThis.kilimPostgres?.stop();
}
