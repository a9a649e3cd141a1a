import { MongoClient } from 'mongodb';

/** Throws while no server with MongoDB's protocol answers there. */
export const askMongodb = async (address: string): Promise<void> => {
  const client = new MongoClient(address, { serverSelectionTimeoutMS: 1000, connectTimeoutMS: 1000 });
  try {
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close();
  }
};
