export { Device } from '../../../apps/survey/src/device/device-database.js';
export { DeviceOutbox } from '../../../apps/survey/src/outbox/device-outbox.js';
export { takeLead } from '../../../apps/survey/src/outbox/lead.js';
export { TabTalk } from '../../../apps/survey/src/outbox/tab-talk.js';
export { acknowledged, taken, written } from '../../../apps/survey/src/outbox/unsent.js';
