import { ServerFeaturesClient, grpc, shared } from '../client.mjs';
import { address } from '../connection.mjs';
import { deadline } from '../raw-messages.mjs';
import { scenario } from '../scenario.mjs';

scenario('server-features', 'ServerFeatures.GetSupportedMethods', async () => {
  const c = new ServerFeaturesClient(address, grpc.credentials.createInsecure());
  const m = await new Promise((res, rej) =>
    c.getSupportedMethods(new shared.Empty(), new grpc.Metadata(), { deadline: deadline() }, (e, r) => (e ? rej(e) : res(r)))
  );
  c.close();
  const list = m.getMethodsList().map((x) => `${x.getServiceName()}/${x.getMethodName()} [${x.getFeaturesList().join(',')}]`).sort();
  return {
    version_info: m.getEventStoreServerVersion(),
    all_info: list,
    streams: list.filter((x) => x.includes('client.streams.streams/')),
    persistent: list.filter((x) => x.includes('persistentsubscriptions/')),
  };
});
