import { open, type FileHandle } from 'node:fs/promises';
import {
  ACCEPTED_ENDINGS,
  FILE_ENDINGS,
  FileType,
  type FileFault,
  type UnsupportedDetails,
} from '@kilim/contracts';
import { fileTypeFromFile } from 'file-type';
import { Problem } from '../../http/problem.js';
import { endingOf } from '../file-name.js';
import { archiveFault } from './archive.js';
import { pictureFault } from './picture.js';
import { isPlainText } from './plain-text.js';

/**
 * What a file is, by its content; its name has to agree.
 *
 * @param file  where it lies
 * @param bytes how long it is
 * @throws Problem `file.unsupported`, `file.unsafe`
 */
export async function recognise(file: string, name: string, bytes: number): Promise<FileType> {
  const found = (await fileTypeFromFile(file))?.mime;
  const handle = await open(file, 'r');
  try {
    const type = await typeOf(handle, found, name);
    const fault = await faultOf(handle, type, bytes);
    if (fault !== undefined) throw unsafe(fault);
    return type;
  } finally {
    await handle.close();
  }
}

async function typeOf(handle: FileHandle, found: string | undefined, name: string): Promise<FileType> {
  const ending = endingOf(name);
  const type = FileType.safeParse(found).data ?? (await textType(handle, ending));
  if (type === undefined) throw unsupported(found);
  if (!endingsOf(type).includes(ending)) throw misnamed(type, ending);
  return type;
}

/** Plain text has no signature of its own: the ending says which kind of text, the content must be nothing else. */
async function textType(handle: FileHandle, ending: string): Promise<FileType | undefined> {
  const type = (['text/csv', 'text/plain'] as const).find((each) => endingsOf(each).includes(ending));
  return type !== undefined && (await isPlainText(handle)) ? type : undefined;
}

function endingsOf(type: FileType): readonly string[] {
  return FILE_ENDINGS[type];
}

async function faultOf(handle: FileHandle, type: FileType, bytes: number): Promise<FileFault | undefined> {
  switch (type) {
    case 'image/png':
    case 'image/jpeg':
    case 'image/webp':
      return pictureFault(handle, type);
    case 'application/pdf':
    case 'text/csv':
    case 'text/plain':
      return undefined;
    default:
      return archiveFault(handle, bytes);
  }
}

const FAULT_WORDS: Readonly<Record<FileFault, string>> = {
  unreadable: 'It is damaged or incomplete. Open it, save it again and send that.',
  locked: 'It is protected by a password, so nobody could check it. Send it without.',
  bomb: 'It claims to be far larger once unpacked than documents are.',
  escape: 'It holds names that lead out of its own folder.',
  macros: 'It holds macros. Save it without them, or as PDF.',
  huge: 'The picture has more than a hundred million pixels. Send a smaller one.',
};

function unsafe(reason: FileFault): Problem {
  return new Problem('file.unsafe', { detail: FAULT_WORDS[reason], details: { reason } });
}

function unsupported(found: string | undefined): Problem {
  const details: UnsupportedDetails = { reason: 'kind', ...(found !== undefined && { found }) };
  const what = found === undefined ? 'What it is could not be recognised' : `Its content is ${found}`;
  return new Problem('file.unsupported', {
    detail: `${what}. Accepted are ${ACCEPTED_ENDINGS.join(', ')}.`,
    details,
  });
}

function misnamed(type: FileType, ending: string): Problem {
  const right = endingsOf(type)[0] ?? '';
  const details: UnsupportedDetails = { reason: 'name', found: type, ending: right };
  return new Problem('file.unsupported', {
    detail: `Its name ends in “${ending}”, its content is ${type}. Let its name end in .${right}.`,
    details,
  });
}
