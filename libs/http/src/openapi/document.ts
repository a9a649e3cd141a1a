import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { schemas } from './schemas';

const DESCRIPTION = `Who has not acted, where, since when, under which rule, and how we know.
Calendar days are days of Asia/Jakarta; instants carry their offset; positions are 20 digits. Every answer carries the question as understood
and self, the same question with nothing left to default: asked again it gives the same bytes.`;

/** The description of the API, made from the controllers as they are. */
export const describeApi = (app: INestApplication): OpenAPIObject => {
  const base = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Netral').setVersion('1').setDescription(DESCRIPTION)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: "An agency's, an investigator's or an operator's key" }).build();
  const document = SwaggerModule.createDocument(app, base, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}` });
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, ...(schemas as object) } } };
};
