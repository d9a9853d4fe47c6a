import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaks } from './breaking.mjs';

/** A contract of one operation and two shapes, changed by the test. */
function contract(change = () => {}) {
  const made = {
    security: [{ bearer: [] }],
    paths: {
      '/rooms/{id}': {
        post: {
          operationId: 'SaveRoom',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
            { name: 'kind', in: 'query', schema: { type: 'string', maxLength: 20 } },
          ],
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Body' } } } },
          responses: {
            200: { headers: { ETag: {} }, content: { 'application/json': { schema: { $ref: '#/components/schemas/Room' } } } },
            409: { description: 'no' },
          },
        },
      },
    },
    components: {
      schemas: {
        Body: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, state: { $ref: '#/components/schemas/State' } } },
        Room: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string' },
            seats: { type: ['null', 'integer'] },
            next: { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Room' }] },
            state: { $ref: '#/components/schemas/State' },
          },
        },
        State: { enum: ['Open', 'Closed'] },
      },
    },
  };
  change(made, made.paths['/rooms/{id}'].post, made.components.schemas);
  return made;
}

const cases = {
  'an operation that goes': [(all) => delete all.paths['/rooms/{id}'], ['POST /rooms/{}: gone']],
  'an operation of another name': [(_, op) => (op.operationId = 'KeepRoom'), ['POST /rooms/{}: is called KeepRoom, was SaveRoom']],
  'a member of an answer that goes': [(_, op, { Room }) => delete Room.properties.seats, ['Room (out).seats: gone']],
  'a member of an answer that may be absent': [(_, op, { Room }) => (Room.required = []), ['Room (out).name: may be absent']],
  'a member of an answer that may be null': [
    (_, op, { Room }) => (Room.properties.name.type = ['null', 'string']),
    ['Room (out).name: may be null'],
  ],
  'a shared shape that may be null here': [
    (_, op, { Room }) => (Room.properties.other = { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Open' }] }),
    ['Open (out): may be null'],
    (_, op, shapes) => {
      shapes.Open = { type: 'object' };
      shapes.Room.properties = { open: { $ref: '#/components/schemas/Open' }, other: { $ref: '#/components/schemas/Open' }, ...shapes.Room.properties };
    },
  ],
  'a member of another type': [(_, op, { Room }) => (Room.properties.seats.type = ['null', 'string']), ['Room (out).seats: may be string']],
  'a body that wants more': [(_, op, { Body }) => Body.required.push('state'), ['Body (in).state: required']],
  'a body that takes less': [(_, op, { Body }) => (Body.properties.name.maxLength = 5), ['Body (in).name: maxLength 5']],
  'a list that loses a value': [(_, op, { State }) => State.enum.pop(), ['State (in): no longer takes Closed']],
  'text that becomes a list': [
    (_, op, { Body }) => (Body.properties.name = { type: 'string', enum: ['A', 'B'] }),
    ['Body (in).name: only A, B'],
  ],
  'a parameter that is wanted': [
    (_, op) => op.parameters.push({ name: 'on', in: 'query', required: true, schema: { type: 'string' } }),
    ['POST /rooms/{} query on: required'],
  ],
  'a parameter that takes less': [(_, op) => (op.parameters[1].schema.maxLength = 3), ['POST /rooms/{} query kind: maxLength 3']],
  'a parameter that goes': [(_, op) => op.parameters.pop(), ['POST /rooms/{} query kind: gone']],
  'an identifier of another form': [(_, op) => (op.parameters[0].schema.format = 'int64'), ['POST /rooms/{} path 0: format int64, was uuid']],
  'an answer that goes': [(_, op) => ((op.responses[201] = op.responses[200]), delete op.responses[200]), ['POST /rooms/{} 200: gone']],
  'a header that goes': [(_, op) => (op.responses[200].headers = {}), ['POST /rooms/{} 200 header ETag: gone']],
  'a form of the answer that goes': [
    (_, op) => (op.responses[200].content = { 'text/csv': {} }),
    ['POST /rooms/{} 200 application/json: gone'],
  ],
  'an operation that was open': [(_, op) => (op.security = [{ bearer: [] }]), ['POST /rooms/{}: wants a token'], (_, op) => (op.security = [])],
};

for (const [name, [change, told, before]] of Object.entries(cases)) {
  test(`breaks: ${name}`, () => assert.deepEqual(breaks(contract(before), contract((...parts) => (before?.(...parts), change(...parts)))), told));
}

const additions = {
  nothing: () => {},
  'an operation': (all) => (all.paths['/more'] = { get: { operationId: 'ListMore', responses: {} } }),
  'another name of what stands in the path': (all, op) => {
    op.parameters[0].name = 'roomId';
    all.paths['/rooms/{roomId}'] = all.paths['/rooms/{id}'];
    delete all.paths['/rooms/{id}'];
  },
  'an optional parameter': (_, op) => op.parameters.push({ name: 'on', in: 'query', schema: { type: 'string' } }),
  'an optional member of a body': (_, op, { Body }) => (Body.properties.note = { type: 'string' }),
  'a member of an answer': (_, op, { Room }) => ((Room.properties.note = { type: 'string' }), Room.required.push('note')),
  'an answer that is never null': (_, op, { Room }) => (Room.properties.seats.type = 'integer'),
  'a value of a list': (_, op, { State }) => State.enum.push('Planned'),
  'text of an answer that becomes a list': (_, op, { Room }) => (Room.properties.name = { $ref: '#/components/schemas/State' }),
  'a refusal less': (_, op) => delete op.responses[409],
  'a shared shape of what stood in place': (all, op, shapes) => {
    shapes.Name = { type: 'string', description: 'How people call it.' };
    shapes.Room.properties.name = { $ref: '#/components/schemas/Name' };
    shapes.Body.properties.name = { $ref: '#/components/schemas/Name' };
  },
};

for (const [name, change] of Object.entries(additions)) {
  test(`keeps: ${name}`, () => assert.deepEqual(breaks(contract(), contract(change)), []));
}
