/** How a response may be packed for the way. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** The best of what a client says it can unpack; what it gives no worth (`br;q=0`), it can not. */
export function acceptedEncoding(header = ''): Encoding {
  const accepted = new Set<string>();
  for (const each of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = each.split(';').map((word) => word.trim());
    if (!parameters.some((word) => /^q=0(\.0*)?$/.test(word))) accepted.add(name);
  }
  return accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : 'identity';
}
