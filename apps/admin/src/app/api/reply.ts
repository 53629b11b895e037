import { readReply, type Endpoint, type ResponseOf } from '@kilim/contracts';

/**
 * Reads the reply of an endpoint: of a newer server what is known of it; undefined where the endpoint answers nothing.
 *
 * @throws what does not fit the contract
 */
export function replyOf<E extends Endpoint>(endpoint: E, raw: unknown): ResponseOf<E> {
  const read = readReply(endpoint, raw);
  if (read?.success === false) throw read.error;
  return read?.data as ResponseOf<E>;
}
