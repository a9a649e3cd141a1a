import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { schemas } from '@netral/http/openapi/schemas';

const ajv = addFormats(new Ajv2020({ strict: true, strictTypes: false, allErrors: true }));
for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);

/** What of an answer its described schema does not allow. */
export const misfits = (schema: string, body: unknown): readonly string[] => {
  const validate = ajv.getSchema(schema);
  if (validate === undefined) return [`no schema ${schema}`];
  return validate(body) === true ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
};
