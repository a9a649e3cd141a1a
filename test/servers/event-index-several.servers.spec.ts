import { MongodbEventIndex } from '@netral/event-store/kurrentdb/index/mongodb-event-index';
import { severalProcesses } from '../contract/event-index.several';
import { describeEachMongo } from './describe-servers';
import { indexPlaces } from './event-index-on-mongodb';

describeEachMongo('an index of message ids in MongoDB', (address, traits) => {
  const place = indexPlaces(address, traits);
  severalProcesses(traits.name, async () => {
    const options = place();
    return () => new MongodbEventIndex(options);
  }, { numRuns: 15 });
});
