import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The description of the API, made once when all controllers are there, before the first request. */
@Injectable()
export class ApiDescription {
  private made: OpenAPIObject | undefined;

  set(document: OpenAPIObject): void {
    this.made = document;
  }

  /** @throws Error before the application described itself */
  get document(): OpenAPIObject {
    if (this.made === undefined) throw new Error('the API has not been described yet');
    return this.made;
  }
}
