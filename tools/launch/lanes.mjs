/**
 * A piece of work that keeps about one core busy.
 *
 * @typedef {{ name: string, needs?: readonly string[], run: () => Promise<void> }} Task
 */

/**
 * Runs tasks side by side, so many at a time: whenever a lane is free, the first one on the list whose needs are done.
 * Put the longest first, and none waits at the end for one that began late. A task handles its own failures.
 *
 * @param {readonly Task[]} tasks
 * @param {number} lanes at least 1
 * @throws Error when some need something that is not on the list
 */
export async function runInLanes(tasks, lanes) {
  const waiting = [...tasks];
  const done = new Set();
  const running = new Set();
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < lanes) {
      const next = waiting.findIndex(({ needs = [] }) => needs.every((name) => done.has(name)));
      if (next === -1) break;
      const [task] = waiting.splice(next, 1);
      const run = task.run().then(() => {
        done.add(task.name);
        running.delete(run);
      });
      running.add(run);
    }
    if (running.size === 0) throw new Error(`Nothing gives what ${waiting[0].name} needs.`);
    await Promise.race(running);
  }
}
