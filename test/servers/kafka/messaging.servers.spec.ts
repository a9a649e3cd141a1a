import { messagingContract } from '../../contract/messaging.contract';
import { describeKafka } from '../describe-servers';
import { kafkaUnderTest } from './kafka-under-test';

describeKafka('topics of a real broker', (address) => messagingContract('kafka', () => Promise.resolve(kafkaUnderTest(address))));
