import { quantile } from '../bench.js';
import { Connection } from './connection.js';

/** Somebody who sends one request after the other. */
export interface Sender {
  /** The next request: its head (see {@link Connection.post}) and its body. */
  next(): { readonly head: string; readonly body: string };
}

/** What came of a window of load. */
export interface Load {
  readonly perSecond: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Lets every sender send over a connection of its own, the next request as soon as the last one is answered.
 *
 * @param expected the status of each reply; any other one fails the run: a server that refuses is quick
 */
export async function runLoad(
  port: number,
  senders: readonly Sender[],
  expected: number,
  windowMs: number,
): Promise<Load> {
  const connections = await Promise.all(senders.map(() => Connection.open(port)));
  const took: number[] = [];
  const began = performance.now();
  const end = began + windowMs;
  await Promise.all(
    senders.map(async (sender, place) => {
      const connection = connections[place] as Connection;
      for (let now = began; now < end;) {
        const { head, body } = sender.next();
        const reply = await connection.post(head, body);
        if (reply.status !== expected)
          throw new Error(`${String(reply.status)}: ${reply.body.slice(0, 500)}`);
        const after = performance.now();
        took.push(after - now);
        now = after;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const connection of connections) connection.close();
  return { perSecond: took.length / seconds, p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}
