import { CurrentAnswer, LiveEvent, ToldProblem, readLeniently } from '@kilim/contracts';
import * as z from 'zod';

/** What one tab tells the others of the same person in the same assessment. */
const TabMessage = z.discriminatedUnion('kind', [
  /** Something is kept of an answer, or no longer. */
  z.object({ kind: z.literal('kept'), address: z.string() }),
  z.object({ kind: z.literal('saved'), address: z.string(), saveId: z.string(), answer: CurrentAnswer }),
  z.object({ kind: z.literal('stale'), address: z.string(), saveId: z.string(), current: CurrentAnswer }),
  z.object({ kind: z.literal('refused'), address: z.string(), saveId: z.string(), problem: ToldProblem }),
  z.object({
    kind: z.literal('standing'),
    isSignedOut: z.boolean(),
    hindrance: z.enum(['network', 'busy', 'full', 'newer']).optional(),
  }),
  /** The server has told something; only one tab listens to it. */
  z.object({ kind: z.literal('live'), event: LiveEvent }),
]);
export type TabMessage = z.infer<typeof TabMessage>;

/** How the tabs of one person in one assessment speak with each other. */
export class TabTalk {
  private channel: BroadcastChannel | undefined;
  /** How many use it: one may come before the last one has gone. */
  private users = 0;
  private readonly listeners = new Set<(message: TabMessage) => void>();

  constructor(
    private readonly accountId: string,
    private readonly assessmentId: string,
  ) {}

  /** Begins to speak and to hear; whoever opens it closes it. */
  open(): void {
    this.users += 1;
    // Older browsers have none: then each tab learns everything from device and server.
    if (this.channel || typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel(`kilim.${this.accountId}.${this.assessmentId}`);
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      // A tab with another version of the program may say what this one does not understand.
      const message = readLeniently(TabMessage, data).data;
      if (message) for (const listener of this.listeners) listener(message);
    };
  }

  tell(message: TabMessage): void {
    this.channel?.postMessage(message);
  }

  /** Returns how to stop listening. */
  listen(listener: (message: TabMessage) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.users -= 1;
    if (this.users > 0) return;
    this.channel?.close();
    this.channel = undefined;
  }
}
