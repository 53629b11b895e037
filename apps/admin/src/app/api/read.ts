import { httpResource, type HttpResourceRef } from '@angular/common/http';
import type { CallOf, Endpoint, ResponseOf } from '@kilim/contracts';
import { requestOf } from './address';
import { replyOf } from './reply';

/**
 * Reads an endpoint of the contract: asks again whenever a signal that `call` reads changes; what comes back is held
 * against the contract. The one place that knows `httpResource`, which is still experimental.
 *
 * @param call what to ask for; undefined: nothing yet
 */
export function read<E extends Endpoint>(
  endpoint: E,
  call: () => CallOf<E> | undefined,
): HttpResourceRef<ResponseOf<E> | undefined> {
  return httpResource<ResponseOf<E>>(
    () => {
      const asked = call();
      return asked === undefined ? undefined : { ...requestOf(endpoint, asked) };
    },
    { parse: (raw) => replyOf(endpoint, raw) },
  );
}
