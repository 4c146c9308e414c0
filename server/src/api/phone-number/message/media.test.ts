import { NotAUri, ParameterRequired, TooLong, ValueNotValid } from '../../../domain/catalogue.ts'
import { limits, rows, to, x } from './tables.test-util.ts'

const media = (type: string, content: object) => ({ ...to, type, [type]: content })

limits(
  'media',
  ['image', 'video', 'document'].map(type => ({
    of: `${type}.caption`,
    make: (n: number) => media(type, { id: '1', caption: x(n) }),
    max: 1024,
    above: TooLong(`${type}['caption']`, 1024),
  })),
)

rows('media', [
  ['may have an id', media('image', { id: '1' })],
  ['may have a link', media('sticker', { link: 'https://a.example/s.webp' })],
  ['need one of the two', media('video', {}), ParameterRequired("video['id']")],
  [
    'cannot have both',
    media('audio', { id: '1', link: 'https://a.example/a.ogg' }),
    ValueNotValid("Parameters audio['id'] and audio['link'] cannot be used together"),
  ],
  ['need a link that is one', media('image', { link: 'not a link' }), NotAUri("image['link']")],
  ['cannot come by ftp', media('image', { link: 'ftp://a.example/i.png' }), NotAUri("image['link']")],
])
