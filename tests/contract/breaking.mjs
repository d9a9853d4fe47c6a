// What a client of the one contract would miss or be refused by the other. What answers may say more is no break; a new
// value of a list in an answer is none either: statuses come with use cases, and clients are told to expect them (docs/api.md).
const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options'];
const LOWER = ['maxLength', 'maxItems', 'maximum'];
const HIGHER = ['minLength', 'minItems', 'minimum'];
const COMPOSED = ['allOf', 'anyOf', 'oneOf', 'not'];

export function breaks(before, after) {
  const found = [];
  const seen = new Set();
  const then = reader(before);
  const now = reader(after);

  const operations = now.operations();
  for (const [key, was] of then.operations()) {
    const is = operations.get(key);
    if (is) operation(key, was, is);
    else found.push(`${key}: gone`);
  }
  return [...new Set(found)];

  function operation(key, was, is) {
    if (was.operationId !== is.operationId) found.push(`${key}: is called ${is.operationId}, was ${was.operationId}`);
    if (was.open && !is.open) found.push(`${key}: wants a token`);
    for (const [name, parameter] of was.parameters) {
      const given = is.parameters.get(name);
      if (!given) found.push(`${key} ${name}: gone`);
      else schema(`${key} ${name}`, parameter.schema, given.schema, 'in');
    }
    for (const [name, parameter] of is.parameters) {
      if (parameter.required && !was.parameters.get(name)?.required) found.push(`${key} ${name}: required`);
    }
    if (is.body?.required && !was.body?.required) found.push(`${key} body: required`);
    contents(`${key} body`, was.body?.content, is.body?.content, 'in');
    for (const [status, answer] of was.answers) {
      const given = is.answers.get(status);
      if (!given) {
        if (status < '400') found.push(`${key} ${status}: gone`);
        continue;
      }
      for (const header of Object.keys(answer.headers ?? {})) {
        if (!given.headers?.[header]) found.push(`${key} ${status} header ${header}: gone`);
      }
      contents(`${key} ${status}`, answer.content, given.content, 'out');
    }
  }

  function contents(at, was, is, way) {
    for (const [type, { schema: shape }] of Object.entries(was ?? {})) {
      if (!is?.[type]) found.push(`${at} ${type}: gone`);
      else schema(at, shape, is[type].schema, way);
    }
  }

  function schema(at, was, is, way) {
    const [old, young] = [name(was), name(is)];
    const pair = old && [old, 'oneOf' in was, young ?? at, 'oneOf' in (is ?? {}), way].join(' ');
    if (seen.has(pair)) return;
    if (pair) seen.add(pair);
    // Shapes that are shared are told once, by their own name.
    const where = old ?? at;
    compare(where === at ? at : `${where} (${way})`, then.shape(was), now.shape(is), way);
  }

  function compare(at, was, is, way) {
    const [given, taken] = way === 'in' ? [was, is] : [is, was];
    const lost = types(given).filter((type) => !types(taken).includes(type) && !(type === 'integer' && types(taken).includes('number')));
    if (lost.length > 0) found.push(`${at}: ${way === 'in' ? 'no longer takes' : 'may be'} ${lost.join(', ')}`);
    if (taken.format && taken.format !== given.format) found.push(`${at}: format ${is.format ?? 'none'}, was ${was.format ?? 'none'}`);
    if (way === 'in') narrower(at, was, is);
    members(at, was, is, way);
    if (was.items && is.items) schema(`${at}[]`, was.items, is.items, way);
    if (isShape(was.additionalProperties) && isShape(is.additionalProperties)) {
      schema(`${at}{}`, was.additionalProperties, is.additionalProperties, way);
    }
    for (const how of COMPOSED) {
      if (JSON.stringify(was[how]) !== JSON.stringify(is[how])) found.push(`${at}: ${how} is another`);
    }
  }

  function narrower(at, was, is) {
    for (const limit of LOWER) if (Number(is[limit] ?? Infinity) < Number(was[limit] ?? Infinity)) found.push(`${at}: ${limit} ${is[limit]}`);
    for (const limit of HIGHER) if (Number(is[limit] ?? -Infinity) > Number(was[limit] ?? -Infinity)) found.push(`${at}: ${limit} ${is[limit]}`);
    if (is.pattern && is.pattern !== was.pattern) found.push(`${at}: pattern ${is.pattern}`);
    if (!is.enum) return;
    if (!was.enum) found.push(`${at}: only ${is.enum.filter((value) => value !== null).join(', ')}`);
    else for (const value of was.enum) if (value !== null && !is.enum.includes(value)) found.push(`${at}: no longer takes ${value}`);
  }

  function members(at, was, is, way) {
    for (const [name, member] of Object.entries(was.properties ?? {})) {
      if (!is.properties?.[name]) found.push(`${at}.${name}: gone`);
      else schema(`${at}.${name}`, member, is.properties[name], way);
    }
    const [less, more, word] = way === 'in' ? [was, is, 'required'] : [is, was, 'may be absent'];
    for (const name of more.required ?? []) {
      const known = way === 'in' || is.properties?.[name];
      if (known && !less.required?.includes(name)) found.push(`${at}.${name}: ${word}`);
    }
  }
}

/** Of a shape that is shared: its own name. */
const name = (value) => {
  const [one, ...more] = value?.oneOf?.filter((member) => member.type !== 'null') ?? [value];
  return more.length === 0 ? one?.$ref?.match(/^#\/components\/schemas\/(.+)$/)?.[1] : undefined;
};

const isShape = (value) => value != null && typeof value === 'object';
const EVERY = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const kind = (value) => (value === null ? 'null' : typeof value);
const types = (shape) => (shape.type !== undefined ? [shape.type].flat() : shape.enum ? [...new Set(shape.enum.map(kind))] : EVERY);

function reader(contract) {
  const resolve = (value) => {
    while (value?.$ref) value = value.$ref.slice(2).split('/').reduce((node, part) => node?.[part], contract);
    return value;
  };
  /** A shape that may be null is the shape, with null among its types. */
  const shape = (value) => {
    const found = resolve(value) ?? {};
    const others = found.oneOf?.filter((one) => one.type !== 'null');
    if (others?.length !== 1 || found.oneOf.length !== 2) return found;
    const inner = shape(others[0]);
    return inner.type === undefined ? inner : { ...inner, type: [...new Set([inner.type, 'null'].flat())] };
  };
  const operations = () =>
    new Map(
      Object.entries(contract.paths).flatMap(([path, item]) =>
        METHODS.filter((method) => item[method]).map((method) => {
          const told = item[method];
          const parameters = [...(item.parameters ?? []), ...(told.parameters ?? [])].map(resolve);
          // A caller writes a value there, not the name.
          const names = [...path.matchAll(/{(\w+)}/g)].map((match) => match[1]);
          const name = (given) => (given.in === 'path' ? `path ${names.indexOf(given.name)}` : `${given.in} ${given.name}`);
          return [
            `${method.toUpperCase()} ${path.replace(/{\w+}/g, '{}')}`,
            {
              operationId: told.operationId,
              open: (told.security ?? contract.security ?? []).length === 0,
              parameters: new Map(parameters.map((given) => [name(given), given])),
              body: resolve(told.requestBody),
              answers: new Map(Object.entries(told.responses ?? {}).map(([status, answer]) => [status, resolve(answer)])),
            },
          ];
        }),
      ),
    );
  return { operations, shape };
}
