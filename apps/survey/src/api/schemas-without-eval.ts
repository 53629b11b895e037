import * as z from 'zod';

// Schemas are read, not compiled: compiling tries `eval`, which the content security policy refuses and reports. Before
// the first schema is made, so this is the first import of the app.
z.config({ jitless: true });
