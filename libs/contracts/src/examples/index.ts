export { exampleMessage, type ExampleMessage } from './example-message';
export { syntheticContractNip, syntheticNip, syntheticPerson } from './synthetic-person';
