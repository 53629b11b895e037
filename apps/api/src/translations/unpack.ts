import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/** A workbook is an archive (APPNOTE 4.3.16): where its list of contents ends, and what stands in front of each part. */
const END_BYTES = 22 + 65_535;
const END_SIGNATURE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const PART_SIGNATURE = 0x02014b50;
const PART_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const MOST_PARTS = 500;

/** The parts of an archive by their names; or that it is none, or more than may be unpacked. */
export type Unpacked =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly reason: 'unreadable' | 'bomb' };

const inflate = promisify(inflateRaw);

/**
 * Unpacks an archive, but never more of it than may be, whatever it says of its own size: each part is given what room
 * is left and stopped there.
 */
export async function unpack(archive: Buffer, mostBytes: number): Promise<Unpacked> {
  const end = archive.subarray(-END_BYTES).lastIndexOf(END_SIGNATURE);
  const at = Math.max(0, archive.length - END_BYTES) + end;
  if (end < 0 || at + 22 > archive.length) return { ok: false, reason: 'unreadable' };
  const count = archive.readUInt16LE(at + 10);
  if (count > MOST_PARTS) return { ok: false, reason: 'bomb' };
  const parts = new Map<string, Buffer>();
  let left = mostBytes;
  let place = archive.readUInt32LE(at + 16);
  for (let part = 0; part < count; part += 1) {
    const entry = readEntry(archive, place);
    if (!entry) return { ok: false, reason: 'unreadable' };
    const content = await partOf(archive, entry, left);
    if (!Buffer.isBuffer(content)) return { ok: false, reason: content };
    left -= content.length;
    parts.set(entry.name, content);
    place = entry.next;
  }
  return { ok: true, parts };
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly local: number;
  readonly next: number;
}

function readEntry(archive: Buffer, place: number): Entry | undefined {
  if (place + PART_BYTES > archive.length || archive.readUInt32LE(place) !== PART_SIGNATURE) return undefined;
  const nameBytes = archive.readUInt16LE(place + 28);
  const more = archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32);
  // Encrypted parts can't be read.
  if ((archive.readUInt16LE(place + 8) & 1) !== 0) return undefined;
  return {
    name: archive.toString('utf8', place + PART_BYTES, place + PART_BYTES + nameBytes),
    method: archive.readUInt16LE(place + 10),
    packedBytes: archive.readUInt32LE(place + 20),
    local: archive.readUInt32LE(place + 42),
    next: place + PART_BYTES + nameBytes + more,
  };
}

async function partOf(archive: Buffer, entry: Entry, room: number): Promise<Buffer | 'unreadable' | 'bomb'> {
  const { local, packedBytes, method } = entry;
  if (local + LOCAL_BYTES > archive.length || archive.readUInt32LE(local) !== LOCAL_SIGNATURE)
    return 'unreadable';
  const start = local + LOCAL_BYTES + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) return 'unreadable';
  if (packedBytes === 0) return Buffer.alloc(0);
  if (method === STORED) return packed.length > room ? 'bomb' : packed;
  if (method !== DEFLATED) return 'unreadable';
  if (room <= 0) return 'bomb';
  try {
    return await inflate(packed, { maxOutputLength: room });
  } catch (error) {
    return isTooLarge(error) ? 'bomb' : 'unreadable';
  }
}

function isTooLarge(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
  );
}
