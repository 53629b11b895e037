import 'reflect-metadata';
import type { Endpoint } from '@kilim/contracts';
import { StreamableFile } from '@nestjs/common';
import { pointerOf } from './places.js';

/**
 * Checks what goes out against the contract: what it does not describe is a fault of the server, never sent. Stands
 * around the handler itself; an interceptor of Nest's would cost more than the check.
 */
export function checkResponse(endpoint: Endpoint): MethodDecorator {
  return <Handler>(_target: object, _key: string | symbol, descriptor: TypedPropertyDescriptor<Handler>) => {
    const handle = descriptor.value as (...parts: unknown[]) => unknown;
    async function checkedHandle(this: unknown, ...parts: unknown[]): Promise<unknown> {
      return checked(endpoint, await handle.apply(this, parts));
    }
    // What decorators nearer to the handler have said of it.
    for (const key of Reflect.getMetadataKeys(handle) as readonly string[])
      Reflect.defineMetadata(key, Reflect.getMetadata(key, handle), checkedHandle);
    // The documentation finds a handler's arguments by its name.
    Object.defineProperty(checkedHandle, 'name', { value: handle.name });
    descriptor.value = checkedHandle as Handler;
  };
}

function checked({ method, path, response, givesBytes }: Endpoint, value: unknown): unknown {
  if (givesBytes !== undefined) {
    const type = value instanceof StreamableFile ? value.getHeaders().type : undefined;
    if (type !== undefined && givesBytes.includes(type)) return value;
    throw new Error(`${method} ${path} answers a file of a type that its contract does not name`);
  }
  if (response === undefined) {
    if (value !== undefined)
      throw new Error(`${method} ${path} answers nothing by contract, but something here`);
    return undefined;
  }
  const result = response.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, 10)
    .map((issue) => `${pointerOf(issue.path)}: ${issue.message}`);
  throw new Error(`${method} ${path} answers otherwise than its contract says: ${faults.join('; ')}`);
}
