export { createHttpApp } from './create-http-app';
export { HttpModule } from './http.module';
export { describeApi } from './openapi/document';
export { listen } from './listen';
export type { HttpRole } from './roles/routes';
