/** A file that was chosen, read as JSON. */
export interface ChosenFile {
  readonly name: string;
  readonly content: unknown;
}

/** What was recognised among the chosen files. */
export interface ChosenFiles {
  readonly questionnaire?: ChosenFile;
  /** The texts in the questionnaire's own language. */
  readonly source?: ChosenFile;
  readonly translations: readonly ChosenFile[];
  /** Files that are no JSON, or none of the three. */
  readonly unread: readonly string[];
}

/** Reads the files and tells by what stands in them, not by their names, what each is. */
export async function readFiles(files: readonly File[]): Promise<ChosenFiles> {
  return sortFiles(
    await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))),
  );
}

/** Tells the files apart: a questionnaire has sections; texts whose language is its source language are the source. */
export function sortFiles(files: readonly { readonly name: string; readonly text: string }[]): ChosenFiles {
  const read = files.map(({ name, text }) => ({ name, content: contentOf(text) }));
  const questionnaire = read.find(({ content }) => isRecord(content) && 'sections' in content);
  const sourceLanguage = isRecord(questionnaire?.content)
    ? questionnaire.content['sourceLanguage']
    : undefined;
  const texts = read.filter(
    ({ content }) => isRecord(content) && 'texts' in content && 'language' in content,
  );
  const source = texts.find(({ content }) => isRecord(content) && content['language'] === sourceLanguage);
  const known = new Set([questionnaire, ...texts]);
  return {
    ...(questionnaire !== undefined && { questionnaire }),
    ...(source !== undefined && { source }),
    translations: texts.filter((each) => each !== source),
    unread: read.filter((each) => !known.has(each)).map(({ name }) => name),
  };
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller lists the file as one that could not be read.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
