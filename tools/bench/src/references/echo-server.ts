import Fastify from 'fastify';

/** Bare Fastify: reads a JSON body and sends it back. The floor of whatever answers over HTTP in Node. */
const server = Fastify({ bodyLimit: 1024 * 1024 });
server.post('/echo', (request, reply) => reply.status(201).send(request.body));
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.on('SIGTERM', () => void server.close());
