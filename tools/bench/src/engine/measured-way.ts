import { wayOf, type Size, type Way, type WayName } from './ways.js';

/**
 * Goes through assessments in one way, in a process of its own: for as many milliseconds as each message says, and
 * answers how many in a second of the processor. That is the time of all its threads, so that whoever leaves garbage
 * pays for its collection, and on a busy machine one waits, which says nothing.
 */
const [size, name] = process.argv.slice(2) as [Size, WayName];
const way = wayOf(name, size);
process.on('message', (windowMs: number) => {
  void perSecond(way, windowMs).then((rate) => process.send?.(rate));
});

async function perSecond(run: Way, windowMs: number): Promise<number> {
  const start = processorMs();
  for (let done = 0; ;) {
    const some = run();
    done += typeof some === 'number' ? some : await some;
    const passed = processorMs() - start;
    if (passed >= windowMs) return (done * 1000) / passed;
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
