import { describe, expect, it } from '@jest/globals';
import type { StoredFile } from '@kilim/contracts';
import { FileSending, type FileRoad } from './file-sending.js';

const ROOM = { mostBytes: 1000, roomBytes: 5000, usedBytes: 0 };

const stored = (name: string): StoredFile => ({
  id: '018f2f6a-0000-7000-8000-000000000000',
  name,
  ...{ type: 'application/pdf', bytes: 3, sha256: 'a'.repeat(64), sentAt: '2026-11-25T12:00:00.000Z' },
});

/** A road on which the test says what arrives. */
class Road implements FileRoad {
  readonly sends: {
    arrive: () => void;
    break: () => void;
    progress: (sentBytes: number) => void;
    signal: AbortSignal;
  }[] = [];
  drops = 0;

  send(file: File, progress: (sentBytes: number) => void, signal: AbortSignal): Promise<StoredFile> {
    return new Promise((resolve, reject) => {
      const arrive = (): void => {
        resolve(stored(file.name));
      };
      const fail = (): void => {
        reject(new Error('The network broke.'));
      };
      this.sends.push({ arrive, break: fail, progress, signal });
    });
  }

  drop(): Promise<void> {
    this.drops += 1;
    return Promise.resolve();
  }
}

const chosen = (name: string, words = 'abc'): { road: Road; sending: FileSending } => {
  const road = new Road();
  return { road, sending: new FileSending(new File([words], name), ROOM, road) };
};

describe('a file that was chosen', () => {
  it('is sent at once, and says how far it is', async () => {
    const { road, sending } = chosen('strategy.pdf');
    road.sends[0]?.progress(2);
    expect(sending.look()).toEqual({ kind: 'sending', sentBytes: 2 });
    road.sends[0]?.arrive();
    expect(await sending.arrived()).toEqual(stored('strategy.pdf'));
    expect(sending.look()).toEqual({ kind: 'sent', file: stored('strategy.pdf') });
  });

  it.each([
    ['empty', 'a.pdf', ''],
    ['tooLarge', 'a.pdf', 'x'.repeat(1001)],
    ['unsupported', 'a.exe', 'abc'],
    ['unsupported', 'strategy', 'abc'],
  ])('is not sent where it can be seen to be %s', async (objection, name, words) => {
    const { road, sending } = chosen(name, words);
    expect(sending.look()).toEqual({ kind: 'refused', objection });
    await expect(sending.arrived()).rejects.toThrow();
    expect(road.sends).toHaveLength(0);
  });

  it('can be sent again after the network broke', async () => {
    const { road, sending } = chosen('a.PDF');
    const first = sending.arrived();
    road.sends[0]?.break();
    await expect(first).rejects.toThrow('The network broke.');
    expect(sending.look().kind).toBe('failed');
    sending.retry();
    expect(sending.look()).toEqual({ kind: 'sending', sentBytes: 0 });
    road.sends[1]?.arrive();
    expect((await sending.arrived()).name).toBe('a.PDF');
    sending.retry();
    expect(road.sends).toHaveLength(2);
  });

  it('that is given up on the way is stopped, and taken back where it had arrived', async () => {
    const { road, sending } = chosen('a.pdf');
    sending.giveUp();
    expect([road.sends[0]?.signal.aborted, road.drops]).toEqual([true, 0]);
    const arrived = chosen('b.pdf');
    arrived.road.sends[0]?.arrive();
    await arrived.sending.arrived();
    arrived.sending.giveUp();
    expect(arrived.road.drops).toBe(1);
  });
});
