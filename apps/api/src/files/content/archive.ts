import type { FileHandle } from 'node:fs/promises';
import type { FileFault } from '@kilim/contracts';
import { readAt } from './read-at.js';

/** Office documents are archives. So many parts at most, and so much once unpacked. */
const MOST_PARTS = 5000;
const MOST_UNPACKED_BYTES = 500_000_000;
/** Where the list of contents ends: 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16). */
const END_BYTES = 22 + 65_535;
const END_SIGNATURE = 0x06054b50;
const PART_SIGNATURE = 0x02014b50;
const PART_BYTES = 46;
/** What no office document of a sane size has in its list of contents. */
const ZIP64 = 0xffffffff;

/** Why an archive is not taken, by its list of contents; undefined: nothing speaks against it. Nothing is unpacked. */
export async function archiveFault(handle: FileHandle, bytes: number): Promise<FileFault | undefined> {
  const tailAt = Math.max(0, bytes - END_BYTES);
  const tail = await readAt(handle, tailAt, bytes - tailAt);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_SIGNATURE) return 'unreadable';
  const parts = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (parts > MOST_PARTS) return 'bomb';
  if (start + size > tailAt + end) return 'unreadable';
  return listFault(await readAt(handle, start, size), parts);
}

function listFault(list: Buffer, parts: number): FileFault | undefined {
  let unpacked = 0;
  let place = 0;
  for (let part = 0; part < parts; part += 1) {
    if (place + PART_BYTES > list.length || list.readUInt32LE(place) !== PART_SIGNATURE) return 'unreadable';
    const nameLength = list.readUInt16LE(place + 28);
    const name = list.toString('utf8', place + PART_BYTES, place + PART_BYTES + nameLength);
    const packedSize = list.readUInt32LE(place + 20);
    const size = list.readUInt32LE(place + 24);
    unpacked += size;
    if (packedSize === ZIP64 || size === ZIP64 || unpacked > MOST_UNPACKED_BYTES) return 'bomb';
    if ((list.readUInt16LE(place + 8) & 1) !== 0) return 'locked';
    if (name.startsWith('/') || name.split(/[/\\]/).includes('..')) return 'escape';
    if (/vbaProject\.bin$/i.test(name)) return 'macros';
    place += PART_BYTES + nameLength + list.readUInt16LE(place + 30) + list.readUInt16LE(place + 32);
  }
  return undefined;
}
