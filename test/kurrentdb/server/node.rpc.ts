import { randomUUID } from 'node:crypto';
import type { Rpc } from './faults';
import type { GrpcCall } from './grpc-call';
import { uuidMessage } from './names';
import type { Node } from './node';
import { perform } from './perform';
import { ClusterInfo, EndPoint, MemberInfo, type Message, SupportedMethod, SupportedMethods } from './protocol';
import { SUPPORTED_METHODS } from './supported-methods';

const TICKS_PER_MS = 10_000n;

const answered = (node: Node, rpc: Rpc, message: () => Message) => async (call: GrpcCall): Promise<void> => {
  await call.request();
  const nothingToWrite = { kind: 'written', last: -1n, position: undefined } as const;
  await perform(node, rpc, '', call, { write: () => Promise.resolve(nothingToWrite), answer: message });
};

/** ServerFeatures.GetSupportedMethods: from it the client learns the version and whether there is a batch append. */
export const featuresRpc = (node: Node) =>
  answered(node, 'features', () => {
    const methods = SUPPORTED_METHODS.filter(({ service, method }) => !node.without.includes(`${service.split('.').at(-1)}/${method}`)).map(({ service, method, features }) =>
      new SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList([...features]),
    );
    return new SupportedMethods().setEventStoreServerVersion(node.version).setMethodsList(methods);
  });

/** Gossip.Read: a cluster of this node alone. */
export const gossipRpc = (node: Node) => {
  const instance = uuidMessage(randomUUID());
  return answered(node, 'gossip', () => {
    const member = new MemberInfo()
      .setInstanceId(instance)
      .setTimeStamp(String(BigInt(node.store.now()) * TICKS_PER_MS))
      .setState(MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(node.port()));
    return new ClusterInfo().setMembersList([member]);
  });
};
