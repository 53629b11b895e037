/**
 * Loaded before everything else (angular.json, `polyfills`): schemas that exist by then would have tried whether code
 * may be made from text, which the content security policy reports as a violation.
 */
import * as z from 'zod';

z.config({ jitless: true });
