import { crc32 } from 'node:zlib';

/** A part of an archive, and what its list of contents claims of it, where that is not true. */
export interface ZipPart {
  readonly name: string;
  readonly content: string;
  readonly claimedBytes?: number;
  readonly isLocked?: true;
}

/** An archive whose parts are not packed, which office programs read as well. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let place = 0;
  for (const { name, content, claimedBytes, isLocked } of parts) {
    const nameBytes = Buffer.from(name);
    const bytes = Buffer.from(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(isLocked ? 1 : 0, 2);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, nameBytes, bytes]);
    const claimed = Buffer.from(facts);
    claimed.writeUInt32LE(claimedBytes ?? bytes.length, 18);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), claimed, tail, nameBytes);
    bodies.push(local);
    place += local.length;
  }
  const listBytes = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listBytes.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...bodies, listBytes, end]);
}
