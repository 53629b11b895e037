import type { FileHandle } from 'node:fs/promises';
import type { FileFault, FileType } from '@kilim/contracts';
import { readAt } from './read-at.js';

/** A picture of more takes hundreds of megabytes to show, however small its file is. */
const MOST_PIXELS = 100_000_000;
/** Segments of a JPEG before the one with its size; a camera writes a dozen. */
const MOST_SEGMENTS = 500;

export type PictureType = Extract<FileType, `image/${string}`>;

/** Why a picture is not taken; undefined: nothing speaks against it. */
export async function pictureFault(handle: FileHandle, type: PictureType): Promise<FileFault | undefined> {
  const pixels = await pixelsOf(handle, type);
  if (pixels === undefined || pixels === 0) return 'unreadable';
  return pixels > MOST_PIXELS ? 'huge' : undefined;
}

/** Width times height as the file says it; undefined when it does not. */
async function pixelsOf(handle: FileHandle, type: PictureType): Promise<number | undefined> {
  const head = await readAt(handle, 0, 32);
  if (head.length < 30) return undefined;
  switch (type) {
    case 'image/png':
      return head.readUInt32BE(16) * head.readUInt32BE(20);
    case 'image/webp':
      return webpPixels(head);
    case 'image/jpeg':
      return jpegPixels(handle);
  }
}

/** By the first chunk: lossy, lossless or extended (RFC 9649, 2.5 to 2.7). */
function webpPixels(head: Buffer): number | undefined {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return (head.readUInt16LE(26) & 0x3fff) * (head.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return (head.readUIntLE(24, 3) + 1) * (head.readUIntLE(27, 3) + 1);
    default:
      return undefined;
  }
}

/** Walks the segments up to the frame header (ITU T.81, B.2.2), which may stand behind a large profile or preview. */
async function jpegPixels(handle: FileHandle): Promise<number | undefined> {
  let place = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    const head = await readAt(handle, place, 9);
    if (head.length < 9 || head[0] !== 0xff) return undefined;
    const marker = head[1] ?? 0;
    if (isFrame(marker)) return head.readUInt16BE(5) * head.readUInt16BE(7);
    place += 2 + head.readUInt16BE(2);
  }
  return undefined;
}

/** SOF0 to SOF15; in between stand tables that are no frames. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
