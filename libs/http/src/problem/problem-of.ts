import { HttpException } from '@nestjs/common';
import { IngestBusyError, IngestPausedError, IngestUnavailableError, storeTroubleOf } from '@netral/application';
import { Problem, type ProblemError } from './problem';
import { codeOfStatus, isProblemCode } from './problem-codes';

const RETRY_SECONDS = 1;

/** An error that names its problem and what is wrong, as those of the questions do. */
const isCoded = (error: unknown): error is Error & { readonly code: string; readonly errors?: readonly ProblemError[] } =>
  error instanceof Error && isProblemCode((error as { code?: unknown }).code);

/** Only what we wrote ourselves is shown: the words of a library may hold a path or a piece of the input. */
const ofHttpException = (error: HttpException): Problem => {
  const status = error.getStatus();
  const ours = error.message !== '' && !/^(?:Cannot [A-Z]+ |[A-Z][a-z]+ Exception$)/.test(error.message) && error.cause === undefined;
  const code = codeOfStatus(status);
  return new Problem(code, ours && status !== 404 && status < 500 ? error.message : undefined, code === 'not-ready' ? { retryAfterSeconds: RETRY_SECONDS } : {});
};

/** The problem that an error means to the asker; `internal` when it is a fault of ours. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof IngestBusyError) return new Problem('queue-full', error.message, { retryAfterSeconds: error.retryAfterSeconds });
  if (error instanceof IngestPausedError) return new Problem('season-loading', undefined, { retryAfterSeconds: error.retryAfterSeconds });
  if (error instanceof IngestUnavailableError) {
    return new Problem('store-unavailable', `${error.message} (${error.reason})`, { retryAfterSeconds: error.retryAfterSeconds });
  }
  const trouble = storeTroubleOf(error);
  if (trouble !== undefined) return new Problem('not-ready', `The ${trouble.store} cannot be read just now (${trouble.reason}).`, { retryAfterSeconds: RETRY_SECONDS });
  if (isCoded(error)) {
    const { code, message, errors = [] } = error;
    return new Problem(isProblemCode(code) ? code : 'internal', message, { errors, ...(code === 'not-ready' && { retryAfterSeconds: RETRY_SECONDS }) });
  }
  if (error instanceof HttpException) return ofHttpException(error);
  const { status } = (error ?? {}) as { status?: unknown };
  return new Problem(typeof status === 'number' && status >= 400 && status < 500 ? codeOfStatus(status) : 'internal');
};
