import type { NestExpressApplication } from '@nestjs/platform-express';
import { addressOf, type Config } from '@netral/platform';

/**
 * Listens where the configuration says.
 * @param stop what was begun before, ended when the place cannot be had
 * @returns the address that was got
 * @throws what the system says: the port is taken, or may not be had
 */
export const listen = async (app: NestExpressApplication, { httpHost, httpPort }: Pick<Config, 'httpHost' | 'httpPort'>, stop?: () => Promise<void>): Promise<string> => {
  try {
    await app.listen(httpPort, httpHost);
  } catch (error) {
    await stop?.();
    throw error;
  }
  return addressOf(httpHost, (app.getHttpServer().address() as { port: number }).port);
};
