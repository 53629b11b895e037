import { Device } from './device-database.js';

/** The device that the page runs on. */
export const THIS_DEVICE = new Device();
