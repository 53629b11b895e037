import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CallOf, Endpoint, ResponseOf } from '@kilim/contracts';
import { firstValueFrom } from 'rxjs';
import { requestOf } from './address';
import { replyOf } from './reply';

/** Sends one request of the contract and waits for its answer. Rejects with what `problemOf` can read. */
@Injectable({ providedIn: 'root' })
export class Write {
  private readonly http = inject(HttpClient);

  async send<E extends Endpoint>(endpoint: E, call: CallOf<E>): Promise<ResponseOf<E>> {
    const { method, url, body } = requestOf(endpoint, call);
    const raw: unknown = await firstValueFrom(
      this.http.request(method, url, body === undefined ? {} : { body }),
    );
    return replyOf(endpoint, raw);
  }

  /** The same for an endpoint that takes a file as it is. */
  async sendFile<E extends Endpoint>(endpoint: E, call: CallOf<E>, file: Blob): Promise<ResponseOf<E>> {
    const { method, url } = requestOf(endpoint, call);
    const headers = { 'content-type': 'application/octet-stream' };
    const raw: unknown = await firstValueFrom(this.http.request(method, url, { body: file, headers }));
    return replyOf(endpoint, raw);
  }
}
