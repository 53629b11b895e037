import { pdf, type PdfText } from './pdf.js';
import { districtMap, street } from './pictures.js';

/** A file that the seed makes: the same bytes every time. */
export type DemoFile =
  | { readonly kind: 'pdf'; readonly name: string; readonly text: PdfText }
  | { readonly kind: 'street' | 'map'; readonly name: string };

/** The content of a file. */
export function bytesOf(file: DemoFile): Buffer {
  switch (file.kind) {
    case 'pdf':
      return pdf(file.text);
    case 'street':
      return street(file.name);
    case 'map':
      return districtMap(file.name);
  }
}
