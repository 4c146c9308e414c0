import fc from 'fast-check'

/** Texts that programs stumble over. */
const ODD = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  '\0',
  '\ud800',
  '..',
  '%',
  '%zz',
  '%c3%28',
  '1e999',
  '-0',
]

const printable = fc.string({ unit: fc.constantFrom(...'abz09-_.~%?&=+[]{}()/:,;@!$*\'"<>\\^`|'), maxLength: 40 })
export const oddText = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 60 }), printable)

const oddNumber = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constantFrom(1e308, -1, 0.1, 2 ** 53, 1e21))
export const oddValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oddText,
    oddNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(oddText, tie('value')), { maxLength: 4 }).map(Object.fromEntries),
  ),
})).value

const deep = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000)
const JSON_GARBAGE = [
  '{',
  '{"a":}',
  'null',
  '[]',
  '"text"',
  '1e999',
  '{"type":"text","text":{"body":"\\ud800"}}',
  '{"__proto__":{"type":"text"},"constructor":{"prototype":{}}}',
  '{"messaging_product":"whatsapp","to":1e400,"type":"text","text":{"body":123456789012345678901234567890}}',
  deep('[', ']'),
  deep('{"a":', '}'),
  `{"to":"${'9'.repeat(100_000)}"}`,
]

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
const multipart = fc.constantFrom(
  '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nabc',
  '--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n',
  '--b\r\ncontent-disposition: form-data; name="toString"; filename="a"\r\n\r\nx\r\n--b--\r\n',
  '--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--\r\n',
  '--b\r\nno header',
  '--b--',
  '--other\r\n\r\n',
  '\0\0\0',
  `--b\r\ncontent-disposition: form-data; name="messaging_product"\r\n\r\nwhatsapp\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="\u00e9\u202e.png"\r\ncontent-type: \r\n\r\n\r\n--b--\r\n`,
)

export const oddBody = fc.oneof(
  fc.constant(new Uint8Array()),
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(...JSON_GARBAGE).map(bytes),
  oddValue.map(value => bytes(JSON.stringify(value) ?? '')),
  multipart.map(bytes),
)

export const oddType = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('application/json', 'application/x-www-form-urlencoded') },
  fc.constantFrom('multipart/form-data; boundary=b', 'multipart/form-data', 'multipart/form-data; boundary='),
  fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'a/b; c="', ';', '*/*', 'json'),
)

const escaped = (text: string): string =>
  encodeURI(text.replaceAll(/[\ud800-\udfff]/g, '\ufffd')).replaceAll('%25', '%')
const onWire = (text: string): string => escaped(text).replaceAll(/[ #]/g, '_')

export const oddSegment = oddText.map(onWire)
export const oddQuery = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'fields',
          'limit',
          'after',
          'before',
          'access_token',
          'method',
          'ids',
          'appsecret_proof',
          'hub.mode',
          'type',
          'a[0]',
          'x[]',
        ),
        oddText,
      ),
      fc.oneof(
        fc.constantFrom(
          'id',
          'id,name{',
          'a{b{c{d{e{f{g}}}}}}',
          'id.limit(',
          'id.limit(x)',
          '}',
          ',',
          'phone_numbers.limit(1){id}',
          'me',
          'DELETE',
          'POST',
          'Q',
          'QAAA',
          '-1',
          '1e9',
          'NaN',
          '99999999999999999999',
        ),
        oddText,
      ),
    ),
    { maxLength: 5 },
  )
  .map(pairs => pairs.map(([name, value]) => `${onWire(name)}=${onWire(value)}`).join('&'))
