import { Long, MongoClient, MongoServerError } from 'mongodb';
import { describeEachMongo, describeOwnServers, inDatabase, ownFerretDb } from './describe-servers';

interface Document {
  readonly _id: string;
  readonly position: string;
  readonly value?: number;
}

describeEachMongo('a server that speaks MongoDB’s protocol', (address, { bulkWriteMax, updatesGoOn }) => {
  const client = new MongoClient(address);
  const documents = () => client.db().collection<Document>('documents');
  const replaceNewer = (document: Document): Promise<unknown> =>
    documents().replaceOne({ _id: document._id, position: { $lt: document.position } }, document, { upsert: true });
  afterAll(() => client.close());
  beforeEach(async () => void (await documents().deleteMany({})));

  it('replaces a document by a newer one, and answers E11000 to an older', async () => {
    await replaceNewer({ _id: 'a', position: '05', value: 5 });
    await replaceNewer({ _id: 'a', position: '07', value: 7 });
    const older = await replaceNewer({ _id: 'a', position: '06', value: 6 }).catch((error: unknown) => error);
    expect(older).toBeInstanceOf(MongoServerError);
    expect(older).toMatchObject({ code: 11000 });
    expect(await documents().find().toArray()).toEqual([{ _id: 'a', position: '07', value: 7 }]);
  });

  const guarded = (document: Document) => ({ replaceOne: { filter: { _id: document._id, position: { $lt: document.position } }, replacement: document, upsert: true } });
  const batch = Array.from({ length: bulkWriteMax }, (_, index) => ({ _id: String(index), position: '10' }));

  it('takes guarded replacements in a batch of its own size', async () => {
    await documents().bulkWrite(batch.map(guarded), { ordered: false });
    await documents().bulkWrite(batch.map((each) => guarded({ ...each, position: '11' })), { ordered: false });
    expect(await documents().countDocuments({ position: '11' })).toBe(bulkWriteMax);
  });

  it(`${updatesGoOn ? 'goes on' : 'stops'} after a replacement in an unordered batch that is refused`, async () => {
    await replaceNewer({ _id: '0', position: '99' });
    await expect(documents().bulkWrite(batch.map(guarded), { ordered: false })).rejects.toMatchObject({ code: 11000 });
    expect(await documents().countDocuments()).toBe(updatesGoOn ? bulkWriteMax : 1);
    expect(await documents().findOne({ _id: '0' })).toMatchObject({ position: '99' });
  });

  it('goes on after an insert in an unordered batch that is refused', async () => {
    await documents().insertOne({ _id: '0', position: '99' });
    await expect(documents().insertMany(batch, { ordered: false })).rejects.toMatchObject({ code: 11000 });
    expect(await documents().countDocuments()).toBe(bulkWriteMax);
  });

  it('lets one of many take what is free', async () => {
    await documents().insertOne({ _id: 'lease', position: '00', value: 0 });
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => documents().findOneAndUpdate({ _id: 'lease', value: 0 }, { $set: { value: 1 } })),
    );
    expect(taken.filter((found) => found !== null)).toHaveLength(1);
  });

  it('keeps a unique index and whole numbers of 64 bits', async () => {
    const numbers = client.db().collection('numbers');
    await numbers.createIndex({ number: 1 }, { unique: true });
    await numbers.insertOne({ number: Long.MAX_VALUE });
    await expect(numbers.insertOne({ number: Long.MAX_VALUE })).rejects.toMatchObject({ code: 11000 });
    expect(await numbers.findOne({}, { useBigInt64: true })).toMatchObject({ number: 2n ** 63n - 1n });
  });
});

describeOwnServers(['ferretdb'], 'a FerretDB of its own', () => {
  const ferretdb = ownFerretDb();

  it('keeps what it acknowledged over kill -9, on the same port', async () => {
    const address = inDatabase(ferretdb().address, 'kept');
    const inserted = await using(address, async (client) => {
      for (let index = 0; index < 50; index += 1) await client.db().collection<Document>('d').insertOne({ _id: String(index), position: '1' });
      return client.db().collection('d').countDocuments();
    });
    await ferretdb().restart();
    expect(await using(address, (client) => client.db().collection('d').countDocuments())).toBe(inserted);
  });
});

const using = async <T>(address: string, work: (client: MongoClient) => Promise<T>): Promise<T> => {
  const client = new MongoClient(address);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};
