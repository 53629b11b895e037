import { listPublishedFigures, type ResponseOf } from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import { Endpoint } from '../http/endpoint.decorator.js';
import { shippedFigures } from './shipped-figures.js';

@Controller()
export class PublishedFiguresController {
  readonly #sets = shippedFigures();

  @Endpoint(listPublishedFigures)
  list(): ResponseOf<typeof listPublishedFigures> {
    return { sets: this.#sets };
  }
}
