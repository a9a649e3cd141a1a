import { existsSync } from 'node:fs';
import type { Rebuilds } from '@netral/application';
import { accessFileOf } from '@netral/http/access/key-file';
import { KeyRing } from '@netral/http/access/keys';
import type { OperationsAnswer, OperationsRoute } from '@netral/platform/role/operations-server';

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

export interface RebuildsRouteParts {
  readonly dataDir: string;
  readonly now: () => number;
  readonly rebuilds: Pick<Rebuilds, 'begin' | 'current'>;
  readonly projector: { readonly holdsLease: boolean };
}

const answer = (status: number, body: object): OperationsAnswer => ({ status, body });
const refused = (status: number, reason: string): OperationsAnswer => answer(status, { status: 'refused', reason });

/** `POST /v1/rebuilds` and `GET /v1/rebuilds` with the operator's key, at the projector that folds; the others say that they stand by. */
export const rebuildsRoute = ({ dataDir, now, rebuilds, projector }: RebuildsRouteParts): OperationsRoute => {
  const keys = new KeyRing(dataDir, now);
  const isOperator = (authorization: string | undefined): boolean =>
    existsSync(accessFileOf(dataDir)) && keys.callerOf(BEARER.exec(authorization ?? '')?.[1] ?? '')?.kind === 'operator';
  return ({ url, method, headers }) => {
    if (url !== '/v1/rebuilds') return undefined;
    if (!isOperator(headers.authorization)) return refused(headers.authorization === undefined ? 401 : 403, 'expected the operator’s key: Authorization: Bearer …');
    if (method === 'GET') return answer(200, rebuilds.current);
    if (method !== 'POST') return refused(405, 'this address takes GET and POST');
    if (!projector.holdsLease) return refused(409, 'this projector stands by: ask the one whose netral_fold_lease_held is 1');
    const begun = rebuilds.begin();
    return begun === undefined ? refused(409, 'a rebuild runs already') : answer(202, begun);
  };
};
