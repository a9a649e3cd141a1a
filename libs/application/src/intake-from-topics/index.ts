export { TopicIntake, type TopicIntakeLimits, type TopicIntakeParts } from './topic-intake';
export { NOWHERE, type DeadLetterAnnouncement, type TopicPlace, type TopicReceipt } from './topic-receipts';
export { agencyTopics, DEAD_LETTERS_TOPIC, INTAKE_GROUP, RECEIPTS_TOPIC, senderOfTopic, topicAgencies, topicOf } from './topics';
