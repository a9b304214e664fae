export { type KafkaSettings, createKafka } from './kafka/client.ts';
